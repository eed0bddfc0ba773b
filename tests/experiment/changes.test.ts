import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignTrain } from '../../src/data/split';
import * as changes from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT, createOptimizer } from '../../src/experiment/defaults';
import type { CustomProblem, Experiment } from '../../src/experiment/experiment';
import {
  DATASETS,
  HIDDEN_ACTIVATIONS,
  INITIAL_WEIGHTS,
  LOSSES,
  OPTIMIZERS,
  OUTPUT_ACTIVATIONS,
  PLANE_FEATURES,
  POWER_FEATURES,
  type OutputActivation,
} from '../../src/experiment/names';
import { parseExperiment } from '../../src/experiment/schema';
import { parameterCount } from '../../src/experiment/shape';
import { decodeClass, encodeClass } from '../../src/experiment/targets';
import { arbitraryExperiment } from './arbitraryExperiment';

const points: CustomProblem = {
  dataset: 'custom',
  task: 'classification',
  inputs: [
    [1, 2],
    [3, 4],
    [5, 6],
  ],
  targets: [[0], [1], [1]],
  trainFraction: 0.5,
};
const three: CustomProblem = {
  ...points,
  targets: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
};
const heights: CustomProblem = { ...points, task: 'regression', targets: [[-4], [0.5], [7]] };
const lines: CustomProblem = { ...heights, inputs: [[1], [2], [3]] };

const place = { max: 9 };
const change: fc.Arbitrary<changes.Change> = fc.oneof(
  fc.constantFrom(...DATASETS).map((dataset) => changes.setDataset(dataset)),
  fc
    .record({ noise: fc.constantFrom(0, 0.3), columns: fc.constant([0, 1] as const) })
    .map(changes.setProblem),
  fc.constantFrom('bishop', 'formula', 'tower', '4', 'two').map((variant) => changes.setVariant(variant)),
  fc.constantFrom('0001', '01101001', '0110100110010110').map(changes.setTable),
  fc.constantFrom(points, three, heights, lines).map(changes.setCustomProblem),
  fc.nat(99).map(changes.setWeightSeed),
  fc
    .tuple(fc.constantFrom(...PLANE_FEATURES, ...POWER_FEATURES), fc.boolean())
    .map(([f, on]) => changes.toggleFeature(f, on)),
  fc.constant(changes.addLayer()),
  fc.constant(changes.removeLayer()),
  fc.tuple(fc.nat(8), fc.integer({ min: -3, max: 70 })).map(([l, units]) => changes.setUnits(l, units)),
  fc
    .tuple(fc.constantFrom<(number | 'all')[]>(0, 1, 'all'), fc.constantFrom(...HIDDEN_ACTIVATIONS))
    .map(([l, activation]) => changes.setActivation(l, activation)),
  fc.constantFrom(...OUTPUT_ACTIVATIONS).map(changes.setOutput),
  fc.constantFrom(...LOSSES).map(changes.setLoss),
  fc.constantFrom(...INITIAL_WEIGHTS).map((initial) => changes.setNetwork({ initial })),
  fc.constant(changes.setNetwork({ connectivity: 'residual' })),
  fc
    .constantFrom(...OPTIMIZERS)
    .map((kind) => changes.setTraining({ optimizer: createOptimizer(kind, 0.1) })),
  fc.constant(changes.setLearningRate(1e-7)),
  fc
    .tuple(fc.nat(place), fc.nat(place), fc.oneof(fc.nat(place), fc.constant('bias' as const)), fc.boolean())
    .map(([layer, unit, from, frozen]) => changes.setFrozen({ layer, unit, from }, frozen)),
  fc
    .constantFrom(0.1, 0.5, 1)
    .map((share) => changes.setTrainFraction(share, (count, fraction) => assignTrain(count, fraction, 1))),
);

describe('changes', () => {
  it('keep an experiment valid, in any order', () => {
    fc.assert(
      fc.property(
        arbitraryExperiment,
        fc.array(change, { minLength: 1, maxLength: 12 }),
        (start, sequence) => {
          let experiment = start;
          for (const each of sequence) {
            experiment = each(experiment);
            expect(parseExperiment(experiment)).toMatchObject({ ok: true });
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never write into the experiment that they change', () => {
    fc.assert(
      fc.property(arbitraryExperiment, change, (experiment, each) => {
        const before = structuredClone(experiment);
        each(experiment);
        expect(experiment).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});

const d = DEFAULT_EXPERIMENT;

function frozenAt(experiment: Experiment, ...refs: NonNullable<Experiment['frozen']>): Experiment {
  return refs.reduce((each, ref) => changes.setFrozen(ref, true)(each), experiment);
}

describe('frozen parameters', () => {
  it('follow their feature when another is switched on before it', () => {
    const start = changes.toggleFeature('x1', false)(d);
    const frozen = frozenAt(start, { layer: 0, unit: 3, from: 0 });
    expect(changes.toggleFeature('x1', true)(frozen).frozen).toEqual([{ layer: 0, unit: 3, from: 1 }]);
  });

  it('go with their feature, their unit and their layer', () => {
    const frozen = frozenAt(d, { layer: 0, unit: 7, from: 1 }, { layer: 1, unit: 0, from: 7 });
    expect(changes.toggleFeature('x2', false)(frozen).frozen).toEqual([{ layer: 1, unit: 0, from: 7 }]);
    expect(changes.setUnits(0, 7)(frozen).frozen).toBeUndefined();
    expect(changes.removeLayer()(frozen).frozen).toEqual([{ layer: 0, unit: 7, from: 1 }]);
  });

  it('of the output keep their bias when layers come and go', () => {
    const frozen = frozenAt(d, { layer: 2, unit: 0, from: 'bias' }, { layer: 2, unit: 0, from: 4 });
    expect(changes.addLayer()(frozen).frozen).toEqual([{ layer: 3, unit: 0, from: 'bias' }]);
    expect(changes.removeLayer()(frozen).frozen).toEqual([{ layer: 1, unit: 0, from: 'bias' }]);
  });

  it('are not taken where there is no such parameter', () => {
    expect(changes.setFrozen({ layer: 0, unit: 8, from: 0 }, true)(d)).toBe(d);
  });
});

describe('given starting parameters', () => {
  const parameters = [{ weights: [[1, 2]], bias: [0] }];
  const given: Experiment = { ...d, network: { ...d.network, hidden: [] }, parameters };

  it('stay while the shape and the start stay', () => {
    expect(changes.setLearningRate(0.5)(given).parameters).toBe(parameters);
    expect(changes.setProblem({ noise: 0.2 })(given).parameters).toBe(parameters);
    expect(changes.toggleFeature('x1', true)(given).parameters).toBe(parameters);
  });

  it('go when the shape or the start changes', () => {
    for (const each of [
      changes.addLayer(),
      changes.toggleFeature('x1^2', true),
      changes.setWeightSeed(99),
      changes.setOutput('softmax'),
      changes.setNetwork({ initial: 'he' }),
    ]) {
      expect(each(given).parameters).toBeUndefined();
    }
  });
});

describe('another problem', () => {
  it('brings output and loss in line, and keeps them where they fit', () => {
    const arms = changes.setDataset('arms')(d);
    expect([arms.network.output, arms.loss]).toEqual(['softmax', 'cross-entropy']);
    const plane = changes.setDataset('plane')(arms);
    expect([plane.network.output, plane.loss]).toEqual(['linear', 'mse']);
    const tanh = changes.setOutput('tanh')(d);
    expect([tanh.network.output, tanh.loss]).toEqual(['tanh', 'mse']);
    expect(changes.setDataset('moons')(tanh).network.output).toBe('tanh');
  });

  it('of another kind starts with the output and loss of its own kind', () => {
    for (const detour of ['plane', 'arms'] as const) {
      const back = changes.setDataset('xor')(changes.setDataset(detour)(d));
      expect([back.network.output, back.loss]).toEqual(['sigmoid', 'cross-entropy']);
    }
    const squared = changes.setLoss('mse')(changes.setDataset('arms')(d));
    expect(changes.setDataset('blobs')(squared).loss).toBe('mse');
    const tanh = changes.setOutput('tanh')(d);
    expect(changes.setDataset('plane')(tanh).network.output).toBe('linear');
  });

  it('is ours even after one of the TensorFlow Playground, and so are its weights', () => {
    const theirs: Experiment = {
      ...d,
      problem: {
        dataset: 'spiral',
        generator: 'tensorflow-playground',
        seed: '0.5',
        samples: 500,
        noise: 0,
        trainFraction: 0.5,
      },
      network: { ...d.network, initial: 'tensorflow-playground' },
    };
    const after = changes.setDataset('circles')(theirs);
    expect(after.problem).toMatchObject({ generator: 'perceptarium', seed: 1 });
    expect(after.network.initial).toBe('uniform');
  });

  it('of one’s own has its targets written anew for another output', () => {
    const own = changes.setCustomProblem(points)(d);
    expect(changes.setOutput('tanh')(own).problem).toMatchObject({ targets: [[-1], [1], [1]] });
    expect(changes.setOutput('softmax')(own).problem).toMatchObject({
      targets: [
        [1, 0],
        [0, 1],
        [0, 1],
      ],
    });
  });
});

describe('a class as a target', () => {
  it('comes back from every encoding', () => {
    const outputs: OutputActivation[] = ['linear', 'sigmoid', 'tanh', 'softmax'];
    for (const output of outputs) {
      for (let classes = 2; classes <= 10; classes++) {
        for (let label = 0; label < classes; label++) {
          expect(decodeClass(encodeClass(label, classes, output))).toBe(label);
        }
      }
    }
  });

  it('is ±1 for tanh, 0 or 1 for sigmoid, one-hot for softmax', () => {
    expect([encodeClass(0, 2, 'tanh'), encodeClass(1, 2, 'tanh')]).toEqual([[-1], [1]]);
    expect([encodeClass(0, 2, 'sigmoid'), encodeClass(1, 2, 'sigmoid')]).toEqual([[0], [1]]);
    expect(encodeClass(1, 3, 'softmax')).toEqual([0, 1, 0]);
  });
});

it('counts the parameters of 2–8–6–1', () => {
  expect(parameterCount(d)).toBe(2 * 8 + 8 + 8 * 6 + 6 + 6 + 1);
});
