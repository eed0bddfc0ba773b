import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Experiment } from '../../../experiment/experiment';
import { isProbability } from '../../../experiment/names';
import { outputCount } from '../../../experiment/shape';
import { classThreshold, predictedClass } from '../../../figures/confusionMatrix/layout';
import { ABSENT, formatFixed } from '../../../figures/numbers';
import { probeOf, useFrame, useSelect } from '../../../store/context';
import { classNames } from '../../output/shown';
import { writeText } from '../../../figures/writeText';

interface Bar {
  readonly name: string;
  readonly value: (outputs: ArrayLike<number>) => number;
}

/** One bar a class. An output that is no probability has a bar of its own. */
function barsOf(experiment: Experiment): readonly Bar[] {
  const names = classNames(experiment).map(({ short }) => short);
  if (outputCount(experiment) > 1)
    return names.map((name, k) => ({ name, value: (outputs) => outputs[k] ?? 0 }));
  const [no = '', yes = ''] = names;
  const output: Bar = { name: yes, value: (outputs) => outputs[0] ?? 0 };
  if (!isProbability(experiment.network.output)) return [{ ...output, name: 'ŷ' }];
  return [output, { name: no, value: (outputs) => 1 - (outputs[0] ?? 0) }];
}

/** What the network says to the drawing, written frame by frame. */
export function ClassBars({ probe, blank }: { probe: string; blank: boolean }) {
  const experiment = useSelect((state) => state.experiment);
  const bars = useMemo(() => barsOf(experiment), [experiment]);
  const list = useRef<HTMLUListElement>(null);
  const read = useRef<HTMLOutputElement>(null);
  const wanted = useSelect((state) => state.probes.find(({ id }) => id === probe)?.version ?? 0);
  // Until a frame answers for the drawing as it is now.
  useLayoutEffect(() => list.current?.setAttribute('aria-busy', 'true'), [wanted]);
  useFrame(
    (snapshot) => {
      const answer = blank ? null : probeOf(snapshot, probe);
      const values = answer?.values ?? null;
      if (blank || answer?.version === wanted) list.current?.setAttribute('aria-busy', 'false');
      const count = outputCount(experiment);
      const fits = values !== null && snapshot.sizes[snapshot.sizes.length - 1] === count;
      const outputs = fits ? values.subarray(values.length - count) : null;
      if (list.current !== null) writeBars(list.current, bars, outputs);
      writeText(read.current, outputs === null ? ABSENT : readAs(experiment, outputs));
    },
    [bars, experiment, probe, blank, wanted],
  );
  return (
    <>
      <p className="digit-pad-read">
        read as{' '}
        <output ref={read} aria-live="off" aria-label="Read as">
          {ABSENT}
        </output>
      </p>
      <ul ref={list} className="class-bars" aria-label="Class probabilities" data-count={bars.length}>
        {bars.map(({ name }) => (
          <li key={name}>
            <span className="class-bar-name">{name}</span>
            <span className="class-bar" aria-hidden="true" />
            <span className="class-bar-value">{ABSENT}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function readAs(experiment: Experiment, outputs: Float32Array): string {
  const said = { channels: outputs.length, values: outputs };
  const label = predictedClass(said, 0, classThreshold(experiment.network.output));
  return classNames(experiment)[label]?.short ?? '';
}

function writeBars(list: HTMLElement, bars: readonly Bar[], outputs: Float32Array | null): void {
  bars.forEach((bar, i) => {
    const item = list.children[i];
    const value = outputs === null ? NaN : bar.value(outputs);
    const text = formatFixed(value, 3);
    const share = Number.isFinite(value) ? Math.max(0, Math.min(1, value)) : 0;
    const [, line, number] = item?.children ?? [];
    if (line instanceof HTMLElement) line.style.setProperty('--share', share.toFixed(4));
    writeText(number, text);
  });
}
