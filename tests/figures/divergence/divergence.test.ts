import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutSlopes, slopesAt } from '../../../src/figures/divergence/curves';
import { divergencesOf, entropyOf, type OutputKind } from '../../../src/figures/divergence/divergence';
import {
  logitOf,
  oneHot,
  sigmoidPair,
  smoothed,
  softmaxOf,
  withProbability,
} from '../../../src/figures/divergence/probabilities';
import { benchNumber, vanishingSentence } from '../../../src/figures/divergence/words';

const STEP = 1e-5;
const MEASURES = ['squaredError', 'crossEntropy', 'kl'] as const;

const excitations = (classes: number) =>
  fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: classes, maxLength: classes });
const cases = fc
  .integer({ min: 2, max: 10 })
  .chain((classes) => fc.tuple(excitations(classes), excitations(classes).map(softmaxOf)));

/** ŷ from excitations as the network's last layer makes it. */
function outputOf(kind: OutputKind, e: readonly number[]): readonly number[] {
  return kind === 'softmax' ? softmaxOf(e) : sigmoidPair(e[0] ?? 0);
}

function moved(values: readonly number[], k: number, by: number): number[] {
  return values.map((value, j) => (j === k ? value + by : value));
}

function difference(of: (by: number) => number): number {
  return (8 * (of(STEP) - of(-STEP)) - (of(2 * STEP) - of(-2 * STEP))) / (12 * STEP);
}

function expectNear(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(expected)));
}

describe('the divergences', () => {
  it('are those worked by hand for three classes', () => {
    const { squaredError, crossEntropy, kl, entropy } = divergencesOf(
      'softmax',
      [0.5, 0.25, 0.25],
      [0, 1, 0],
    );
    expect(squaredError.value).toBeCloseTo(0.5 * (0.25 + 0.5625 + 0.0625), 14);
    expect(crossEntropy.value).toBeCloseTo(Math.log(4), 14);
    expect(kl.value).toBeCloseTo(Math.log(4), 14);
    expect(entropy).toBe(0);
    expect(crossEntropy.byOutput).toEqual([0, -4, 0]);
    expect(crossEntropy.byExcitation).toEqual([0.5, -0.75, 0.25]);
    expect(squaredError.byOutput).toEqual([0.5, -0.75, 0.25]);
  });

  it('of one sigmoid count its own output alone', () => {
    const { squaredError, crossEntropy } = divergencesOf('sigmoid', [0.2, 0.8], [1, 0]);
    expect(squaredError.value).toBeCloseTo(0.32, 14);
    expect(crossEntropy.value).toBeCloseTo(-Math.log(0.2), 14);
    expect(crossEntropy.byOutput[0]).toBeCloseTo(-5, 14);
    expect(crossEntropy.byExcitation[0]).toBeCloseTo(-0.8, 14);
    expect(squaredError.byExcitation[0]).toBeCloseTo(-0.8 * 0.16, 14);
    expect(crossEntropy.byExcitation).toHaveLength(1);
  });

  for (const kind of ['softmax', 'sigmoid'] as const) {
    it(`have the gradients by the excitations that finite differences find (${kind})`, () => {
      const property = fc.property(cases, ([e, target]) => {
        const d = kind === 'softmax' ? target : sigmoidPair(e[1] ?? 0);
        const found = divergencesOf(kind, outputOf(kind, e), d);
        for (const measure of MEASURES)
          found[measure].byExcitation.forEach((gradient, k) =>
            expectNear(
              gradient,
              difference((by) => divergencesOf(kind, outputOf(kind, moved(e, k, by)), d)[measure].value),
            ),
          );
      });
      fc.assert(property, { numRuns: 60 });
    });
  }

  it('have the gradients by the outputs that finite differences find', () => {
    const property = fc.property(cases, ([e, d]) => {
      // Away from 0 a step does not change the curvature.
      const y = softmaxOf(e.map((value) => value / 3));
      const found = divergencesOf('softmax', y, d);
      for (const measure of ['squaredError', 'crossEntropy'] as const)
        found[measure].byOutput.forEach((gradient, k) =>
          expectNear(
            gradient,
            difference((by) => divergencesOf('softmax', moved(y, k, by), d)[measure].value),
          ),
        );
    });
    fc.assert(property, { numRuns: 60 });
  });

  it('obey cross-entropy = KL + H(d), and KL is never negative and 0 only at the target', () => {
    const property = fc.property(cases, ([e, d]) => {
      const { crossEntropy, kl, entropy } = divergencesOf('softmax', softmaxOf(e), d);
      expect(kl.value).toBeGreaterThanOrEqual(0);
      expect(crossEntropy.value).toBeCloseTo(kl.value + entropy, 9);
      expect(divergencesOf('softmax', d, d).kl.value).toBeCloseTo(0, 12);
      expect(entropyOf(d)).toBeLessThanOrEqual(Math.log(d.length) + 1e-12);
    });
    fc.assert(property);
  });

  it('are infinite where a class that is wanted has no probability, and never NaN', () => {
    const { crossEntropy, kl } = divergencesOf('softmax', [1, 0], [0, 1]);
    expect(crossEntropy.value).toBe(Infinity);
    expect(kl.value).toBe(Infinity);
    expect(crossEntropy.byOutput).toEqual([0, -Infinity]);
    expect(crossEntropy.byExcitation).toEqual([1, -1]);
    expect(divergencesOf('softmax', [0, 1], [0, 1]).crossEntropy.value).toBe(0);
    expect(divergencesOf('sigmoid', [0, 1], [0, 1]).crossEntropy.byOutput).toEqual([1]);
  });
});

describe('dragged probabilities', () => {
  it('always add up to 1 and keep the others’ proportions', () => {
    const drags = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 30,
    });
    const property = fc.property(cases, drags, ([e], moves) => {
      let values: readonly number[] = softmaxOf(e);
      for (const [at, to] of moves) {
        const k = at % values.length;
        values = withProbability(values, k, to);
        expect(values[k]).toBe(to);
        expect(values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
        expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
      }
    });
    fc.assert(property);
    expect(withProbability([0.5, 0.3, 0.2], 0, 0)).toEqual([0, 0.6, 0.4]);
  });

  it('come back from a corner', () => {
    expect(withProbability([1, 0, 0], 0, 0.5)).toEqual([0.5, 0.25, 0.25]);
    expect(withProbability([1, 0], 0, 2)).toEqual([1, 0]);
  });

  it('of a sigmoid give their excitation back', () => {
    expect(logitOf(sigmoidPair(-3.5), 0)).toBeCloseTo(-3.5, 12);
    expect(sigmoidPair(40)[1]).toBeCloseTo(Math.exp(-40), 30);
    expect(oneHot(3, 1)).toEqual([0, 1, 0]);
    expect(smoothed(3, 1).map((value) => Number(value.toFixed(12)))).toEqual([0.05, 0.9, 0.05]);
  });
});

describe('the gradients along an excitation', () => {
  it('vanish for the squared error alone when the sigmoid is saturated on the wrong side', () => {
    const { squaredError, crossEntropy } = slopesAt('sigmoid', -8, 0, [0.5, 0.5], [1, 0]);
    expect(crossEntropy).toBeCloseTo(-1, 3);
    expect(Math.abs(squaredError)).toBeLessThan(4e-4);
  });

  it('are those of the network where it stands', () => {
    const property = fc.property(cases, ([e, d]) => {
      const y = softmaxOf(e);
      const found = slopesAt('softmax', logitOf(y, 1), 1, y, d);
      const { squaredError, crossEntropy } = divergencesOf('softmax', y, d);
      expectNear(found.squaredError, squaredError.byExcitation[1] ?? NaN);
      expectNear(found.crossEntropy, crossEntropy.byExcitation[1] ?? NaN);
    });
    fc.assert(property);
  });

  it('put the present point on both curves, at the edge where it lies beyond', () => {
    const box = { width: 160, height: 100 };
    const curves = layoutSlopes('sigmoid', sigmoidPair(4), [1, 0], 0, box);
    expect(curves.present.x).toBeCloseTo(120, 9);
    expect(curves.e).toBeCloseTo(4, 9);
    expect(curves.crossEntropy).toContain(`120.00 ${curves.present.crossEntropy.toFixed(2)}`);
    expect(curves.squaredError).toContain(`120.00 ${curves.present.squaredError.toFixed(2)}`);
    expect(layoutSlopes('sigmoid', sigmoidPair(30), [1, 0], 0, box).present.x).toBe(160);
    expect(layoutSlopes('sigmoid', [0, 1], [1, 0], 0, box).present.x).toBe(0);
  });
});

describe('the numbers', () => {
  it('stay readable from tiny to infinite', () => {
    expect([0, 0.5, -0.25, 2.7e-7, -3e-5, -4.04e-13, 1234.5, Infinity, -Infinity].map(benchNumber)).toEqual([
      ...['0.000', '0.500', '−0.250', '2.7e-7', '−3.0e-5', '−4e-13', '1235', '∞', '−∞'],
    ]);
    expect(vanishingSentence(-0.019, -0.98)).toContain('0.019 times');
    expect(vanishingSentence(0, 0)).toContain('zero');
  });
});
