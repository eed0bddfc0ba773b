import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/data/createDataset';
import { customProblemOf, movePoint } from '../../src/data/customProblem';
import * as changes from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT, createOptimizer } from '../../src/experiment/defaults';
import type { Experiment } from '../../src/experiment/experiment';
import { setPrecision } from '../../src/experiment/precision';
import { parseTensorFlowPlaygroundLink } from '../../src/experiment/tensorFlowPlayground';
import { transitionBetween } from '../../src/experiment/transition';
import { arbitraryExperiment } from './arbitraryExperiment';
import { loadEverything } from '../data/loadEverything';

const d = DEFAULT_EXPERIMENT;
const after = (change: changes.Change, before: Experiment = d) => transitionBetween(before, change(before));
const dragFirst: changes.Change = (experiment) => {
  const own = customProblemOf(experiment, createDataset(experiment));
  return changes.setCustomProblem(movePoint(own, 0, 1, 1))(experiment);
};

await loadEverything();

describe('what a change does to a run', () => {
  it('is nothing when nothing that training knows of changes', () => {
    fc.assert(
      fc.property(arbitraryExperiment, (experiment) => {
        expect(transitionBetween(experiment, structuredClone(experiment))).toBe('none');
        const other = { ...experiment, title: 'other', hide: ['Noise'] } as const;
        expect(transitionBetween(experiment, other)).toBe('none');
      }),
      { numRuns: 50 },
    );
  });

  it('is to go on with training settings, activations, connections, precision and frozen weights', () => {
    const settings: changes.Change[] = [
      changes.setLearningRate(0.1),
      changes.setTraining({ optimizer: createOptimizer('sgd', 0.1) }),
      changes.setTraining({ batchSize: 'all' }),
      changes.setActivation('all', 'relu'),
      changes.setNetwork({ connectivity: 'residual' }),
      changes.setLoss('mse'),
      changes.setFrozen({ layer: 0, unit: 0, from: 'bias' }, true),
      setPrecision('double'),
    ];
    for (const change of settings) expect(after(change)).toBe('tune');
    expect(after(setPrecision('single'), setPrecision('double')(d))).toBe('tune');
    expect(after(setPrecision('single'))).toBe('none');
  });

  it('is new data for noise, samples, train share, other targets and dragged points', () => {
    expect(after(changes.setProblem({ noise: 0.3 }))).toBe('data');
    expect(after(changes.setProblem({ samples: 200 }))).toBe('data');
    expect(after(changes.setTrainFraction(0.77, () => []))).toBe('data');
    expect(after(changes.setOutput('tanh'))).toBe('data');
    expect(after(dragFirst)).toBe('data');
    expect(after(dragFirst, changes.setDataset('arms')(d))).toBe('data');
    expect(after(dragFirst, changes.setDataset('plane')(d))).toBe('data');
  });

  it('goes on too when a point of a TensorFlow Playground link is dragged', () => {
    const link = parseTensorFlowPlaygroundLink('#dataset=spiral&seed=0.1');
    if (!link.ok) throw new Error(link.message);
    expect(after(dragFirst, link.value)).toBe('data');
  });

  it('is a new structure for units, layers, features and the number of outputs', () => {
    expect(after(changes.addLayer())).toBe('structure');
    expect(after(changes.setUnits(0, 3))).toBe('structure');
    expect(after(changes.toggleFeature('x1^2', true))).toBe('structure');
    expect(after(changes.setOutput('softmax'))).toBe('structure');
  });

  it('is a restart for another problem, other data, other weights and given parameters', () => {
    expect(after(changes.setDataset('xor'))).toBe('restart');
    expect(after(changes.setProblem({ seed: 99 }))).toBe('restart');
    expect(after(changes.setWeightSeed(99))).toBe('restart');
    expect(after(changes.setNetwork({ initial: 'he' }))).toBe('restart');
    const network = { ...d.network, hidden: [] };
    const bare = { ...d, network };
    const given = { ...bare, parameters: [{ weights: [[1, 2]], bias: [3] }] };
    expect(transitionBetween(bare, given)).toBe('restart');
    expect(after(changes.setDataset('xor'), dragFirst(d))).toBe('restart');
  });
});
