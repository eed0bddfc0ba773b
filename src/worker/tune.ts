import { createDataset } from '../data/createDataset';
import { tokenSets } from '../data/tokenSets';
import { networkSpec, updateSpec } from '../engine/network';
import type { Experiment } from '../experiment/experiment';
import { evaluate, startComparingAnew, type Run } from './run';

/** Other settings, formulas or data for a run that goes on with the same weights. */
export function tuneRun(run: Run, experiment: Experiment, newData: boolean): void {
  const { trainer } = run;
  const before = run.experiment;
  // Another output wants the targets written otherwise: 0/1 for sigmoid, ±1 for tanh.
  const newTokens = newData || before.network.output !== experiment.network.output;
  if (newTokens) {
    run.dataset = createDataset(experiment);
    const { train, test } = tokenSets(run.dataset, experiment);
    trainer.setTokens(train, test);
  }
  trainer.setNetwork(networkSpec(experiment));
  trainer.setUpdate(updateSpec(experiment, run.dataset.train.length));
  run.experiment = experiment;
  evaluate(run);
  const otherFormula = before.loss !== experiment.loss || before.network !== experiment.network;
  if (newTokens || otherFormula) startComparingAnew(run);
}
