import type { Layout } from '../../../engine/engine';
import { ELEMENTWISE_ACTIVATIONS } from '../../../engine/activations/activations';
import { createLayout } from '../../../engine/layout';
import { networkSpec, type NetworkSpec } from '../../../engine/network';
import { addPenaltyGradient } from '../../../engine/trainer/penalty';
import { traceToken, type TokenTrace } from '../../../engine/trace/trace';
import type { Experiment } from '../../../experiment/experiment';
import { FLAT_SHARE, largestSlope, SATURATED_SHARE } from '../../../figures/activations/census';
import type { Token } from '../values';
import type { Work } from './slices';

/** What the whole data set does to the network: all in double precision, penalty included. */
export interface GradientReading {
  readonly step: number;
  /** of the loss over all training tokens, in the layout's order */
  readonly full: Float64Array;
  /** of the next minibatch; null where it is not known */
  readonly batch: Float64Array | null;
  readonly batchCount: number;
  /** [layer] of `full`, weights and biases of the layer together */
  readonly norms: readonly number[];
  /** [layer] the same weights' with residual connections where there are none, and without where there are; or null */
  readonly others: readonly number[] | null;
  /** [hidden layer] number of units */
  readonly dead: readonly number[];
  readonly saturated: readonly number[];
}

export interface GradientTask {
  readonly experiment: Experiment;
  readonly step: number;
  readonly parameters: ArrayLike<number>;
  readonly train: readonly Token[];
  readonly batch: readonly Token[] | null;
  /** whether the norms of the other connections are wanted */
  readonly withOthers: boolean;
}

/** Traces every training token, then the tokens of the minibatch. */
export function* readGradients({ experiment, step, ...task }: GradientTask): Work<GradientReading> {
  const network = networkSpec(experiment);
  const layout = createLayout(network);
  const parameters = Float64Array.from(task.parameters);
  const census = createCensus(network);
  const { regularization } = experiment.training;

  function* meanGradient(
    connected: NetworkSpec,
    tokens: readonly Token[],
    each: (trace: TokenTrace) => void,
  ): Work<Float64Array> {
    const sum = new Float64Array(layout.parameterCount);
    for (const { input, target } of tokens) {
      const trace = traceToken(connected, layout, parameters, input, target);
      addGradient(sum, layout, trace, 1 / tokens.length);
      each(trace);
      yield;
    }
    addPenaltyGradient(sum, parameters, layout, regularization);
    return sum;
  }
  const none = () => undefined;
  const full = yield* meanGradient(network, task.train, census.add);
  const batch = task.batch === null ? null : yield* meanGradient(network, task.batch, none);
  const other = task.withOthers ? yield* meanGradient(otherNetwork(experiment), task.train, none) : null;
  const normsOf = (gradient: Float64Array) =>
    layout.layers.map(({ weights, bias, units }) => normOf(gradient.subarray(weights, bias + units)));
  return {
    ...{ step, full, batch, norms: normsOf(full), others: other && normsOf(other) },
    ...{ batchCount: task.batch?.length ?? 0 },
    ...census.counts(task.train.length),
  };
}

/** The same layers, connected the other way. */
export function otherNetwork(experiment: Experiment): NetworkSpec {
  const { network } = experiment;
  const connectivity = network.connectivity === 'residual' ? 'sequential' : 'residual';
  return networkSpec({ ...experiment, network: { ...network, connectivity } });
}

function addGradient(sum: Float64Array, { layers }: Layout, trace: TokenTrace, share: number): void {
  trace.layers.forEach(({ weightGradient, biasGradient }, l) => {
    const { weights = 0, bias = 0 } = layers[l] ?? {};
    weightGradient.forEach((value, i) => (sum[weights + i] = (sum[weights + i] ?? 0) + share * value));
    biasGradient.forEach((value, i) => (sum[bias + i] = (sum[bias + i] ?? 0) + share * value));
  });
}

export function normOf(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

/** Counts the dead and the saturated units of the hidden layers, as the lens Activations defines them. */
function createCensus({ layers }: NetworkSpec) {
  const hidden = layers.slice(0, -1).map(({ units, activation }) => {
    const curve = ELEMENTWISE_ACTIVATIONS[activation === 'softmax' ? 'linear' : activation];
    const flatBelow = FLAT_SHARE * largestSlope(curve);
    return { curve, flatBelow, flat: new Uint32Array(units), silent: new Uint32Array(units) };
  });
  return {
    add(trace: TokenTrace): void {
      hidden.forEach(({ curve, flatBelow, flat, silent }, l) => {
        trace.layers[l]?.e.forEach((e, k) => {
          const slope = Math.abs(trace.layers[l]?.slope[k] ?? 0);
          if (slope < flatBelow) flat[k] = (flat[k] ?? 0) + 1;
          if (slope === 0 && curve.value(e) === 0) silent[k] = (silent[k] ?? 0) + 1;
        });
      });
    },
    counts(tokens: number) {
      const isDead = (silent: number) => tokens > 0 && silent === tokens;
      const dead = hidden.map(({ silent }) => silent.filter(isDead).length);
      const saturated = hidden.map(
        ({ flat, silent }) =>
          flat.filter(
            (count, k) => !isDead(silent[k] ?? 0) && count >= SATURATED_SHARE * tokens && tokens > 0,
          ).length,
      );
      return { dead, saturated };
    },
  };
}
