import type { ReactNode } from 'react';
import './Field.css';

export interface FieldProps {
  readonly label: string;
  readonly htmlFor: string;
  /** `stacked` label over value; `inline` before it; `bare` for readers of the screen only. */
  readonly layout?: 'stacked' | 'inline' | 'bare';
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** A label and its control. */
export function Field({ label, htmlFor, layout = 'stacked', disabled = false, children }: FieldProps) {
  return (
    <div className={`field field-${layout}`} data-disabled={disabled || undefined}>
      <label className={layout === 'bare' ? 'visually-hidden' : 'field-label'} htmlFor={htmlFor}>
        {label}
      </label>
      {children}
    </div>
  );
}
