import type { Experiment } from './experiment';
import { coordinateCount, layerSizes } from './shape';

/**
 * What a change of the experiment does to a run that is under way, from the mildest to the strongest:
 * `none` nothing that training knows of; `tune` the run goes on; `data` it goes on with the same weights on new data;
 * `structure` surviving weights are kept, new ones drawn, the optimizer's state cleared; `restart` epoch 0.
 */
export type Transition = 'none' | 'tune' | 'data' | 'structure' | 'restart';

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

export function transitionBetween(before: Experiment, after: Experiment): Transition {
  if (isRestart(before, after)) return 'restart';
  if (!same(shapeOf(before), shapeOf(after))) return 'structure';
  if (!same(before.problem, after.problem) || hasOtherTargets(before, after)) return 'data';
  const trained = (e: Experiment) => [e.network, e.loss, e.training, e.precision, e.frozen ?? []];
  return same(trained(before), trained(after)) ? 'none' : 'tune';
}

function isRestart(before: Experiment, after: Experiment): boolean {
  if (before.seed !== after.seed || hasOtherInitial(before, after)) return true;
  if (after.parameters !== undefined && !same(before.parameters, after.parameters)) return true;
  const a = before.problem;
  const b = after.problem;
  if (b.dataset === 'custom') return a.dataset === 'custom' && a.task !== b.task;
  if (a.dataset === 'custom') return true;
  return (
    a.dataset !== b.dataset ||
    a.generator !== b.generator ||
    a.seed !== b.seed ||
    a.variant !== b.variant ||
    a.formula !== b.formula ||
    !same(a.columns, b.columns)
  );
}

/**
 * Points of the TensorFlow Playground edited by hand can no more replay its starting weights; `changes.ts` names others
 * for the next start, and the run goes on.
 */
function hasOtherInitial(before: Experiment, after: Experiment): boolean {
  if (before.network.initial === after.network.initial) return false;
  const isReplay = before.network.initial === 'tensorflow-playground';
  return !(isReplay && before.problem.dataset !== 'custom' && after.problem.dataset === 'custom');
}

/** The targets of generated classes are encoded for the output. */
function hasOtherTargets(before: Experiment, after: Experiment): boolean {
  return before.network.output !== after.network.output && after.problem.dataset !== 'custom';
}

/** The output counts as structure: softmax on two classes has a unit more than sigmoid. */
function shapeOf(experiment: Experiment): unknown {
  return [experiment.features, layerSizes(experiment), coordinateCount(experiment.problem)];
}
