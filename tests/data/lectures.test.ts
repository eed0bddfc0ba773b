import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/data/createDataset';
import { featureValue } from '../../src/data/features';
import { curveTarget } from '../../src/data/lectures/curve';
import { parabolaTarget } from '../../src/data/lectures/parabola';
import { surfaceTarget } from '../../src/data/lectures/surface';
import { loadResources } from '../../src/data/resources';
import { tanh } from '../../src/data/tanh';
import { setDataset, setOutput, setProblem, setTable, setVariant } from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT as D } from '../../src/experiment/defaults';
import type { Experiment, GeneratedProblem } from '../../src/experiment/experiment';
import { POWER_FEATURES, VARIANTS, type DatasetName } from '../../src/experiment/names';
import { loadEverything } from './loadEverything';

await loadEverything();

const start = (dataset: DatasetName): Experiment => setDataset(dataset)(D);

function problemOf({ problem }: Experiment): GeneratedProblem {
  if (problem.dataset === 'custom') throw new Error('A generated problem was expected.');
  return problem;
}

/** [row] inputs and class, as '01 → 1' */
function rows(experiment: Experiment): string[] {
  const { count, coordinates, inputs, labels } = createDataset(experiment);
  return Array.from({ length: count }, (_, row) => {
    const bits = Array.from(inputs.subarray(row * coordinates, (row + 1) * coordinates));
    return `${bits.join('')} → ${labels[row] ?? NaN}`;
  });
}

describe('the parabola', () => {
  it('takes the unit semicircle to (x₁, x₁²), in order along it', () => {
    const { count, inputs, targets, outputs } = createDataset(start('parabola'));
    expect(outputs).toBe(2);
    for (let token = 0; token < count; token++) {
      const [x1 = NaN, x2 = NaN] = inputs.subarray(2 * token, 2 * token + 2);
      expect(x1 * x1 + x2 * x2).toBeCloseTo(1, 6);
      expect(x2).toBeGreaterThan(0);
      expect(targets[2 * token]).toBeCloseTo(x1, 6);
      expect(targets[2 * token + 1]).toBeCloseTo(x1 * x1, 6);
      if (token > 0) expect(x1).toBeLessThan(inputs[2 * token - 2] ?? NaN);
    }
  });

  it('adds noise of the given deviation to the targets and leaves the inputs alone', () => {
    const noisy = createDataset(setProblem({ noise: 0.2, samples: 2000 })(start('parabola')));
    let squares = 0;
    for (let token = 0; token < noisy.count; token++) {
      const [y1, y2] = parabolaTarget((Math.PI * (token + 0.5)) / noisy.count);
      squares +=
        ((noisy.targets[2 * token] ?? NaN) - y1) ** 2 + ((noisy.targets[2 * token + 1] ?? NaN) - y2) ** 2;
    }
    expect(Math.sqrt(squares / (2 * noisy.count))).toBeCloseTo(0.2, 2);
    const clean = createDataset(setProblem({ noise: 0, samples: 2000 })(start('parabola')));
    expect(noisy.inputs).toEqual(clean.inputs);
  });
});

describe('a gate', () => {
  it.each([
    ['and', ['00 → 0', '01 → 0', '10 → 0', '11 → 1']],
    ['or', ['00 → 0', '01 → 1', '10 → 1', '11 → 1']],
    ['nand', ['00 → 1', '01 → 1', '10 → 1', '11 → 0']],
    ['xor-gate', ['00 → 0', '01 → 1', '10 → 1', '11 → 0']],
  ] as const)('%s has its four rows in order, and all of them train', (dataset, expected) => {
    expect(rows(start(dataset))).toEqual(expected);
    const { train, test } = createDataset(start(dataset));
    expect([Array.from(train), test.length]).toEqual([[0, 1, 2, 3], 0]);
  });

  it('parity tells an odd number of ones from an even one, for two to four inputs', () => {
    for (const inputs of VARIANTS.parity) {
      const table = rows(setVariant(inputs)(start('parity')));
      expect(table).toHaveLength(2 ** Number(inputs));
      for (const row of table) {
        const [bits = '', target] = row.split(' → ');
        expect(Number(target)).toBe(Array.from(bits).filter((bit) => bit === '1').length % 2);
      }
    }
  });

  it('truth table has the targets it is given', () => {
    const table = setTable('10010110')(start('truth-table'));
    expect(
      rows(table)
        .map((row) => row.slice(-1))
        .join(''),
    ).toBe('10010110');
    expect(table.features).toEqual(['x1', 'x2', 'x3']);
  });

  it('has 0 and 1 as targets of a step, −1 and 1 of tanh', () => {
    const targets = (output: 'step' | 'tanh') =>
      Array.from(createDataset(setOutput(output)(start('and'))).targets);
    expect(targets('step')).toEqual([0, 0, 0, 1]);
    expect(targets('tanh')).toEqual([-1, -1, -1, 1]);
  });
});

describe('a curve', () => {
  const value = (variant: string, x: number) =>
    curveTarget(problemOf(setVariant(variant)(start('curve'))))(x);

  it('is the function it is named after', () => {
    for (const x of [-1, -0.6, -0.2, 0.1, 0.45, 1]) {
      expect(value('sine', x)).toBeCloseTo(Math.sin(Math.PI * x), 12);
      expect(value('step', x)).toBe(x > 0 ? 1 : 0);
      expect(value('abs', x)).toBe(Math.abs(x));
      expect(value('bishop', x)).toBeCloseTo(Math.sin((2 * Math.PI * (x + 1)) / 2), 12);
      expect(value('polynomial', x)).toBeCloseTo(Math.cos(3 * Math.acos(x)), 12);
    }
  });

  it('takes a formula once it is read', async () => {
    const experiment = setVariant('formula', 'exp(-x^2) / 2')(start('curve'));
    await loadResources(experiment.problem);
    const { inputs, targets, count } = createDataset(setProblem({ noise: 0 })(experiment));
    expect(count).toBe(60);
    inputs.forEach((x, token) => expect(targets[token]).toBeCloseTo(Math.exp(-x * x) / 2, 6));
  });

  it('refuses what is no formula with a sentence', async () => {
    const { problem } = setVariant('formula', 'window.close()')(start('curve'));
    await expect(loadResources(problem)).rejects.toThrow(/^Expected .+ found “.*”.*\.$/u);
  });

  it('of Bishop’s has ten points, all of which train', () => {
    const { train, test } = createDataset(setVariant('bishop')(start('curve')));
    expect([train.length, test.length]).toEqual([10, 0]);
  });

  it('has powers of x as features, rounded once', () => {
    for (const [i, feature] of POWER_FEATURES.entries())
      for (const x of [-1, -0.7, 0.3])
        expect(featureValue(feature, [x], 0, 'single')).toBe(Math.fround(x ** (i + 3)));
  });
});

describe('a surface', () => {
  it('is drawn in single precision over the plane, for every kind', () => {
    for (const variant of VARIANTS.surface) {
      const experiment = setVariant(variant)(start('surface'));
      const { inputs, targets } = createDataset(experiment);
      const height = surfaceTarget(problemOf(experiment));
      targets.forEach((target, token) => {
        expect(target).toBe(Math.fround(height(inputs[2 * token] ?? NaN, inputs[2 * token + 1] ?? NaN)));
        expect(Math.abs(target)).toBeLessThanOrEqual(1);
      });
    }
  });
});

describe('tanh without Math', () => {
  it('agrees with it to 1e-12', () => {
    for (let x = -25; x <= 25; x += 0.37) expect(Math.abs(tanh(x) - Math.tanh(x))).toBeLessThan(1e-12);
  });
});
