import type { Plane } from './plane';
import { planePlaces } from './plane';

/** The last layer's columns and bias in the flat parameters. */
export interface LastLayer {
  /** number of columns: units of the last hidden layer, or features */
  readonly terms: number;
  /** index of the first weight and of the first bias */
  readonly weights: number;
  readonly bias: number;
}

export function lastLayerOf(sizes: readonly number[]): LastLayer {
  let weights = 0;
  for (let l = 1; l < sizes.length - 1; l++) weights += ((sizes[l - 1] ?? 0) + 1) * (sizes[l] ?? 0);
  const terms = sizes[sizes.length - 2] ?? 0;
  return { terms, weights, bias: weights + terms * (sizes[sizes.length - 1] ?? 0) };
}

/** Column wⱼ of the output's weights, two outputs. */
export function columnOf(
  parameters: ArrayLike<number>,
  { terms, weights }: LastLayer,
  j: number,
): readonly [number, number] {
  return [parameters[weights + j] ?? NaN, parameters[weights + terms + j] ?? NaN];
}

/**
 * The sum b + Σ wⱼhⱼ head to tail, in the output plane's units: origin, b, b + w₁h₁, …, e, one after the other x, y.
 * @param activations h of the last hidden layer, [term]
 */
export function chainOf(
  parameters: ArrayLike<number>,
  layer: LastLayer,
  activations: ArrayLike<number>,
): Float64Array {
  const chain = new Float64Array(2 * (layer.terms + 2));
  let x = parameters[layer.bias] ?? NaN;
  let y = parameters[layer.bias + 1] ?? NaN;
  chain.set([x, y], 2);
  for (let j = 0; j < layer.terms; j++) {
    const [w1, w2] = columnOf(parameters, layer, j);
    const h = activations[j] ?? NaN;
    x += w1 * h;
    y += w2 * h;
    chain.set([x, y], 2 * j + 4);
  }
  return chain;
}

/**
 * Errors of tokens as vectors from y to ŷ: x and y of the target, then of the output, in px.
 * @param targets [token][output], two outputs
 * @param outputs [token][output]
 */
export function layoutErrors(
  plane: Plane,
  targets: ArrayLike<number>,
  outputs: ArrayLike<number>,
): Float64Array {
  const from = planePlaces(plane, targets);
  const to = planePlaces(plane, outputs);
  const errors = new Float64Array(2 * from.length);
  for (let i = 0; i < from.length; i += 2) {
    errors.set(from.subarray(i, i + 2), 2 * i);
    errors.set(to.subarray(i, i + 2), 2 * i + 2);
  }
  return errors;
}

/** A name beside a segment of the chain. */
export interface ChainLabel {
  /** −1 is the bias, j the column */
  readonly term: number;
  readonly x: number;
  readonly y: number;
}

/** px of a segment that has a name */
const NAMED = 30;

/**
 * Names for the segments that are long enough, each on its clearer side; none over another.
 * @param chain in px, as of `chainOf`
 */
export function labelChain(chain: Float64Array, obstacles: Float64Array): ChainLabel[] {
  const labels: ChainLabel[] = [];
  for (let i = 0; i + 3 < chain.length; i += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = chain.subarray(i, i + 4);
    const length = Math.hypot(bx - ax, by - ay);
    if (!(length >= NAMED)) continue;
    const nx = -(by - ay) / length;
    const ny = (bx - ax) / length;
    const off = 12 + 7 * Math.abs(nx);
    const at = (side: number) => [(ax + bx) / 2 + nx * off * side, (ay + by) / 2 + ny * off * side] as const;
    const clear = (side: number) => clearance(at(side), chain, i, obstacles);
    const [x, y] = at(clear(1) > clear(-1) ? 1 : -1);
    if (labels.some((other) => Math.abs(other.x - x) < 34 && Math.abs(other.y - y) < 18)) continue;
    labels.push({ term: i / 2 - 1, x, y });
  }
  return labels;
}

/** squared px from the nearest other segment or obstacle */
function clearance(
  [x, y]: readonly [number, number],
  chain: Float64Array,
  own: number,
  obstacles: Float64Array,
): number {
  let least = Infinity;
  for (let i = 0; i + 3 < chain.length; i += 2) {
    if (i === own) continue;
    const [ax = 0, ay = 0, bx = 0, by = 0] = chain.subarray(i, i + 4);
    for (let u = 0; u <= 1; u += 0.25)
      least = Math.min(least, (ax + (bx - ax) * u - x) ** 2 + (ay + (by - ay) * u - y) ** 2);
  }
  for (let i = 0; i + 1 < obstacles.length; i += 2)
    least = Math.min(least, ((obstacles[i] ?? 0) - x) ** 2 + ((obstacles[i + 1] ?? 0) - y) ** 2);
  return least;
}
