import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/data/createDataset';
import { flattenParameters, initialParameters } from '../../src/engine/initialWeights';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { networkSpec, updateSpec } from '../../src/engine/network';
import { tokenSets } from '../../src/data/tokenSets';
import { parseExperiment } from '../../src/experiment/schema';
import type { Experiment } from '../../src/experiment/experiment';
import { layerSizes } from '../../src/experiment/shape';
import { nextBatch, tokenOf } from '../../src/lenses/backprop/tokens';
import { createStepValues } from '../../src/lenses/backprop/values';
import { readReferences, type Reference } from '../reference/readReferences';

const references = readReferences(join(import.meta.dirname, '../fixtures/reference'));

function experimentOf({ experiment }: Reference): Experiment {
  const parsed = parseExperiment(experiment);
  if (!parsed.ok) throw new Error(parsed.message);
  // The references take their batches in order.
  const training = { ...parsed.value.training, order: 'sequential' as const };
  return { ...parsed.value, training };
}

/** Keys of all parameters in the layout's order. */
function parameterKeys(experiment: Experiment): string[] {
  const sizes = layerSizes(experiment);
  return sizes.slice(1).flatMap((units, l) => [
    ...Array.from({ length: units * (sizes[l] ?? 0) }, (_, i) => {
      const inputs = sizes[l] ?? 1;
      return `${l}:${Math.floor(i / inputs)}:${i % inputs}`;
    }),
    ...Array.from({ length: units }, (_, k) => `${l}:${k}:b`),
  ]);
}

describe.each(references)('the numbers of the step of $name', (reference) => {
  const experiment = experimentOf(reference);
  const dataset = createDataset(experiment);
  const parameters = Float32Array.from(initialParameters(experiment));
  const places = nextBatch(experiment, dataset, { values: parameters, epoch: 0, position: 0 });
  const tokens = places.map((place) => tokenOf(experiment, dataset, place));
  const values = createStepValues(experiment);
  values.follow(parameters, null, tokens, 0);
  const keys = parameterKeys(experiment);

  it('are the first gradients of PyTorch to 1e-9, with the penalty', () => {
    const expected = flattenParameters(reference.expected.firstGradient);
    const largest = Math.max(...Array.from(expected, Math.abs));
    keys.forEach((key, i) => {
      expect(Math.abs(values.valueOf(`G:${key}`) - (expected[i] ?? NaN))).toBeLessThan(1e-9 * largest);
    });
  });

  it('agree with finite differences of the loss', () => {
    for (const key of keys)
      expect(['agrees', 'kink', 'too-small']).toContain(values.check(`g:${key}`).verdict);
    const agreeing = keys.filter((key) => values.check(`g:${key}`).verdict === 'agrees');
    expect(agreeing.length / keys.length).toBeGreaterThan(0.9);
  });

  it('end in the weights that the engine’s own update gives', () => {
    const sets = tokenSets(dataset, experiment);
    const trainer = createPlainEngine().createTrainer({
      network: networkSpec(experiment),
      update: updateSpec(experiment, sets.train.count),
      ...sets,
      parameters,
      precision: 'double',
    });
    trainer.update();
    keys.forEach((key, i) =>
      expect(values.valueOf(`n:${key}`)).toBeCloseTo(trainer.parameters[i] ?? NaN, 12),
    );
  });
});

describe('a batch of three', () => {
  it('has the mean of the three tokens’ gradients, computed here one by one', () => {
    const [reference] = references;
    if (reference === undefined) throw new Error('A reference was expected.');
    const experiment = experimentOf(reference);
    const dataset = createDataset(experiment);
    const parameters = Float32Array.from(initialParameters(experiment));
    const tokens = [0, 1, 2].map((place) => tokenOf(experiment, dataset, place));
    const values = createStepValues(experiment);
    const sums = new Map<string, number>();
    for (const token of tokens) {
      values.follow(parameters, null, [token], 0);
      for (const key of parameterKeys(experiment))
        sums.set(key, (sums.get(key) ?? 0) + values.valueOf(`g:${key}`));
    }
    values.follow(parameters, null, tokens, 1);
    for (const [key, sum] of sums) expect(values.valueOf(`m:${key}`)).toBeCloseTo(sum / 3, 14);
  });
});
