import { useId, type ReactNode } from 'react';
import { Field, type FieldProps } from './Field';
import './ValueBox.css';
import './Select.css';

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Shown as the present value, but not to be chosen. */
  readonly disabled?: boolean;
}

export interface SelectProps<T extends string> {
  /** Accessible name and visible label. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
  readonly layout?: NonNullable<FieldProps['layout']>;
  /** Not applicable: shows "–". */
  readonly disabled?: boolean;
  /** Stands before the value, as a glyph of an activation does. */
  readonly before?: ReactNode;
}

/** A native select in the design's dress; the whole field opens it. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, layout = 'stacked', disabled = false, before } = props;
  const id = useId();
  const shown = options.find((option) => option.value === value)?.label ?? '';
  return (
    <Field label={label} htmlFor={id} layout={layout} disabled={disabled}>
      <span className="select">
        {before}
        <span className="value-box select-box">
          {/* The select is as wide as what it shows, not as its widest option. */}
          <span className="value-box-width" aria-hidden="true">
            {disabled ? '–' : shown}
          </span>
          <select
            id={id}
            value={disabled ? '' : value}
            disabled={disabled}
            onChange={(event) => {
              const chosen = options.find((option) => option.value === event.target.value);
              if (chosen) onChange(chosen.value);
            }}
          >
            {disabled && <option value="">–</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
        </span>
      </span>
    </Field>
  );
}
