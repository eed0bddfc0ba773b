import type { Experiment } from '../experiment/experiment';
import { ACTIVATION_LABELS, type Loss } from '../experiment/names';

/** A train loss this many times its first value counts as diverged (design: empty and error states). */
export const DIVERGED_RATIO = 1e6;
/** A run that starts from trained weights may still stumble: its first value counts as this much at least. */
const SMALLEST_START = 1e-3;

/**
 * The perceptron criterion is 0 at zero weights, however large it is a step later, and the rule goes round for ever where no
 * line exists: there only what leaves the finite has diverged.
 */
export function hasDiverged(loss: number, first: number, finite: boolean, kind: Loss): boolean {
  if (!finite || !Number.isFinite(loss)) return true;
  return kind !== 'perceptron' && loss > DIVERGED_RATIO * Math.max(first, SMALLEST_START);
}

/** The likely cause of a divergence, in a sentence for a student. */
export function divergenceCause(experiment: Experiment): string {
  const { optimizer, regularization } = experiment.training;
  const eta = format(optimizer.learningRate);
  if (regularization.kind === 'l2' && optimizer.learningRate * regularization.rate > 2) {
    const product = format(optimizer.learningRate * regularization.rate);
    return (
      `Learning rate × regularization rate is ${product}; above 2, every step of the penalty ` +
      'throws the weights past zero and makes them larger.'
    );
  }
  const unbounded = experiment.network.hidden.find((layer) => !BOUNDED.has(layer.activation));
  const growth =
    unbounded === undefined
      ? ''
      : ` Nothing bounds the units of the ${ACTIVATION_LABELS[unbounded.activation]} layers, so errors grow fast.`;
  return `The learning rate ${eta} is likely too large: each step overshoots the minimum by more than the last.${growth}`;
}

const BOUNDED: ReadonlySet<string> = new Set(['sigmoid', 'tanh', 'sin', 'step', 'sign']);

function format(value: number): string {
  return String(Number(value.toPrecision(3)));
}
