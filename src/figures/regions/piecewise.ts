import type { Experiment } from '../../experiment/experiment';
import { ACTIVATION_LABELS, type Activation } from '../../experiment/names';
import { coordinateCount, layerSizes } from '../../experiment/shape';

/** A network that is affine on either side of each hidden unit's line, laid out for tracing its regions. */
export interface PiecewiseNetwork {
  /** Which coordinate each input is: 0 for x1, 1 for x2. */
  readonly inputs: readonly number[];
  /** hidden layers in order, then the output layer */
  readonly layers: readonly PiecewiseLayer[];
  /** hidden units of all layers */
  readonly hiddenUnits: number;
}

export interface PiecewiseLayer {
  readonly inputs: number;
  readonly units: number;
  /** index of the layer's first weight in the flat parameters; [receiving][sending], then the biases */
  readonly offset: number;
  /** this layer's first unit among all hidden units */
  readonly firstUnit: number;
  readonly pieces: Pieces;
  /** h = σ(e) + x */
  readonly residual: boolean;
}

/** σ(e) = slope · e + constant, one pair for e ≤ 0 and one for e > 0. */
export interface Pieces {
  readonly off: Piece;
  readonly on: Piece;
}
export interface Piece {
  readonly slope: number;
  readonly constant: number;
}

const IDENTITY: Piece = { slope: 1, constant: 0 };
const LINEAR: Pieces = { off: IDENTITY, on: IDENTITY };

/** The activations made of straight pieces; the others bend everywhere. */
const PIECES: Partial<Record<Activation, Pieces>> = {
  linear: LINEAR,
  relu: { off: { slope: 0, constant: 0 }, on: IDENTITY },
  'leaky-relu': { off: { slope: 0.01, constant: 0 }, on: IDENTITY },
  step: { off: { slope: 0, constant: 0 }, on: { slope: 0, constant: 1 } },
  sign: { off: { slope: 0, constant: -1 }, on: { slope: 0, constant: 1 } },
};

/** Whether a unit's line parts the plane: it does unless both sides are one piece. */
export function isBent({ pieces }: PiecewiseLayer): boolean {
  return pieces !== LINEAR;
}

/** Why a network has no linear regions to show, in one sentence; null where it has. */
export function regionsFault(experiment: Experiment): string | null {
  const lines = linesFault(experiment);
  if (lines !== null) return lines;
  const bending = experiment.network.hidden.find(({ activation }) => PIECES[activation] === undefined);
  if (bending === undefined) return null;
  return `No linear regions: ${ACTIVATION_LABELS[bending.activation]} bends everywhere; they need ReLU or leaky ReLU in every hidden layer.`;
}

/** Why the first layer's thresholds are no straight lines of the plane; null where they are. */
export function linesFault({ problem, features }: Experiment): string | null {
  const coordinates = coordinateCount(problem);
  if (coordinates !== 2)
    return `No linear regions: they are drawn in the plane of two coordinates, and these data have ${coordinates}.`;
  const other = features.find((feature) => feature !== 'x1' && feature !== 'x2');
  return other === undefined
    ? null
    : `No linear regions: they need x1 and x2 as the only inputs, and this network also takes ${other}.`;
}

/** The layers of a network for which `regionsFault` is null. */
export function piecewiseNetwork(experiment: Experiment): PiecewiseNetwork {
  const { features, network } = experiment;
  const sizes = layerSizes(experiment);
  const layers: PiecewiseLayer[] = [];
  let offset = 0;
  let firstUnit = 0;
  for (let l = 1; l < sizes.length; l++) {
    const inputs = sizes[l - 1] ?? 0;
    const units = sizes[l] ?? 0;
    const hidden = network.hidden[l - 1];
    const pieces = (hidden && PIECES[hidden.activation]) ?? LINEAR;
    const residual = hidden !== undefined && network.connectivity === 'residual' && inputs === units;
    layers.push({ inputs, units, offset, firstUnit, pieces, residual });
    offset += (inputs + 1) * units;
    if (hidden !== undefined) firstUnit += units;
  }
  return { inputs: features.map((feature) => (feature === 'x2' ? 1 : 0)), layers, hiddenUnits: firstUnit };
}
