import { expect, it } from 'vitest';
import { layerSizes } from '../../../src/experiment/shape';
import { createOptimizer, DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { Experiment } from '../../../src/experiment/experiment';
import { HIDDEN_ACTIVATIONS } from '../../../src/experiment/names';
import { parseExperiment } from '../../../src/experiment/schema';
import { parseAnswer, paperNumber, printedText } from '../../../src/figures/worksheet/paper';
import { PRESETS } from '../../../src/figures/worksheet/presets';
import { keyOf, quantityName } from '../../../src/figures/worksheet/quantities';
import { blanksOf, difficultiesOf, sectionsOf } from '../../../src/figures/worksheet/sections';
import { evaluate, termTex } from '../../../src/figures/worksheet/terms';
import {
  createSheetModel,
  flatParameters,
  layeredParameters,
  type SheetModel,
} from '../../../src/lenses/backprop/worksheet/sheetModel';
import { symbolTex } from '../../../src/lenses/backprop/worksheet/tex';

/** Weights that differ from each other, by a rule of the test's own. */
function someParameters(experiment: Experiment): number[] {
  const sizes = layerSizes(experiment);
  const count = sizes.slice(1).reduce((sum, units, l) => sum + units * ((sizes[l] ?? 0) + 1), 0);
  return Array.from({ length: count }, (_, i) => paperNumber(Math.sin(i + 1)));
}

function network(
  hidden: Experiment['network']['hidden'],
  output: Experiment['network']['output'],
  loss: Experiment['loss'],
  targets: readonly number[],
): Experiment {
  return {
    ...DEFAULT_EXPERIMENT,
    problem: {
      ...{ dataset: 'custom', task: 'regression', trainFraction: 1 },
      ...{ inputs: [[0.7, -0.4]], targets: [targets] },
    },
    network: { ...DEFAULT_EXPERIMENT.network, hidden, output, connectivity: 'residual' },
    training: { ...DEFAULT_EXPERIMENT.training, optimizer: { kind: 'sgd', learningRate: 0.05 } },
    loss,
  };
}

function logistic(): SheetModel {
  const preset = PRESETS.find(({ name }) => name === '2–2–2 logistic');
  if (preset === undefined) throw new Error('Expected the preset 2–2–2 logistic, found none.');
  const token = { input: Float64Array.of(0.5, 1), target: Float64Array.of(0, 1) };
  return createSheetModel(preset.experiment, flatParameters(preset.experiment.parameters ?? []), token);
}

const NETWORKS: readonly Experiment[] = [
  ...HIDDEN_ACTIVATIONS.map((activation) =>
    network(
      [
        { units: 2, activation },
        { units: 2, activation },
      ],
      'linear',
      'mse',
      [0.5],
    ),
  ),
  network([{ units: 3, activation: 'tanh' }], 'sigmoid', 'cross-entropy', [1, 0]),
  network([{ units: 3, activation: 'tanh' }], 'softmax', 'cross-entropy', [0, 1, 0]),
  network([{ units: 3, activation: 'tanh' }], 'softmax', 'mse', [0, 1, 0]),
  network([], 'tanh', 'mse', [-1]),
  network([], 'step', 'perceptron', [1]),
  ...(['l1', 'l2'] as const).map((kind): Experiment => {
    const plain = network([{ units: 2, activation: 'tanh' }], 'linear', 'mse', [0.5]);
    return { ...plain, training: { ...plain.training, regularization: { kind, rate: 0.1 } } };
  }),
];

it('has a formula for every box, and each of its forms gives the number of the trace', () => {
  for (const experiment of NETWORKS) {
    const target = experiment.problem.dataset === 'custom' ? (experiment.problem.targets[0] ?? []) : [];
    const token = { input: Float64Array.of(0.7, -0.4), target: Float64Array.from(target) };
    const model = createSheetModel(experiment, someParameters(experiment), token);
    const blanks = blanksOf(sectionsOf(model.network, 'all', true));
    for (const quantity of blanks) {
      const rules = model.rulesOf(quantity);
      expect(rules.length, keyOf(quantity)).toBeGreaterThan(0);
      for (const rule of rules)
        expect(evaluate(rule, model.truth), keyOf(quantity)).toBeCloseTo(model.truth(quantity), 9);
    }
  }
});

it('shows a formula in symbols and with numbers, negative ones in parentheses', () => {
  const model = logistic();
  const delta = { kind: 'd', layer: 0, unit: 1 } as const;
  const [rule] = model.rulesOf(delta);
  if (rule === undefined) throw new Error('Expected a formula of δ, found none.');
  expect(termTex(rule, (each) => symbolTex(model, each))).toBe(
    'h_{2}^{(1)} \\cdot (1 - h_{2}^{(1)}) \\cdot (w_{12}^{(2)} \\cdot \\varepsilon_{1} + w_{22}^{(2)} \\cdot \\varepsilon_{2})',
  );
  expect(termTex(rule, (each) => model.truth(each).toFixed(2))).toBe(
    '0.50 \\cdot (1 - 0.50) \\cdot ((-1.00) \\cdot 0.15 + 2.00 \\cdot (-0.10))',
  );
  expect(quantityName(model.network, model.features, delta)).toBe('δ of layer 1, unit 2');
});

it('writes the update with the penalty on weights alone, and leaves it out where it is none for paper', () => {
  const update = (training: Partial<Experiment['training']>): SheetModel => {
    const plain = network([{ units: 2, activation: 'tanh' }], 'linear', 'mse', [0.5]);
    const token = { input: Float64Array.of(0.7, -0.4), target: Float64Array.of(0.5) };
    const experiment = { ...plain, training: { ...plain.training, ...training } };
    return createSheetModel(experiment, someParameters(plain), token);
  };
  const model = update({ regularization: { kind: 'l2', rate: 0.1 } });
  const texOf = (from: number | 'bias', show: Parameters<typeof termTex>[1]): string | undefined => {
    const [rule] = model.rulesOf({ kind: 'n', layer: 0, unit: 0, from });
    return rule && termTex(rule, show);
  };
  const symbols = (each: Parameters<typeof symbolTex>[1]): string => symbolTex(model, each);
  expect(texOf(0, symbols)).toBe(
    'w_{11}^{(1)} - \\eta \\cdot (\\frac{\\partial L}{\\partial w_{11}^{(1)}} + \\lambda \\cdot w_{11}^{(1)})',
  );
  expect(texOf('bias', symbols)).toBe(
    'b_{1}^{(1)} - \\eta \\cdot \\frac{\\partial L}{\\partial b_{1}^{(1)}}',
  );
  expect(texOf('bias', (each) => model.truth(each).toFixed(2))).toMatch(
    /^-0\.96 - 0\.05 \\cdot \(-\d\.\d\d\)$/u,
  );
  expect(model.update).toEqual({ penalty: 'l2', learningRate: 0.05, rate: 0.1 });

  expect(update({ optimizer: createOptimizer('adam', 0.05) }).update).toBeNull();
  expect(update({ regularization: { kind: 'l1', rate: 0.1, clip: true } }).update).toBeNull();
  expect(update({ regularization: { kind: 'l1', rate: 0 } }).update?.penalty).toBe('none');
});

it('reads decimals with point and comma, minus signs of both kinds, powers and fractions, and nothing else', () => {
  const read = ['0.25', '0,25', ' −.5 ', '-1/4', '1 / 3', '2,5e-3', '+3'].map(parseAnswer);
  expect(read).toEqual([0.25, 0.25, -0.5, -0.25, 1 / 3, 0.0025, 3]);
  for (const text of ['', 'a', '1/0', '1/2/3', '1.234,5', '0x10', '--1', '/2', 'NaN', 'Infinity'])
    expect(parseAnswer(text), text).toBeNull();
});

it('computes with what it prints: two decimals, two significant digits below a tenth', () => {
  expect([0.15000000596, -1.2345, 0.0123, 0, 12.345].map(paperNumber)).toEqual([
    0.15, -1.23, 0.012, 0, 12.35,
  ]);
  expect([0.645656, -0.0226, 0.00001234, 12.3456].map(printedText)).toEqual([
    ...['0.6457', '−0.0226', '0.00001234', '12.35'],
  ]);
});

it('has presets that open, whose weights a sheet prints in full', () => {
  for (const { name, experiment } of PRESETS) {
    expect(parseExperiment(experiment), name).toMatchObject({ ok: true });
    const flat = (experiment.parameters ?? []).flatMap(({ weights, bias }) => [...weights.flat(), ...bias]);
    expect(flatParameters(experiment.parameters ?? []), name).toEqual(flat);
    expect(layeredParameters(layerSizes(experiment), flat), name).toEqual(experiment.parameters);
  }
});

it('offers the errors of each layer, the passes, and all of it', () => {
  const model = logistic();
  expect(difficultiesOf(model.network, true)).toEqual([
    { value: 'delta-1', label: 'δ of layer 1' },
    { value: 'delta-2', label: 'ε of the output' },
    { value: 'update-1', label: 'Update of layer 1' },
    { value: 'update-2', label: 'Update of the output' },
    { value: 'forward', label: 'The forward pass' },
    { value: 'backward', label: 'The backward pass' },
    { value: 'update', label: 'The update' },
    { value: 'all', label: 'All of it' },
  ]);
});
