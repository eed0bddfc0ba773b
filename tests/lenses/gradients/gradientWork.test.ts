import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDataset } from '../../../src/data/createDataset';
import { tokenSets } from '../../../src/data/tokenSets';
import { initialParameters } from '../../../src/engine/initialWeights';
import { networkSpec, updateSpec } from '../../../src/engine/network';
import { createPlainEngine } from '../../../src/engine/plain/createPlainEngine';
import { DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { Experiment } from '../../../src/experiment/experiment';
import { layerSizes } from '../../../src/experiment/shape';
import { noResidualSentence } from '../../../src/figures/gradients/normChart';
import { parseExperiment } from '../../../src/experiment/schema';
import { readGradients } from '../../../src/lenses/backprop/gradients/gradientWork';
import { drawLossLine } from '../../../src/lenses/backprop/gradients/lossLineWork';
import { finish } from '../../../src/lenses/backprop/gradients/slices';
import { nextBatch, tokenOf } from '../../../src/lenses/backprop/tokens';
import { readReferences, type Reference } from '../../reference/readReferences';

const references = readReferences(join(import.meta.dirname, '../../fixtures/reference'));

function experimentOf({ experiment }: Reference): Experiment {
  const parsed = parseExperiment(experiment);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

function setUp(experiment: Experiment) {
  const dataset = createDataset(experiment);
  const parameters = Float64Array.from(initialParameters(experiment));
  const sets = tokenSets(dataset, experiment);
  const train = Array.from(dataset.train, (place) => tokenOf(experiment, dataset, place));
  const trainer = createPlainEngine().createTrainer({
    ...{ network: networkSpec(experiment), update: updateSpec(experiment, sets.train.count), ...sets },
    ...{ parameters, precision: 'double' },
  });
  const values = Float32Array.from(parameters);
  const places = nextBatch(experiment, dataset, { values, epoch: 0, position: 0 });
  const batch = places.map((place) => tokenOf(experiment, dataset, place));
  return { dataset, parameters, train, batch, trainer };
}

describe.each(references)('the gradients of $name', (reference) => {
  const experiment = experimentOf(reference);
  const { parameters, train, batch, trainer } = setUp(experiment);
  const reading = finish(readGradients({ experiment, step: 7, parameters, train, batch, withOthers: true }));

  it('have layer norms that make up the engine’s own norm of the full gradient', () => {
    const norm = Math.sqrt(reading.norms.reduce((sum, each) => sum + each * each, 0));
    expect(norm / trainer.gradientNorm()).toBeCloseTo(1, 9);
  });

  it('are, with the other connections, those of the engine’s network connected that way', () => {
    const { network } = experiment;
    const connectivity = network.connectivity === 'residual' ? 'sequential' : 'residual';
    trainer.setNetwork(networkSpec({ ...experiment, network: { ...network, connectivity } }));
    const norm = Math.sqrt((reading.others ?? []).reduce((sum, each) => sum + each * each, 0));
    expect(norm / trainer.gradientNorm()).toBeCloseTo(1, 9);
    trainer.setNetwork(networkSpec(experiment));
    const same = reading.others?.every((each, l) => each === reading.norms[l]);
    const sizes = layerSizes(experiment);
    expect(same).toBe(noResidualSentence(sizes) !== null);
  });

  it('are of the minibatch what the engine takes for its next update', () => {
    const expected = Float64Array.from(trainer.nextBatchGradient());
    expect(reading.batchCount).toBe(batch.length);
    const largest = Math.max(...expected.map(Math.abs));
    reading.batch?.forEach((value, i) =>
      expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThan(1e-9 * largest),
    );
  });

  it('give the tangent of the loss along a weight: a finite difference and the engine’s losses agree', () => {
    const last = parameters.length - 1;
    for (const index of [0, Math.floor(last / 2), last]) {
      const line = finish(drawLossLine({ experiment, step: 0, parameters, train, index, range: 1 }));
      expect(line.gradient).toBeCloseTo(reading.full[index] ?? NaN, 10);
      const [by, here] = [1e-5, parameters[index] ?? NaN];
      const lossAt = (value: number) => {
        const moved = parameters.slice();
        moved[index] = value;
        return finish(drawLossLine({ experiment, step: 0, parameters: moved, train, index, range: 1 })).loss;
      };
      const difference = (lossAt(here + by) - lossAt(here - by)) / (2 * by);
      const largest = Math.max(...reading.full.map(Math.abs));
      expect(Math.abs(line.gradient - difference)).toBeLessThan(1e-4 * largest);
      if (experiment.training.regularization.kind === 'none')
        expect(line.loss).toBeCloseTo(trainer.evaluate('train').loss, 10);
      expect(line.next).toBe(here - experiment.training.optimizer.learningRate * line.gradient);
    }
  });
});

describe('a linear unit with squared error', () => {
  const experiment: Experiment = {
    ...DEFAULT_EXPERIMENT,
    problem: {
      ...{ dataset: 'custom', task: 'regression', trainFraction: 1 },
      inputs: [[1], [2], [3]],
      targets: [[1], [3], [2]],
    },
    features: ['x1'],
    loss: 'mse',
    network: { ...DEFAULT_EXPERIMENT.network, hidden: [], output: 'linear' },
  };
  const dataset = createDataset(experiment);
  const train = Array.from(dataset.train, (place) => tokenOf(experiment, dataset, place));
  const line = (index: number) =>
    finish(drawLossLine({ experiment, step: 0, parameters: [0.5, -0.25], train, index, range: 2 }));

  it('has curvature mean x² along the weight and 1 along the bias, so that 2/curvature is known', () => {
    expect(line(0).curvature).toBeCloseTo((1 + 4 + 9) / 3, 8);
    expect(line(1).curvature).toBeCloseTo(1, 8);
  });

  it('lies on its parabola at every point drawn', () => {
    const { values, losses, loss, gradient, present } = line(0);
    values.forEach((value, i) => {
      const by = value - present;
      expect(losses[i]).toBeCloseTo(loss + gradient * by + (14 / 6) * by * by, 10);
    });
    expect([values[0], values[32], values[64]]).toEqual([-1.5, 0.5, 2.5]);
  });
});

describe('dead and saturated units', () => {
  const experiment = (activation: 'relu' | 'tanh'): Experiment => ({
    ...DEFAULT_EXPERIMENT,
    features: ['x1', 'x2'],
    network: { ...DEFAULT_EXPERIMENT.network, hidden: [{ units: 2, activation }], output: 'sigmoid' },
  });
  /** unit 1 far on its flat side, unit 2 in the middle */
  const parameters = [0.01, 0, 0.1, 0.1, -50, 0, 1, 1, 0];

  it('are told apart: a ReLU far below zero is dead, a tanh there saturated', () => {
    const read = (each: Experiment) =>
      finish(
        readGradients({
          experiment: each,
          step: 0,
          parameters,
          train: setUp(each).train,
          batch: null,
          withOthers: false,
        }),
      );
    expect(read(experiment('relu'))).toMatchObject({ dead: [1], saturated: [0] });
    expect(read(experiment('tanh'))).toMatchObject({ dead: [0], saturated: [1] });
  });
});
