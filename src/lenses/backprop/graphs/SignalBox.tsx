import { useId, type KeyboardEvent } from 'react';
import type { Mark } from '../../../figures/worksheet/judge';

/** Symbols tell marks apart without color, words without sight. */
const MARKS: Readonly<Record<Mark, string>> = {
  blank: '○ blank',
  unreadable: '✗ not a number',
  right: '✓ right',
  carried: '✓→ carried forward',
  wrong: '✗ wrong',
  revealed: '◇ revealed',
};

export interface SignalBoxProps {
  readonly name: string;
  readonly text: string;
  /** null while it is not judged */
  readonly mark: Mark | null;
  readonly onWrite: (text: string) => void;
  readonly onFocus: () => void;
  readonly onLeave: () => void;
}

/** A blank for an error signal. Enter judges it and goes on to the one before it in the graph. */
export function SignalBox({ name, text, mark, onWrite, onFocus, onLeave }: SignalBoxProps) {
  const id = useId();
  return (
    <>
      <input
        type="text"
        className="graph-blank"
        autoComplete="off"
        spellCheck={false}
        aria-label={name}
        aria-invalid={mark === 'wrong' || mark === 'unreadable' || undefined}
        aria-describedby={mark === null ? undefined : id}
        value={text}
        onChange={(event) => onWrite(event.target.value)}
        onFocus={onFocus}
        onBlur={onLeave}
        onKeyDown={goOn}
      />
      {mark !== null && (
        <span id={id} className="graph-mark">
          {MARKS[mark]}
        </span>
      )}
    </>
  );
}

function goOn(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return;
  const field = event.currentTarget;
  const blanks = [...(field.closest('.graphs')?.querySelectorAll<HTMLInputElement>('.graph-blank') ?? [])];
  const next = blanks[blanks.indexOf(field) - 1];
  if (next === undefined) field.blur();
  else next.focus();
}
