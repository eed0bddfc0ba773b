import { createDataset } from '../data/createDataset';
import { tokenSets } from '../data/tokenSets';
import { networkSpec, updateSpec } from '../engine/network';
import type { Engine } from '../engine/engine';
import type { Experiment, ParameterRef } from '../experiment/experiment';
import { precisionOf } from '../experiment/precision';
import { layerSizes } from '../experiment/shape';
import { convertRun, evaluate, startComparingAnew, type Run } from './run';

/** Other settings, formulas, data or precision for a run that goes on with the same weights. */
export function tuneRun(engine: Engine, run: Run, experiment: Experiment, newData: boolean): void {
  const before = run.experiment;
  // Another output wants the targets written otherwise: 0/1 for sigmoid, ±1 for tanh.
  const newTokens = newData || before.network.output !== experiment.network.output;
  const { trainer } = run;
  if (newTokens) {
    run.dataset = createDataset(experiment);
    const { train, test } = tokenSets(run.dataset, experiment);
    trainer.setTokens(train, test);
  }
  trainer.setNetwork(networkSpec(experiment));
  trainer.setUpdate(updateSpec(experiment, run.dataset.train.length));
  if (precisionOf(experiment) !== trainer.precision) convertRun(engine, run, experiment);
  run.experiment = experiment;
  evaluate(run);
  const otherFormula = before.loss !== experiment.loss || before.network !== experiment.network;
  if (newTokens || otherFormula) startComparingAnew(run);
}

/** Until `releaseOthers`, updates move the parameters of one layer only; 0 is the first hidden layer. */
export function holdOthers({ experiment, dataset, trainer }: Run, moving: number): void {
  const sizes = layerSizes(experiment);
  const held: ParameterRef[] = [...(experiment.frozen ?? [])];
  for (let layer = 0; layer + 1 < sizes.length; layer++)
    if (layer !== moving) held.push(...layerParameters(layer, sizes[layer] ?? 0, sizes[layer + 1] ?? 0));
  trainer.setUpdate({ ...updateSpec(experiment, dataset.train.length), frozen: held });
}

export function releaseOthers({ experiment, dataset, trainer }: Run): void {
  trainer.setUpdate(updateSpec(experiment, dataset.train.length));
}

function layerParameters(layer: number, inputs: number, units: number): ParameterRef[] {
  return Array.from({ length: units * (inputs + 1) }, (_, i) => {
    const from = i % (inputs + 1);
    return { layer, unit: Math.floor(i / (inputs + 1)), from: from === inputs ? 'bias' : from };
  });
}
