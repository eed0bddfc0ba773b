import type { RefObject } from 'react';
import { tallyText, type Tally } from '../../../figures/worksheet/judge';
import { keyOf, quantityName, type Quantity } from '../../../figures/worksheet/quantities';
import { TextButton } from '../../../controls/TextButton';
import { clearAnswers, showMarks, type Answers } from './answers';
import type { SheetModel } from './sheetModel';

export interface ScoreProps {
  readonly model: SheetModel;
  readonly blanks: readonly Quantity[];
  readonly tally: Tally;
  readonly answers: Answers;
  readonly root: RefObject<HTMLElement | null>;
  /** key of the first box that is wrong, once it has been judged */
  readonly first: string | null;
}

/** Judges the whole sheet, and says how it stands once every box has been judged. */
export function Score({ model, blanks, tally, answers, root, first }: ScoreProps) {
  const keys = blanks.map(keyOf);
  const judged = keys.every((key) => answers.judged.has(key));
  const wrong = blanks.find((each) => keyOf(each) === first);
  const name = wrong === undefined ? '' : quantityName(model.network, model.features, wrong);
  function goTo(): void {
    const boxes = root.current?.querySelectorAll<HTMLInputElement>('.sheet-box > input') ?? [];
    [...boxes][keys.indexOf(first ?? '')]?.focus();
  }
  return (
    <section className="sheet-score" aria-label="Score">
      <div className="sheet-score-buttons">
        <TextButton primary onClick={() => showMarks(model.key, keys)}>
          Check answers
        </TextButton>
        <TextButton onClick={() => clearAnswers(model.key)}>Clear answers</TextButton>
      </div>
      <p role="status" aria-label="Judgment">
        {judged && tallyText(tally)}
        {wrong !== undefined && ` First wrong: ${name}.`}
      </p>
      {wrong !== undefined && <TextButton onClick={goTo}>Go to the first wrong box</TextButton>}
    </section>
  );
}
