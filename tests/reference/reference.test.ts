import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/data/createDataset';
import { tokenSets } from '../../src/data/tokenSets';
import type { Engine, Trainer } from '../../src/engine/engine';
import { flattenParameters, initialParameters } from '../../src/engine/initialWeights';
import { networkSpec, updateSpec } from '../../src/engine/network';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import type { Precision } from '../../src/engine/reals';
import { createSimdEngine } from '../../src/engine/simd/createSimdEngine';
import { parseExperiment } from '../../src/experiment/schema';
import { readReferences, type Reference } from './readReferences';

const folder = process.env.REFERENCE_DIR ?? join(import.meta.dirname, '../fixtures/reference');

/** Largest relative deviation allowed; `floor` is the loss below which a deviation counts as absolute. */
const TOLERANCES = {
  double: { loss: 1e-9, floor: 1e-12, gradient: 1e-9, end: 1e-8 },
  single: { loss: 1e-4, floor: 1e-5, gradient: 1e-4, end: 1e-2 },
} as const;

function createReferenceTrainer(
  { experiment: file }: Reference,
  precision: Precision,
  engine: Engine,
): Trainer {
  const parsed = parseExperiment(file);
  if (!parsed.ok) throw new Error(parsed.message);
  const experiment = parsed.value;
  const sets = tokenSets(createDataset(experiment), experiment);
  // The reference takes its batches in order, whatever `order` says: see the fixtures' README.
  const update = { ...updateSpec(experiment, sets.train.count), order: 'sequential' as const };
  const network = networkSpec(experiment);
  const parameters = initialParameters(experiment);
  return engine.createTrainer({ network, update, ...sets, parameters, precision });
}

/** Largest deviation of any number, relative to the largest expected number of its layer. */
function largestDeviation(trainer: Trainer, actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let worst = 0;
  for (const { weights, bias, units } of trainer.layout.layers) {
    let scale = 1e-30;
    let deviation = 0;
    for (let i = weights; i < bias + units; i++) {
      scale = Math.max(scale, Math.abs(expected[i] ?? NaN));
      deviation = Math.max(deviation, Math.abs((actual[i] ?? NaN) - (expected[i] ?? NaN)));
    }
    worst = Math.max(worst, deviation / scale);
  }
  return worst;
}

function lossDeviations(trainer: Trainer, expected: readonly number[], floor: number): number[] {
  return expected.map((loss, step) => {
    if (step > 0) trainer.update();
    return Math.abs(trainer.evaluate('train').loss - loss) / Math.max(floor, Math.abs(loss));
  });
}

describe.each(readReferences(folder))('$name', (reference) => {
  const { expected } = reference;

  describe.each([
    ['plain', 'double', createPlainEngine()],
    ['plain', 'single', createPlainEngine()],
    ['SIMD', 'single', createSimdEngine()],
  ] as const)('the %s engine in %s precision', (_, precision, engine) => {
    const tolerance = TOLERANCES[precision];

    it('has the gradient of the first batch', () => {
      const trainer = createReferenceTrainer(reference, precision, engine);
      const gradient = flattenParameters(expected.firstGradient);
      expect(largestDeviation(trainer, trainer.nextBatchGradient(), gradient)).toBeLessThan(
        tolerance.gradient,
      );
    });

    it('follows the losses and ends with the same parameters and outputs', () => {
      const trainer = createReferenceTrainer(reference, precision, engine);
      const deviations = lossDeviations(trainer, expected.loss, tolerance.floor);
      expect(expected.loss).toHaveLength(expected.steps + 1);
      expect(deviations.filter((deviation) => !(deviation <= tolerance.loss))).toEqual([]);
      const parameters = flattenParameters(expected.parameters);
      expect(largestDeviation(trainer, trainer.parameters, parameters)).toBeLessThan(tolerance.end);
      const outputs = trainer.outputs('train');
      const scale = Math.max(1, ...expected.outputs.flat().map(Math.abs));
      const wrong = expected.outputs.flatMap((row, token) =>
        row.map(
          (value, k) => Math.abs((outputs[k * expected.outputs.length + token] ?? NaN) - value) / scale,
        ),
      );
      expect(Math.max(...wrong)).toBeLessThan(tolerance.end);
    });
  });
});
