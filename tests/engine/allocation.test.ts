import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { createOptimizer } from '../../src/experiment/defaults';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { createSimdEngine } from '../../src/engine/simd/createSimdEngine';
import { createNetwork, createTestTrainer, createTokens, createUpdate, layer, trainSteps } from './support';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

it.each([
  ['plain', createPlainEngine()],
  ['SIMD', createSimdEngine()],
])('twenty thousand updates and evaluations of the %s engine leave the heap where it was', (_, engine) => {
  const hidden = [layer(8, 'tanh', true), layer(6, 'gelu')];
  const network = createNetwork(8, [...hidden, layer(1, 'sigmoid')], {
    loss: 'cross-entropy',
    task: 'classification',
  });
  const tokens = createTokens(60, 8, 1, 'bits');
  const regularization = { kind: 'l1', rate: 0.001, clip: true } as const;
  const optimizer = createOptimizer('adam', 0.001);
  const update = createUpdate({
    optimizer,
    regularization,
    order: 'shuffled',
    remainder: 'carry',
    batchSize: 16,
  });
  const options = { network, train: tokens, test: tokens, update, precision: 'single' } as const;
  const trainer = createTestTrainer(options, engine);
  const run = (times: number) => {
    for (let i = 0; i < times; i++) {
      trainSteps(trainer, 4);
      trainer.evaluate('train');
      trainer.evaluate('test');
    }
  };
  run(1500);
  collectGarbage();
  const before = process.memoryUsage();
  run(5000);
  collectGarbage();
  const after = process.memoryUsage();
  expect(after.heapUsed - before.heapUsed).toBeLessThan(200_000);
  expect(after.arrayBuffers - before.arrayBuffers).toBeLessThan(1000);
  // Not even garbage worth the name: an evaluation hands out two numbers, an update nothing. On a busy machine the
  // optimizing compiler, which boxes fewer numbers, comes late.
  let garbage = Infinity;
  for (let round = 0; round < 8 && garbage >= 4_000_000; round++) {
    collectGarbage();
    const start = process.memoryUsage().heapUsed;
    run(5000);
    garbage = process.memoryUsage().heapUsed - start;
  }
  expect(garbage).toBeLessThan(4_000_000);
});
