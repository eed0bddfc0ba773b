import { useRef } from 'react';
import { parseAnswer, printedText, printedTex } from '../../../figures/worksheet/paper';
import { keyOf, quantityName, type Quantity } from '../../../figures/worksheet/quantities';
import { termTex } from '../../../figures/worksheet/terms';
import { TextButton } from '../../../controls/TextButton';
import { Tex } from '../../../panels/network/Tex';
import { takeHint, type Answers } from './answers';
import type { SheetModel } from './sheetModel';
import { symbolTex } from './tex';

export interface HintsProps {
  readonly model: SheetModel;
  readonly answers: Answers;
  readonly blanks: readonly Quantity[];
  readonly quantity: Quantity;
}

const NEXT = ['Show the formula', 'Fill in the numbers', 'Reveal the value'] as const;

/** Help with one box, step by step: its formula, the formula with the sheet's numbers, its value. */
export function Hints({ model, answers, blanks, quantity }: HintsProps) {
  const key = keyOf(quantity);
  const level = answers.hints.get(key) ?? 0;
  const [rule] = model.rulesOf(quantity);
  const symbol = `${symbolTex(model, quantity)} ${quantity.kind === 'n' ? '\\leftarrow' : '='} `;
  const next = NEXT[level];
  const isBlank = new Set(blanks.map(keyOf));
  // A box that is still blank keeps its symbol: a hint gives no other box away.
  const shown = (each: Quantity): string => {
    if (!isBlank.has(keyOf(each))) return printedTex(model.truth(each));
    const answer = parseAnswer(answers.entries.get(keyOf(each))?.text ?? '');
    return answer === null ? symbolTex(model, each) : printedTex(answer);
  };
  const root = useRef<HTMLElement>(null);
  function take(): void {
    takeHint(model.key, key, printedText(model.truth(quantity)));
    // With the last hint the button is gone; the box that now holds the value has the focus.
    const sheet = root.current?.closest('.worksheet');
    if (level === NEXT.length - 1)
      sheet?.querySelector<HTMLInputElement>('.sheet-box > input[data-current]')?.focus();
  }
  return (
    <section ref={root} className="sheet-hints" aria-label="Hints">
      <h4>Hints for {quantityName(model.network, model.features, quantity)}</h4>
      {next !== undefined && <TextButton onClick={take}>{next}</TextButton>}
      <div aria-live="polite">
        {level >= 1 && rule !== undefined && (
          <p>
            <Tex tex={`${symbol}${termTex(rule, (each) => symbolTex(model, each))}`} />
          </p>
        )}
        {level >= 2 && rule !== undefined && (
          <p>
            <Tex tex={`${symbol}${termTex(rule, shown)}`} />
          </p>
        )}
        {level >= 3 && (
          <p>
            <Tex tex={`${symbol}${printedTex(model.truth(quantity))}`} /> The box now holds the value and
            counts as revealed.
          </p>
        )}
      </div>
    </section>
  );
}
