import { ELEMENTWISE_ACTIVATIONS } from '../../engine/activations/activations';
import type { Activation } from '../../experiment/names';
import { largestSlope, unitState, type UnitState } from '../../figures/activations/census';
import { countExcitations, STRIP_BINS } from '../../figures/activations/strip';
import { writeExcitation, wiringOf, type PointValues } from '../../figures/unit/excitation';

/** What is known of a layer's excitations after a sweep over all its units. */
export interface LayerExcitations {
  /** [bin] of the strip */
  readonly counts: Float32Array;
  least: number;
  most: number;
  /** [unit]; empty for the output */
  states: UnitState[];
}

export interface SweepNetwork {
  /** units per layer, [features, hidden …, outputs] */
  readonly sizes: readonly number[];
  /** [layer], the last is the output's */
  readonly activations: readonly Activation[];
  /** tokens that count for saturated and dead units */
  readonly train: Uint32Array;
}

export interface Sweep {
  /** [layer], the results of the last whole pass over each layer */
  readonly layers: readonly LayerExcitations[];
  /** Takes up units until `isOutOfTime`; returns whether it has just been through all of them. */
  advance(values: PointValues, parameters: ArrayLike<number>, isOutOfTime: () => boolean): boolean;
}

const createLayer = (): LayerExcitations => ({
  counts: new Float32Array(STRIP_BINS),
  least: Infinity,
  most: -Infinity,
  states: [],
});

/** Goes through all units, as many at a time as a frame has time for: large networks take several frames. */
export function createSweep({ sizes, activations, train }: SweepNetwork): Sweep {
  const layers = activations.map(createLayer);
  let growing = createLayer();
  let excitations = new Float32Array(0);
  let layer = 0;
  let unit = 0;
  const slopes = activations.map((each) =>
    each === 'softmax' ? 0 : largestSlope(ELEMENTWISE_ACTIVATIONS[each]),
  );

  function take(values: PointValues, parameters: ArrayLike<number>): void {
    if (excitations.length !== values.count) excitations = new Float32Array(values.count);
    writeExcitation(excitations, wiringOf(sizes, { layer, unit }), parameters, values);
    countExcitations(growing.counts, excitations);
    for (const e of excitations) {
      if (e < growing.least) growing.least = e;
      if (e > growing.most) growing.most = e;
    }
    const activation = activations[layer];
    if (activation === undefined || activation === 'softmax' || layer === activations.length - 1) return;
    growing.states.push(
      unitState(ELEMENTWISE_ACTIVATIONS[activation], excitations, train, slopes[layer] ?? 0),
    );
  }

  function finishLayer(): void {
    layers[layer] = growing;
    growing = createLayer();
    unit = 0;
    layer++;
  }

  return {
    layers,
    advance(values, parameters, isOutOfTime) {
      do {
        take(values, parameters);
        unit++;
        if (unit === sizes[layer + 1]) finishLayer();
        if (layer === activations.length) {
          layer = 0;
          return true;
        }
      } while (!isOutOfTime());
      return false;
    },
  };
}
