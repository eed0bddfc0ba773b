import { describe, expect, it } from 'vitest';
import {
  BENCH_ENGINES,
  createMapWorkload,
  createWorkload,
  mapGrid,
  workloadProblem,
  WORKLOADS,
} from '../../src/engine/bench';

/** Epochs after which each workload must have learned something; W4's take long. */
const EPOCHS = { W1: 300, W2t: 40, W2r: 100, W3: 5, W4: 1 } as const;

describe.each(BENCH_ENGINES)('the workloads of the bench on the %s engine', (engine) => {
  it.each(WORKLOADS)('%s learns', (name) => {
    const workload = createWorkload(name, engine);
    const start = workload.losses();
    workload.trainEpochs(EPOCHS[name]);
    expect(workload.losses().train).toBeLessThan(0.99 * start.train);
  });

  it('trains the same epochs one by one and together', () => {
    const together = createWorkload('W2t', engine);
    const single = createWorkload('W2t', engine);
    together.trainEpochs(3);
    for (let epoch = 0; epoch < 3; epoch++) single.trainEpoch();
    expect(single.losses()).toEqual(together.losses());
  });

  it('computes the same map each time', () => {
    const map = createMapWorkload('W5b', engine);
    map.computeMap();
    const sum = map.checksum();
    map.computeMaps(2);
    expect(map.checksum()).toBe(sum);
    expect(sum).not.toBe(0);
  });
});

it('has as many tokens and units as the text says', () => {
  const sizes = WORKLOADS.map((name) => {
    const { network, train, test, update } = workloadProblem(name);
    const units = network.layers.map((layer) => layer.units).join('–');
    return `${name} ${network.inputs}–${units}, ${train.count} + ${test.count}, ${update.batchSize}`;
  });
  expect(sizes).toEqual([
    'W1 2–4–2–1, 250 + 250, 10',
    'W2t 7–8–8–8–8–8–8–1, 250 + 250, 10',
    'W2r 7–8–8–8–8–8–8–1, 250 + 250, 10',
    'W3 2–32–32–1, 2000 + 0, 32',
    'W4 2–128–128–128–1, 5000 + 0, 128',
  ]);
  expect(mapGrid('W5b').inputs).toHaveLength(7 * 100 * 100);
});

it('deals both classes to train and test tokens', () => {
  const { train, test } = workloadProblem('W1');
  for (const { targets } of [train, test]) {
    const positive = targets.filter((target) => target === 1).length;
    expect(positive).toBeGreaterThan(100);
    expect(positive).toBeLessThan(150);
  }
});
