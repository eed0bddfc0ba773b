import { useCallback, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { Slider } from '../../../controls/Slider';
import { useSize } from '../../../controls/useSize';
import type { Experiment, ParameterRef } from '../../../experiment/experiment';
import { layerSizes, parameterIndex } from '../../../experiment/shape';
import { drawLossPlot, drawLossStrokes, drawRateScale } from '../../../figures/gradients/draw';
import {
  largestRate,
  layoutLossPlot,
  layoutRateScale,
  type LossLine,
} from '../../../figures/gradients/lossPlot';
import { verdictSentence } from '../../../figures/gradients/verdict';
import { formatShort } from '../../../figures/numbers';
import { sameSizes } from '../../../panels/output/sameSizes';
import type { Snapshot } from '../../../protocol/snapshot';
import type { Token } from '../values';
import { GradientNumber, writeNumbers } from './GradientNumber';
import { drawLossLine } from './lossLineWork';
import { ParameterChoice, presentParameter } from './ParameterChoice';
import { useWork } from './useWork';
import { writeText } from '../../../figures/writeText';

const HEIGHT = 128;
const MARGIN = { left: 58, top: 8, right: 12, bottom: 24 } as const;
/** px of the scale of η: above its line two lines of text, below it one */
const SCALE = { above: 32, below: 22 } as const;

export interface LossAlongWeightProps {
  readonly experiment: Experiment;
  readonly train: readonly Token[];
}

/** The loss as a function of one weight or bias, the others held, and the step of plain gradient descent on it. */
export function LossAlongWeight({ experiment, train }: LossAlongWeightProps) {
  const sizes = layerSizes(experiment);
  const [chosen, setChosen] = useState<ParameterRef>({ layer: 0, unit: 0, from: 0 });
  const [range, setRange] = useState(2);
  const ref = presentParameter(sizes, chosen);
  const root = useRef<HTMLElement>(null);
  const verdict = useRef<HTMLParagraphElement>(null);
  const id = useId();
  const { box, svg } = useLossLine({ experiment, train, ref, range, root, verdict });
  const penalty = experiment.training.regularization.kind !== 'none';
  return (
    <section ref={root} className="gradients-part" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Loss along one weight{penalty ? ', with the penalty' : ''}</h3>
      <div className="gradients-choices">
        <ParameterChoice
          {...{ label: 'Weight or bias', unitLabel: 'Of unit', features: experiment.features, sizes }}
          value={ref}
          onChange={setChosen}
        />
        <Slider
          label="Range"
          {...{ value: range, min: 0.1, max: 20, step: 0.1, text: `±${formatShort(range)}` }}
          onChange={setRange}
          onEnd={() => undefined}
        />
      </div>
      <div ref={box} className="gradients-figure">
        {svg(id)}
      </div>
      <p ref={verdict} id={`${id}-verdict`} className="gradients-verdict" />
      <LineNumbers />
    </section>
  );
}

function LineNumbers() {
  const rows = [
    ['value', 'value'],
    ['loss', 'loss'],
    ['slope', 'gradient'],
    ['curvature', 'curvature'],
    ['2/curvature', 'limit'],
    ['η', 'rate'],
    ['step −η·slope', 'move'],
    ['loss after it', 'nextLoss'],
  ] as const;
  return (
    <dl className="gradients-numbers">
      {rows.map(([name, k]) => (
        <div key={k}>
          <dt>{name}</dt>
          <dd>
            <GradientNumber k={k} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface LineView extends LossAlongWeightProps {
  readonly ref: ParameterRef;
  readonly range: number;
  readonly root: React.RefObject<HTMLElement | null>;
  readonly verdict: React.RefObject<HTMLParagraphElement | null>;
}

/** Computes the line and writes it in place. */
function useLossLine({ experiment, train, ref, range, root, verdict }: LineView) {
  const box = useRef<HTMLDivElement>(null);
  const axes = useRef<SVGGElement>(null);
  const strokes = useRef<SVGGElement>(null);
  const scale = useRef<SVGGElement>(null);
  const last = useRef<LossLine | null>(null);
  const width = Math.max(120, useSize(box).width);
  const inside = { width: width - MARGIN.left - MARGIN.right, height: HEIGHT };
  const index = parameterIndex(layerSizes(experiment), ref);
  const begin = useCallback(
    ({ sizes, step }: Snapshot, parameters: ArrayLike<number>) =>
      sameSizes(sizes, layerSizes(experiment)) && train.length > 0
        ? drawLossLine({ experiment, step, parameters, train, index, range })
        : null,
    [experiment, train, index, range],
  );

  function show(line: LossLine): void {
    last.current = line;
    writeNumbers(root.current, numbersOf(line));
    writeText(verdict.current, verdictSentence(line));
    const plot = layoutLossPlot(line, inside);
    if (axes.current === null || strokes.current === null || scale.current === null) return;
    drawLossPlot(axes.current, plot, inside.width, inside.height);
    drawLossStrokes(strokes.current, plot);
    drawRateScale(scale.current, layoutRateScale(line, inside.width), inside.width);
  }
  useWork(begin, show);
  const again = useEffectEvent(() => {
    if (last.current !== null) show(last.current);
  });
  useEffect(() => again(), [width]);
  const svg = (id: string) => (
    <svg
      role="img"
      aria-label="Loss along one weight"
      aria-describedby={`${id}-verdict`}
      width={width}
      height={MARGIN.top + HEIGHT + MARGIN.bottom + SCALE.above + SCALE.below}
    >
      <clipPath id={`${id}-clip`}>
        <rect width={inside.width} height={HEIGHT} />
      </clipPath>
      <g transform={`translate(${MARGIN.left} ${MARGIN.top})`}>
        <rect className="gradients-frame" width={inside.width} height={HEIGHT} />
        <g ref={axes} />
        <g ref={strokes} clipPath={`url(#${id}-clip)`} />
        <g ref={scale} transform={`translate(0 ${HEIGHT + MARGIN.bottom + SCALE.above})`} />
      </g>
    </svg>
  );
  return { box, svg };
}

function numbersOf(line: LossLine): ReadonlyMap<string, number> {
  const { present, loss, gradient, curvature, learningRate, next, nextLoss } = line;
  return new Map([
    ['value', present],
    ['loss', loss],
    ['gradient', gradient],
    ['curvature', curvature],
    ['limit', largestRate(curvature) ?? NaN],
    ['rate', learningRate],
    ['move', next - present],
    ['nextLoss', nextLoss],
  ]);
}
