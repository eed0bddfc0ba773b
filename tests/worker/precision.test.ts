import { beforeAll, describe, expect, it } from 'vitest';
import { createDataset } from '../../src/data/createDataset';
import { loadResources } from '../../src/data/resources';
import { largestResidual, solveNetwork } from '../../src/data/networkSolution';
import { tokenSets } from '../../src/data/tokenSets';
import { createEngine, loadPrecision } from '../../src/engine/createEngine';
import type { Engine } from '../../src/engine/engine';
import { initialParameters } from '../../src/engine/initialWeights';
import { networkSpec, updateSpec } from '../../src/engine/network';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { setDataset, setTraining, setUnits, setVariant } from '../../src/experiment/changes';
import { createOptimizer, DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import type { Experiment } from '../../src/experiment/experiment';
import { setOrder } from '../../src/experiment/polynomial';
import { setPrecision } from '../../src/experiment/precision';
import type { Snapshot } from '../../src/protocol/snapshot';
import { bits, createHarness, WATCH } from './harness';

const XOR = setDataset('xor')(DEFAULT_EXPERIMENT);
const DOUBLE = setPrecision('double')(XOR);

const bishop = (): Experiment =>
  setPrecision('double')(setOrder(9)(setVariant('bishop')(setDataset('curve')(DEFAULT_EXPERIMENT))));

/** Largest |ŷ − y| of a frame over the training points. */
function residualOf({ outputs }: Snapshot, experiment: Experiment): number {
  const { train, targets } = createDataset(experiment);
  return Math.max(
    ...Array.from(train, (token) => Math.abs((outputs.values[token] ?? NaN) - (targets[token] ?? NaN))),
  );
}

describe('a run in double precision', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine();
    await loadPrecision('double');
    await loadResources(setDataset('curve')(XOR).problem);
  });
  const start = (experiment: Experiment) => createHarness(experiment, engine);

  it('needs nothing loaded in single precision, and nothing twice', () => {
    expect(loadPrecision('single')).toBeNull();
    expect(loadPrecision('double')).toBeNull();
  });

  it('ends each epoch with the bits of the plain engine in double precision', () => {
    const session = start(DOUBLE);
    const { train, test } = tokenSets(createDataset(DOUBLE), DOUBLE);
    const reference = createPlainEngine().createTrainer({
      ...{ network: networkSpec(DOUBLE), update: updateSpec(DOUBLE, train.count), train, test },
      ...{ parameters: initialParameters(DOUBLE), precision: 'double' },
    });
    for (let epoch = 0; epoch < 5; epoch++) {
      session.send({ kind: 'step', unit: 'epoch' });
      session.run(5);
      reference.finishEpoch();
      const { parameters, trainLoss, testLoss } = session.snapshot();
      expect(parameters).toBeInstanceOf(Float64Array);
      expect(bits(parameters)).toEqual(bits(reference.parameters));
      expect([trainLoss, testLoss]).toEqual([
        reference.evaluate('train').loss,
        reference.evaluate('test').loss,
      ]);
    }
    expect(session.status().engine).toBe('double');
  });

  it('begins with the same weights and points as one in single precision', () => {
    expect(bits(start(DOUBLE).snapshot().parameters)).toEqual(bits(start(XOR).snapshot().parameters));
    expect(createDataset(DOUBLE)).toEqual(createDataset(XOR));
  });

  it('keeps solved weights as they are: order 9 passes through Bishop’s ten points to 1e-6', () => {
    const experiment = bishop();
    const session = start(experiment);
    const dataset = createDataset(experiment);
    const solution = solveNetwork(experiment, dataset, session.snapshot().parameters);
    if (solution === null) throw new Error('Expected ten points to determine ten weights.');
    session.send({ kind: 'setParameters', values: solution, label: 'Solve' });
    session.run(5);
    expect(bits(session.snapshot().parameters)).toEqual(bits(solution));
    expect(residualOf(session.snapshot(), experiment)).toBeLessThan(1e-6);
    expect(largestResidual(experiment, dataset, session.snapshot().parameters)).toBeLessThan(1e-6);
    // And it is for the precision that it does: in single the same network misses them.
    session.configure(setPrecision('single')(experiment));
    expect(residualOf(session.snapshot(), experiment)).toBeGreaterThan(1e-6);
  });

  it('is rewound and repeated bit for bit', () => {
    const session = start(DOUBLE);
    session.playFor(200);
    session.pause();
    const { epoch, parameters } = session.snapshot();
    const before = bits(parameters);
    session.send({ kind: 'seek', epoch: 0 });
    session.run(5);
    expect(session.snapshot().epoch).toBe(0);
    while (session.snapshot().epoch < epoch) {
      session.send({ kind: 'step', unit: 'epoch' });
      session.run(5);
    }
    expect(bits(session.snapshot().parameters)).toEqual(before);
  });

  it('takes up a dead worker’s run in all its digits', () => {
    const session = start(DOUBLE);
    session.playFor(100);
    session.pause();
    const rescue = session.events.filter((event) => event.kind === 'rescue').pop();
    if (rescue === undefined) throw new Error('Expected a rescue point, found none.');
    expect(rescue.point.state).toBeInstanceOf(Float64Array);
    const next = createHarness(DOUBLE, engine);
    next.configure(DOUBLE, { restart: true, rescue: rescue.point });
    const { parameters } = next.snapshot();
    expect(bits(parameters)).toEqual(bits(rescue.point.state.subarray(0, parameters.length)));
  });
});

describe('a change of precision', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await createEngine();
    await loadPrecision('double');
  });

  it('keeps weights, optimizer state and place, plays on and is marked', () => {
    const session = createHarness(XOR, engine);
    session.playFor(300);
    session.send({ kind: 'watch', watch: { ...WATCH, state: true } });
    session.pause();
    const single = session.snapshot();
    session.configure(DOUBLE, { label: 'Precision double' });
    const double = session.snapshot();
    expect([double.epoch, double.step]).toEqual([single.epoch, single.step]);
    expect(bits(double.parameters)).toEqual(bits(single.parameters));
    expect(bits(double.state?.values ?? [])).toEqual(bits(single.state?.values ?? [NaN]));
    expect(session.status().marks.map(({ label }) => label)).toEqual(['Precision double']);
    expect(session.status().engine).toBe('double');
    session.playFor(100);
    expect(session.snapshot().step).toBeGreaterThan(single.step);
  });

  it('while it plays does not pause it', () => {
    const session = createHarness(XOR, engine);
    session.playFor(100);
    session.configure(DOUBLE);
    expect(session.status().playing).toBe(true);
  });

  it('back to single precision rounds the weights and goes on as the fast engine', () => {
    const session = createHarness(DOUBLE, engine);
    session.playFor(100);
    session.pause();
    const { parameters } = session.snapshot();
    expect(bits(parameters)).not.toEqual(bits(Float32Array.from(parameters)));
    session.configure(XOR);
    expect(session.snapshot().parameters).toEqual(Float32Array.from(parameters));
    expect(session.status().engine).toBe(engine.kind);
  });

  it('together with another shape keeps the surviving weights', () => {
    const session = createHarness(DOUBLE, engine);
    session.playFor(100);
    session.pause();
    const { parameters } = session.snapshot();
    const before = bits(parameters);
    session.configure(setUnits(0, 9)(DOUBLE));
    const after = session.snapshot().parameters;
    expect(after).toBeInstanceOf(Float64Array);
    expect(bits(after).slice(0, 16)).toEqual(before.slice(0, 16));
  });

  it('leaves a diverging run’s last good state as it was, whichever it was kept in', () => {
    const wild = setTraining({ optimizer: createOptimizer('sgd', 10), batchSize: 'all' });
    const linear = setUnits(0, 8)(XOR);
    const session = createHarness(linear, engine);
    session.playFor(50);
    session.configure(wild(setPrecision('double')(linear)));
    session.playFor(300);
    expect(session.snapshot().parameters.every(Number.isFinite)).toBe(true);
  });
});
