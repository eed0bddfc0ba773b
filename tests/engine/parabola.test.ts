import { expect, it } from 'vitest';
import { loadResources } from '../../src/data/resources';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { setDataset, setWeightSeed } from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { startRun } from '../../src/worker/run';

const PARABOLA = setDataset('parabola')(DEFAULT_EXPERIMENT);
const TEN_SIGMOID = {
  ...PARABOLA,
  network: { ...PARABOLA.network, hidden: [{ units: 10, activation: 'sigmoid' as const }] },
};
await loadResources(PARABOLA.problem);

it.each([1, 2, 3, 4, 5, 6])(
  'ten sigmoid units reach a loss of 1e-3 on the parabola from weight seed %i, with the page’s own settings',
  (seed) => {
    const { trainer } = startRun(createPlainEngine(), setWeightSeed(seed)(TEN_SIGMOID));
    let loss = Infinity;
    for (let epoch = 0; epoch < 2000 && loss > 1e-3; epoch++) {
      trainer.finishEpoch();
      loss = trainer.evaluate('train').loss;
    }
    expect(loss).toBeLessThanOrEqual(1e-3);
  },
);
