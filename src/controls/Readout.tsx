import { useId, type Ref } from 'react';
import './Readout.css';

export interface ReadoutProps {
  readonly label: string;
  /** The element whose text the frames write. */
  readonly output: Ref<HTMLOutputElement>;
  readonly initial: string;
  readonly size?: 'large' | 'small';
  /** Words beside the number, not part of it. */
  readonly note?: string;
  /** What the note means, for the pointer. */
  readonly hint?: string;
}

/** A labelled number that is written frame by frame and never announced by itself. */
export function Readout({ label, output, initial, size = 'large', note, hint }: ReadoutProps) {
  const id = useId();
  return (
    <div className={`readout readout-${size}`}>
      <span className="readout-label" id={id}>
        {label}
      </span>
      <span className="readout-value">
        <output ref={output} aria-live="off" aria-labelledby={id}>
          {initial}
        </output>
        {note !== undefined && (
          <span className="readout-note" title={hint}>
            {note}
          </span>
        )}
      </span>
    </div>
  );
}
