import type { Problem } from './experiment';
import { isProbability, type OutputActivation } from './names';
import { classCount, taskOf } from './shape';

/** Classes as the numbers that an output is to give, and back. */

/** Writes the targets of a custom classification problem the way the output wants them. */
export function retarget(problem: Problem, output: OutputActivation): Problem {
  if (problem.dataset !== 'custom' || taskOf(problem) === 'regression') return problem;
  const classes = classCount(problem);
  return {
    ...problem,
    targets: problem.targets.map((target) => encodeClass(decodeClass(target), classes, output)),
  };
}

/** Class index of a target: the largest of several outputs; for one output, whether it is on the upper side. */
export function decodeClass(target: readonly number[]): number {
  if (target.length === 1) return (target[0] ?? 0) > 0 ? 1 : 0;
  let best = 0;
  for (let k = 1; k < target.length; k++) if ((target[k] ?? 0) > (target[best] ?? 0)) best = k;
  return best;
}

/** Target of a class: one-hot for softmax or several classes, 0/1 for sigmoid and step, ±1 for tanh and linear. */
export function encodeClass(label: number, classes: number, output: OutputActivation): number[] {
  const low = isProbability(output) ? 0 : -1;
  if (classes > 2 || output === 'softmax')
    return Array.from({ length: classes }, (_, k) => (k === label ? 1 : low));
  return [label === 1 ? 1 : low];
}
