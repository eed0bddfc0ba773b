/** Distributions over classes. */

/** ŷₖ = exp(eₖ) / Σⱼ exp(eⱼ); the largest eⱼ is taken out first. */
export function softmaxOf(e: readonly number[]): number[] {
  const largest = Math.max(...e);
  const powers = e.map((value) => Math.exp(value - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** p = σ(e) and 1 − p = σ(−e), both exact to the last places. */
export function sigmoidPair(e: number): [number, number] {
  return [sigmoid(e), sigmoid(-e)];
}

function sigmoid(e: number): number {
  return e < 0 ? Math.exp(e) / (1 + Math.exp(e)) : 1 / (1 + Math.exp(-e));
}

/** Gives one class a probability; the others keep their proportions and share the rest, equally where they had none. */
export function withProbability(values: readonly number[], k: number, to: number): number[] {
  const wanted = Math.max(0, Math.min(1, to));
  const rest = values.reduce((sum, value, j) => (j === k ? sum : sum + value), 0);
  const others = values.length - 1;
  return values.map((value, j) => {
    if (j === k) return others === 0 ? 1 : wanted;
    return rest > 0 ? (value / rest) * (1 - wanted) : (1 - wanted) / others;
  });
}

/** All of the probability on one class. */
export function oneHot(classes: number, label: number): number[] {
  return Array.from({ length: classes }, (_, k) => (k === label ? 1 : 0));
}

/** What soft targets start from: 0.9 for the class, the rest shared by the others. */
export function smoothed(classes: number, label: number): number[] {
  return withProbability(oneHot(classes, label), label, 0.9);
}

/** ln(p/(1 − p)): the excitation that a sigmoid makes p of; with a softmax, a class's lead over all others together. */
export function logitOf(values: readonly number[], k: number): number {
  const rest = values.reduce((sum, value, j) => (j === k ? sum : sum + value), 0);
  return Math.log((values[k] ?? 0) / rest);
}
