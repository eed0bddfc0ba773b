import { useId, useRef, useState } from 'react';
import { SpinButton } from '../../../controls/SpinButton';
import { useThemed } from '../../../controls/useThemeKey';
import { DIGIT_PIXELS, DIGIT_SIDE } from '../../../data/digits/digitShape';
import type { Feature } from '../../../experiment/names';
import { layerSizes, parameterIndex } from '../../../experiment/shape';
import { rampColor, readPalette } from '../../../figures/color';
import { paintColors } from '../../../figures/digits/paint';
import { formatFixed } from '../../../figures/numbers';
import type { Snapshot } from '../../../protocol/snapshot';
import { useActions, useFrame, useSelect } from '../../../store/context';
import { selectShownUnit } from '../../../store/state';
import { unitName } from '../../network/names';
import { sameSizes } from '../../output/sameSizes';
import { Ramp } from './Ramp';
import { writeText } from '../../../figures/writeText';

/** A first-layer unit's weights, each in the place of the pixel that it weighs. */
export function FirstLayerWeights() {
  const title = useId();
  const experiment = useSelect((state) => state.experiment);
  const sizes = layerSizes(experiment);
  const units = sizes[1] ?? 1;
  const { unit, choose } = useFirstLayerUnit(units);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scale = useRef<HTMLSpanElement>(null);
  const palette = useThemed(readPalette);
  const place = unitName({ layer: 0, unit }, sizes.length - 2);
  useFrame(
    (snapshot) => {
      const context = canvas.current?.getContext('2d');
      if (!context || scale.current === null || !sameSizes(snapshot.sizes, layerSizes(experiment))) return;
      const weights = weightsByPixel(snapshot, experiment.features, unit);
      const magnitude = largestOf(weights);
      paintColors(context, weights, DIGIT_SIDE, (weight) => rampColor(palette, weight / magnitude));
      writeText(scale.current, `±${formatFixed(magnitude, 2)}`);
    },
    [experiment, unit, palette],
  );
  return (
    <section className="digit-weights">
      <div className="digit-head">
        <h3 id={title}>Weights</h3>
        <SpinButton
          label="Unit"
          layout="inline"
          min={1}
          max={units}
          value={unit + 1}
          onChange={(to) => choose(to - 1)}
          onEnd={() => {}}
        />
      </div>
      <canvas
        ref={canvas}
        className="digit-weights-picture"
        width={DIGIT_SIDE}
        height={DIGIT_SIDE}
        role="img"
        aria-label={`Weights of ${place}`}
      />
      <p className="digit-weights-scale">
        <Ramp palette={palette} />
        <span ref={scale} title="Weight that full color stands for, the unit's strongest" />
      </p>
    </section>
  );
}

/** The unit pointed out in the network where it is one of the first layer, else the one chosen here. */
function useFirstLayerUnit(units: number) {
  const shown = useSelect(selectShownUnit);
  const pinned = useSelect((state) => state.view.pinned);
  const [own, setOwn] = useState(0);
  const pointed = shown?.layer === 0 ? shown.unit : null;
  const { setView } = useActions();
  const choose = (unit: number) => {
    setOwn(unit);
    if (pinned?.layer === 0) setView({ pinned: { layer: 0, unit } });
  };
  return { unit: Math.min(units - 1, pointed ?? own), choose };
}

/** [row][column]; null where a pixel is no input */
function weightsByPixel(snapshot: Snapshot, features: readonly Feature[], unit: number): (number | null)[] {
  const weights = new Array<number | null>(DIGIT_PIXELS).fill(null);
  const first = parameterIndex(snapshot.sizes, { layer: 0, unit, from: 0 });
  features.forEach((feature, f) => {
    weights[Number(feature.slice(1)) - 1] = snapshot.parameters[first + f] ?? null;
  });
  return weights;
}

/** The unit's own: beside a unit with huge weights the others would be blank. Never 0. */
function largestOf(weights: readonly (number | null)[]): number {
  const largest = weights.reduce<number>((most, weight) => Math.max(most, Math.abs(weight ?? 0)), 0);
  return largest > 0 ? largest : 1;
}
