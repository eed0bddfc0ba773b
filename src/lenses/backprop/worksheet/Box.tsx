import { useId, type KeyboardEvent } from 'react';
import type { Entry, Mark } from '../../../figures/worksheet/judge';

export interface BoxProps {
  readonly name: string;
  readonly entry: Entry | undefined;
  /** null while it is not judged */
  readonly mark: Mark | null;
  /** the first box of the sheet that is wrong */
  readonly first: boolean;
  readonly current: boolean;
  readonly onWrite: (text: string) => void;
  readonly onFocus: () => void;
  readonly onLeave: () => void;
}

/** Symbols tell marks apart without color, words without sight. */
const MARKS: Readonly<Record<Mark, { readonly symbol: string; readonly word: string }>> = {
  blank: { symbol: '○', word: 'blank' },
  unreadable: { symbol: '✗', word: 'not a number' },
  right: { symbol: '✓', word: 'right' },
  carried: { symbol: '✓→', word: 'carried forward' },
  wrong: { symbol: '✗', word: 'wrong' },
  revealed: { symbol: '◇', word: 'revealed' },
};

/** A blank of the sheet. Enter judges it and goes on to the next. */
export function Box({ name, entry, mark, first, current, onWrite, onFocus, onLeave }: BoxProps) {
  const id = useId();
  const wrong = mark === 'wrong' || mark === 'unreadable';
  return (
    <span className="sheet-box" data-mark={mark ?? undefined} data-first={first || undefined}>
      <input
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={name}
        aria-invalid={wrong || undefined}
        aria-describedby={mark === null ? undefined : id}
        data-current={current || undefined}
        value={entry?.text ?? ''}
        readOnly={entry?.revealed === true}
        onChange={(event) => onWrite(event.target.value)}
        onFocus={onFocus}
        onBlur={onLeave}
        onKeyDown={goOn}
      />
      {mark !== null && (
        <span id={id} className="sheet-mark">
          <span aria-hidden="true">{MARKS[mark].symbol}</span> {MARKS[mark].word}
          {first ? ': begin here' : ''}
          {mark === 'unreadable' && (
            <span className="sheet-fault">
              Expected a number such as 0.25, 0,25 or 1/3, found “{shorten(entry?.text ?? '')}”.
            </span>
          )}
        </span>
      )}
    </span>
  );
}

function shorten(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

function goOn(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Enter') return;
  const boxes = [...(event.currentTarget.closest('.sheet')?.querySelectorAll('input') ?? [])];
  const next = boxes[boxes.indexOf(event.currentTarget) + 1];
  if (next === undefined) event.currentTarget.blur();
  else next.focus();
}
