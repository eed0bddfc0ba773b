import { useMemo, useRef, type RefObject } from 'react';
import { coordinateCount } from '../../../experiment/shape';
import type { CountedRun } from '../../../figures/gates/mistakeCount';
import type { RuleLook } from '../../../figures/gates/perceptronRun';
import { rowText } from '../../../figures/gates/rows';
import { ABSENT } from '../../../figures/numbers';
import { useFrame, useSelect } from '../../../store/context';
import { useDataset } from '../../useDataset';
import type { RuleWatch } from './ruleWatch';
import { separabilitySentence } from './sentences';
import { weightText } from './WeightPlane';
import { writeText } from '../../../figures/writeText';

/** The rule in numbers: the row looked at last with its update, and the mistakes so far. */
export function RuleReadout({ watch }: { watch: RuleWatch }) {
  const inputs = useSelect((state) => coordinateCount(state.experiment.problem));
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const separability = useMemo(() => separabilitySentence(experiment, dataset), [experiment, dataset]);
  const features = useSelect((state) => state.experiment.features.length);
  const look = useRef<HTMLParagraphElement>(null);
  const update = useRef<HTMLParagraphElement>(null);
  const mistakes = useRef<HTMLOutputElement>(null);
  const inPass = useRef<HTMLOutputElement>(null);
  const passes = useRef<HTMLOutputElement>(null);
  const since = useRef<HTMLSpanElement>(null);
  const verdict = useRef<HTMLParagraphElement>(null);

  useFrame(
    (snapshot) => {
      const run = watch.at(snapshot);
      if (run === null) return;
      const { last } = run;
      writeText(look.current, last === null ? 'Step looks at the first row.' : lookText(last, inputs));
      writeText(
        update.current,
        last === null ? 'w ← w + η(y − ŷ)x, b ← b + η(y − ŷ)' : updateText(last, features),
      );
      writeText(mistakes.current, String(run.mistakes));
      writeText(inPass.current, String(run.passMistakes));
      writeText(passes.current, String(run.passes));
      writeText(since.current, run.since === 0 ? '' : `, counted anew since update ${run.since}`);
      writeText(verdict.current, verdictText(run) ?? separability);
      verdict.current?.toggleAttribute('data-converged', run.converged !== null);
      // Nothing is learned any more.
      if (update.current !== null) update.current.hidden = run.converged !== null;
    },
    [watch, inputs, features, separability],
  );

  return (
    <div className="rule-readout">
      <p ref={look} className="rule-look" />
      <p ref={update} className="rule-update" />
      <p>
        <Count name="Mistakes" output={mistakes} />, <Count name="in this pass" output={inPass} />;{' '}
        <Count name="passes" output={passes} />
        <span ref={since} />
      </p>
      <p ref={verdict} role="status" aria-label="Perceptron rule" className="rule-verdict" />
    </div>
  );
}

function Count({ name, output }: { name: string; output: RefObject<HTMLOutputElement | null> }) {
  return (
    <>
      {name}{' '}
      <output ref={output} aria-label={NAMES[name] ?? name} aria-live="off">
        {ABSENT}
      </output>
    </>
  );
}

/** As they are called where they stand alone. */
const NAMES: Readonly<Record<string, string>> = { 'in this pass': 'Mistakes in this pass', passes: 'Passes' };

function lookText({ row, excitation, output, target }: RuleLook, inputs: number): string {
  const mistake = output === target ? 'right' : 'a mistake';
  return `Row ${rowText(row, inputs)}: e = ${weightText(excitation)}, ŷ = ${output}, y = ${target}: ${mistake}.`;
}

function updateText({ before, after, output, target }: RuleLook, features: number): string {
  if (output === target) return 'No update: the rule learns from mistakes only.';
  const moves = Array.from(after, (value, i) => weightText(value - (before[i] ?? 0)));
  return `Δw = η(y − ŷ)x = (${moves.slice(0, features).join(', ')}), Δb = ${moves[features] ?? ABSENT}`;
}

function verdictText({ converged }: CountedRun): string | null {
  if (converged === null) return null;
  const { passes, mistakes } = converged;
  return `Converged after ${counted(passes, 'pass', 'passes')} and ${counted(mistakes, 'mistake', 'mistakes')}.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
