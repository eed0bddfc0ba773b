import { useMemo, useRef, useState } from 'react';
import type { Difficulty } from '../../../experiment/sheet';
import { judge, tallyOf } from '../../../figures/worksheet/judge';
import { keyOf, quantityName, type Quantity } from '../../../figures/worksheet/quantities';
import { blanksOf, difficultiesOf, sectionsOf } from '../../../figures/worksheet/sections';
import { useSelect } from '../../../store/context';
import { showMarks, useAnswers, write } from './answers';
import { Box } from './Box';
import { Hints } from './Hints';
import { presetOf } from './presetOf';
import { PrintSheet } from './PrintSheet';
import { Score } from './Score';
import { Sheet } from './Sheet';
import { SheetBar } from './SheetBar';
import type { SheetModel } from './sheetModel';
import { usePrint } from './usePrint';
import { useSheet, type SheetSource } from './useSheet';
import './WorksheetView.css';

/** More blanks than these are no exercise, and no sheet of paper. */
const MOST_BLANKS = 200;

/** The student's turn: the pass of one token with blanks, judged against the trace. */
export function WorksheetView() {
  const source = useSheet();
  const { model } = source;
  return model === null ? <div className="worksheet" /> : <Worksheet model={model} source={source} />;
}

function useDifficulty(model: SheetModel): Difficulty {
  const wanted = useSelect((state) => state.view.worksheet);
  const choices = difficultiesOf(model.network, model.update !== null);
  return choices.find(({ value }) => value === wanted)?.value ?? choices[0]?.value ?? 'all';
}

function Worksheet({ model, source }: { model: SheetModel; source: SheetSource }) {
  const root = useRef<HTMLDivElement>(null);
  const experiment = useSelect((state) => state.experiment);
  const difficulty = useDifficulty(model);
  const preset = useMemo(() => presetOf(experiment, model.parameters), [experiment, model]);
  const sections = useMemo(
    () => sectionsOf(model.network, difficulty, model.update !== null),
    [model, difficulty],
  );
  const blanks = useMemo(() => blanksOf(sections), [sections]);
  const answers = useAnswers(model.key);
  const marks = useMemo(
    () =>
      judge({ blanks, entries: answers.entries, truth: model.truth, rulesOf: (each) => model.rulesOf(each) }),
    [blanks, answers, model],
  );
  const tally = tallyOf(marks);
  const [chosen, setChosen] = useState('');
  const { solutions, print } = usePrint();
  const title = `Back-propagation worksheet: ${preset?.name ?? `network ${model.sizes.join('–')}`}`;
  const current = blanks.find((each) => keyOf(each) === chosen) ?? blanks[0];
  const first = tally.firstWrong !== null && answers.judged.has(tally.firstWrong) ? tally.firstWrong : null;

  const box = (quantity: Quantity) => {
    const key = keyOf(quantity);
    const entry = answers.entries.get(key);
    return (
      <Box
        name={quantityName(model.network, model.features, quantity)}
        entry={entry}
        mark={answers.judged.has(key) ? (marks.get(key) ?? null) : null}
        first={key === first}
        current={current !== undefined && key === keyOf(current)}
        onWrite={(text) => write(model.key, key, text)}
        onFocus={() => setChosen(key)}
        onLeave={() => entry !== undefined && entry.text.trim() !== '' && showMarks(model.key, [key])}
      />
    );
  };
  const tooLarge = blanks.length > MOST_BLANKS;
  return (
    <div ref={root} className="worksheet">
      <SheetBar {...{ model, difficulty, preset, source }} print={tooLarge ? null : print} />
      {tooLarge ? (
        <p className="worksheet-large">
          This sheet would have {blanks.length} blanks; a sheet holds at most {MOST_BLANKS}. Choose an easier
          one, or a network suited to paper.
        </p>
      ) : (
        <div className="worksheet-body">
          <Sheet {...{ model, sections, title, box }} />
          <div className="worksheet-aside">
            <Score {...{ model, blanks, tally, answers, root, first }} />
            {current !== undefined && (
              <Hints key={keyOf(current)} {...{ model, answers, blanks, quantity: current }} />
            )}
          </div>
          <PrintSheet {...{ model, sections, title, difficulty, solutions }} />
        </div>
      )}
    </div>
  );
}
