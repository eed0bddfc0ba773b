import { useId, type KeyboardEvent } from 'react';
import type { Mark } from '../../../figures/worksheet/judge';

/** Symbols tell marks apart without color, words without sight. */
const MARKS: Readonly<
  Record<Mark, { readonly symbol: string; readonly word: string; readonly rest?: string }>
> = {
  blank: { symbol: '○', word: 'blank' },
  unreadable: { symbol: '✗', word: 'not a number' },
  right: { symbol: '✓', word: 'right' },
  carried: { symbol: '✓→', word: 'carried', rest: ' forward' },
  wrong: { symbol: '✗', word: 'wrong' },
  revealed: { symbol: '◇', word: 'revealed' },
};

export interface SignalBoxProps {
  readonly name: string;
  readonly text: string;
  /** null while it is not judged */
  readonly mark: Mark | null;
  /** the first signal that is wrong, on the way back from the output */
  readonly first: boolean;
  readonly onWrite: (text: string) => void;
  readonly onFocus: () => void;
  readonly onLeave: () => void;
}

/** A blank for an error signal. Enter judges it and goes on to the one before it in the graph. */
export function SignalBox({ name, text, mark, first, onWrite, onFocus, onLeave }: SignalBoxProps) {
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
        <span id={id} className="graph-mark" data-first={first || undefined}>
          <MarkText mark={mark} first={first} />
        </span>
      )}
    </>
  );
}

/** A node has no room for all of it: what is left out is heard. */
function MarkText({ mark, first }: { mark: Mark; first: boolean }) {
  const { symbol, word, rest } = MARKS[mark];
  const hidden = (text: string) => <span className="visually-hidden">{text}</span>;
  return (
    <>
      {symbol} {first ? hidden(`${word}: `) : word}
      {rest !== undefined && hidden(rest)}
      {first && 'begin here'}
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
