import { useCallback, useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import type { Dataset } from '../../../data/dataset';
import type { Experiment, ParameterRef } from '../../../experiment/experiment';
import { layerSizes, parameterIndex } from '../../../experiment/shape';
import { angleBetween, layoutArrows } from '../../../figures/gradients/arrows';
import { drawArrows, drawNorms } from '../../../figures/gradients/draw';
import {
  addReading,
  flowSentence,
  layoutNorms,
  noResidualSentence,
  otherFlowSentence,
  type NormHistory,
} from '../../../figures/gradients/normChart';
import { sameSizes } from '../../../panels/output/sameSizes';
import type { Snapshot } from '../../../protocol/snapshot';
import { useOptimizerState } from '../../../store/context';
import { useSize } from '../../../controls/useSize';
import { nextBatch, tokenOf } from '../tokens';
import type { Token } from '../values';
import { BatchGradient, SIDE } from './BatchGradient';
import { writeNumbers } from './GradientNumber';
import { GradientNorms, NORM_BOX } from './GradientNorms';
import { normOf, readGradients, type GradientReading } from './gradientWork';
import { presentParameter } from './ParameterChoice';
import { useWork } from './useWork';
import { writeText } from '../../../figures/writeText';

export interface GradientFiguresProps {
  readonly experiment: Experiment;
  readonly dataset: Dataset;
  readonly train: readonly Token[];
  /** what stands between the two figures */
  readonly children: React.ReactNode;
}

/** Both figures of the whole gradient: its norm layer by layer, and the minibatch's beside it. */
export function GradientFigures({ experiment, dataset, train, children }: GradientFiguresProps) {
  const sizes = layerSizes(experiment);
  const [chosen, setChosen] = useState<readonly [ParameterRef, ParameterRef]>([
    { layer: 0, unit: 0, from: 0 },
    { layer: 0, unit: 0, from: (sizes[0] ?? 0) > 1 ? 1 : 'bias' },
  ]);
  const pair = [presentParameter(sizes, chosen[0]), presentParameter(sizes, chosen[1])] as const;
  const root = useRef<HTMLDivElement>(null);
  const chartBox = useRef<HTMLDivElement>(null);
  const width = Math.max(160, useSize(chartBox).width) - NORM_BOX.left - NORM_BOX.right;
  const [history] = useState<NormHistory>(() => ({ steps: [], norms: [], others: [] }));
  const [wanted, setWanted] = useState(false);
  const withOthers = wanted && noResidualSentence(sizes) === null;
  const last = useRef<GradientReading | null>(null);
  useOptimizerState();

  function draw(): void {
    const reading = last.current;
    if (reading === null || reading.norms.length !== sizes.length - 1) return;
    const at = [parameterIndex(sizes, pair[0]), parameterIndex(sizes, pair[1])] as const;
    writeNumbers(root.current, numbersOf(reading, sizes, at));
    write(root, reading, experiment, at);
    const group = root.current?.querySelector<SVGGElement>('g[data-part="norms"]');
    if (group instanceof SVGGElement)
      drawNorms(group, layoutNorms(history, width, NORM_BOX.height, withOthers), width, NORM_BOX.height);
  }
  useReadings({ experiment, dataset, train, withOthers }, (reading) => {
    last.current = reading;
    addReading(history, reading.step, reading.norms, reading.others);
    draw();
  });
  const again = useEffectEvent(draw);
  useEffect(() => again());

  return (
    <div ref={root} className="gradients">
      <GradientNorms
        {...{ experiment, withOthers, width, tokens: train.length, box: chartBox }}
        onOthers={setWanted}
      />
      {children}
      <BatchGradient experiment={experiment} tokens={train.length} pair={pair} onChange={setChosen} />
    </div>
  );
}

interface ReadingsOptions extends Pick<GradientFiguresProps, 'experiment' | 'dataset' | 'train'> {
  readonly withOthers: boolean;
}

function useReadings(
  { experiment, dataset, train, withOthers }: ReadingsOptions,
  show: (reading: GradientReading) => void,
): void {
  const begin = useCallback(
    ({ sizes, step, state }: Snapshot, parameters: ArrayLike<number>) => {
      if (!sameSizes(sizes, layerSizes(experiment)) || train.length === 0) return null;
      const places = state === null ? [] : nextBatch(experiment, dataset, state);
      const batch = places.length === 0 ? null : places.map((place) => tokenOf(experiment, dataset, place));
      return readGradients({ experiment, step, parameters, train, batch, withOthers });
    },
    [experiment, dataset, train, withOthers],
  );
  useWork(begin, show);
}

function write(
  root: RefObject<HTMLDivElement | null>,
  { full, batch, norms, others }: GradientReading,
  experiment: Experiment,
  [first, second]: readonly [number, number],
): void {
  const residual = experiment.network.connectivity === 'residual';
  const sentence = root.current?.querySelector<HTMLElement>('[data-part="flow"]') ?? null;
  writeText(sentence, flowSentence(norms, residual));
  const otherwise = root.current?.querySelector<HTMLElement>('[data-part="other-flow"]') ?? null;
  writeText(otherwise, others === null ? '' : otherFlowSentence(others, residual));
  const group = root.current?.querySelector<SVGGElement>('g[data-part="arrows"]');
  const pairOf = (of: Float64Array) => [of[first] ?? 0, of[second] ?? 0] as const;
  if (group instanceof SVGGElement)
    drawArrows(group, layoutArrows(pairOf(full), batch === null ? null : pairOf(batch), SIDE));
}

function numbersOf(
  { full, batch, batchCount, norms, others, dead, saturated }: GradientReading,
  sizes: readonly number[],
  at: readonly number[],
): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  norms.forEach((norm, l) => {
    values.set(`norm:${l}`, norm);
    values.set(`other:${l}`, others?.[l] ?? NaN);
    values.set(`dead:${l}`, (dead[l] ?? NaN) / (sizes[l + 1] ?? NaN));
    values.set(`saturated:${l}`, (saturated[l] ?? NaN) / (sizes[l + 1] ?? NaN));
  });
  values.set('ratio', (norms[0] ?? NaN) / (norms[norms.length - 1] ?? NaN));
  values.set('other-ratio', (others?.[0] ?? NaN) / (others?.[others.length - 1] ?? NaN));
  values.set('full', normOf(full));
  values.set('batch', batch === null ? NaN : normOf(batch));
  values.set('tokens', batch === null ? NaN : batchCount);
  values.set('angle', batch === null ? NaN : angleBetween(full, batch));
  at.forEach((index, i) => {
    values.set(`full:${i}`, full[index] ?? NaN);
    values.set(`batch:${i}`, batch?.[index] ?? NaN);
  });
  return values;
}
