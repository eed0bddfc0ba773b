/**
 * How far a network's probabilities ŷ are from a target distribution d, with derivatives, in double precision
 * (Quan X., Lecture 4, "Examples of divergence function"; its cross-entropy = KL − H(d) has a slip: it is KL + H(d)).
 */

/** Probabilities of all classes and how the network gives them: from a softmax, or from one sigmoid as p and 1 − p. */
export type OutputKind = 'softmax' | 'sigmoid';

export interface Divergence {
  readonly value: number;
  /** ∂/∂ŷ of every output, [output] */
  readonly byOutput: readonly number[];
  /** ∂/∂e of every output's excitation: ε, [output] */
  readonly byExcitation: readonly number[];
}

export interface Divergences {
  readonly squaredError: Divergence;
  readonly crossEntropy: Divergence;
  readonly kl: Divergence;
  /** H(d) = −Σ d ln d */
  readonly entropy: number;
}

/**
 * With a sigmoid only ŷ = p, the first of two probabilities, is an output, and only its target d counts for the squared
 * error.
 * @param y probabilities [class], adding up to 1
 * @param d target distribution [class], adding up to 1
 */
export function divergencesOf(kind: OutputKind, y: readonly number[], d: readonly number[]): Divergences {
  const entropy = entropyOf(d);
  const cross = kind === 'softmax' ? softmaxCrossEntropy(y, d) : sigmoidCrossEntropy(y, d);
  const squared = kind === 'softmax' ? softmaxSquaredError(y, d) : sigmoidSquaredError(y, d);
  // H(d) holds no ŷ: both have the same derivatives. Rounding must not make it negative.
  const kl = { ...cross, value: klOf(d, y) };
  return { squaredError: squared, crossEntropy: cross, kl, entropy };
}

/** −Σ a ln b, where a class without share costs nothing. */
function crossOf(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, share, k) => (share === 0 ? sum : sum - share * Math.log(b[k] ?? 0)), 0);
}

export function entropyOf(d: readonly number[]): number {
  return Math.abs(crossOf(d, d));
}

/** Σ d ln(d/ŷ), added up as Σ d ln(d/ŷ) − d + ŷ, whose terms are never negative. */
function klOf(d: readonly number[], y: readonly number[]): number {
  return d.reduce((sum, share, k) => {
    const given = y[k] ?? 0;
    return sum + (share === 0 ? given : Math.max(0, share * Math.log(share / given) - share + given));
  }, 0);
}

const differences = (y: readonly number[], d: readonly number[]) => y.map((value, k) => value - (d[k] ?? 0));

const half = (values: readonly number[]) => 0.5 * values.reduce((sum, value) => sum + value * value, 0);

function softmaxCrossEntropy(y: readonly number[], d: readonly number[]): Divergence {
  const byOutput = d.map((share, k) => (share === 0 ? 0 : -share / (y[k] ?? 0)));
  return { value: crossOf(d, y), byOutput, byExcitation: differences(y, d) };
}

/** ∂ŷₖ/∂eⱼ = ŷₖ([k = j] − ŷⱼ) */
function softmaxSquaredError(y: readonly number[], d: readonly number[]): Divergence {
  const byOutput = differences(y, d);
  const dot = byOutput.reduce((sum, value, k) => sum + value * (y[k] ?? 0), 0);
  return {
    value: half(byOutput),
    byOutput,
    byExcitation: byOutput.map((value, k) => (y[k] ?? 0) * (value - dot)),
  };
}

function sigmoidCrossEntropy([p = 0, q = 0]: readonly number[], d: readonly number[]): Divergence {
  const [t = 0, u = 0] = d;
  const byOutput = (t === 0 ? 0 : -t / p) + (u === 0 ? 0 : u / q);
  return { value: crossOf(d, [p, q]), byOutput: [byOutput], byExcitation: [difference([p, q], [t, u])] };
}

function sigmoidSquaredError(
  [p = 0, q = 0]: readonly number[],
  [t = 0, u = 0]: readonly number[],
): Divergence {
  const error = difference([p, q], [t, u]);
  return { value: half([error]), byOutput: [error], byExcitation: [error * p * q] };
}

/** p − t, from the smaller numbers: near 1 as exact as near 0. */
function difference([p, q]: readonly [number, number], [t, u]: readonly [number, number]): number {
  return p > 0.5 ? u - q : p - t;
}
