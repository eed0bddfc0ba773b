import type { ReactNode } from 'react';
import './PanelHead.css';

export interface PanelHeadProps {
  /** The panel's letter, as in a typeset figure. */
  readonly letter: string;
  readonly title: string;
  /** What the panel shows at present. */
  readonly subtitle: string;
  /** The end of the subtitle, which is never cut. */
  readonly subtitleEnd?: string;
  readonly children?: ReactNode;
}

export function PanelHead({ letter, title, subtitle, subtitleEnd, children }: PanelHeadProps) {
  return (
    <div className="panel-head">
      <span className="panel-head-letter" aria-hidden="true">
        {letter}
      </span>
      <h2>{title}</h2>
      <p>
        <span>{subtitle}</span>
        {subtitleEnd}
      </p>
      {children}
    </div>
  );
}
