import { describe, expect, it } from 'vitest';
import { erf } from '../../src/engine/math/errorFunction';
import {
  exp,
  expm1,
  power,
  sigmoid,
  sigmoidSingle,
  tanh,
  tanhSingle,
} from '../../src/engine/math/exponential';
import { log, log1p } from '../../src/engine/math/logarithm';
import { cos, sin } from '../../src/engine/math/trigonometry';

function largestRelative(
  actual: (x: number) => number,
  expected: (x: number) => number,
  from: number,
  to: number,
): number {
  let worst = 0;
  for (let i = 0; i <= 20_000; i++) {
    const x = from + ((to - from) * i) / 20_000;
    const right = expected(x);
    worst = Math.max(worst, Math.abs(actual(x) - right) / Math.max(1e-300, Math.abs(right)));
  }
  return worst;
}

const absolute = (f: (x: number) => number) => (x: number) => f(x) + 2;

describe('elementary functions agree with Math to 1e-14', () => {
  it('exp, from the denormal numbers to the largest', () => {
    expect(largestRelative(exp, Math.exp, -700, 709.7)).toBeLessThan(1e-14);
    expect(largestRelative(exp, Math.exp, -1, 1)).toBeLessThan(5e-16);
    expect([exp(0), exp(-746), exp(710), exp(Infinity), exp(-Infinity), exp(NaN)]).toEqual([
      1,
      0,
      Infinity,
      Infinity,
      0,
      NaN,
    ]);
    expect(Math.abs(exp(-740) - Math.exp(-740))).toBeLessThanOrEqual(1e-323);
  });

  it('expm1 and tanh, near 0 too', () => {
    for (const to of [1e-8, 1e-3, 1, 30]) {
      expect(largestRelative(expm1, Math.expm1, to / 7, to)).toBeLessThan(1e-14);
      expect(largestRelative(expm1, Math.expm1, -to, -to / 7)).toBeLessThan(1e-14);
      expect(largestRelative(tanh, Math.tanh, -to, -to / 7)).toBeLessThan(2e-15);
    }
    expect([tanh(0), tanh(400), tanh(-Infinity), tanh(NaN)]).toEqual([0, 1, -1, NaN]);
    expect([expm1(-800), expm1(Infinity), expm1(NaN)]).toEqual([-1, Infinity, NaN]);
  });

  it('the sigmoid, in both tails', () => {
    const logistic = (x: number) => (x < 0 ? Math.exp(x) / (1 + Math.exp(x)) : 1 / (1 + Math.exp(-x)));
    expect(largestRelative(sigmoid, logistic, -600, 600)).toBeLessThan(1e-14);
    expect([sigmoid(Infinity), sigmoid(-Infinity), sigmoid(NaN)]).toEqual([1, 0, NaN]);
  });

  it('log and log1p', () => {
    for (const to of [1e-308, 1e-3, 0.9, 1.1, 1e3, 1e300]) {
      expect(largestRelative(log, Math.log, to / 5, to)).toBeLessThan(1e-14);
    }
    for (const to of [1e-12, 1e-3, 0.5, 1, 9]) {
      expect(largestRelative(log1p, Math.log1p, to / 5, to)).toBeLessThan(1e-14);
    }
    expect([log(1), log(0), log(-1), log(Infinity), log(NaN), log1p(0)]).toEqual([
      0,
      -Infinity,
      NaN,
      Infinity,
      NaN,
      0,
    ]);
    expect(log(5e-324)).toBeCloseTo(Math.log(5e-324), 11);
  });

  it('sin and cos, to turns far out', () => {
    for (const to of [1e-6, 1, 10, 1000, 1e6]) {
      expect(largestRelative(absolute(sin), absolute(Math.sin), -to, to)).toBeLessThan(1e-15);
      expect(largestRelative(absolute(cos), absolute(Math.cos), -to, to)).toBeLessThan(1e-15);
    }
    expect(largestRelative(sin, Math.sin, 1e-9, 3)).toBeLessThan(1e-14);
    for (const x of [1e9, -1e15, 1e300]) expect(Math.abs(sin(x))).toBeLessThanOrEqual(1);
    expect([sin(Infinity), cos(NaN)]).toEqual([NaN, NaN]);
  });

  it('powers of whole numbers', () => {
    expect(power(0.9, 0)).toBe(1);
    expect(power(0.9, 1)).toBe(0.9);
    for (const n of [2, 3, 10, 1000]) expect(power(0.999, n) / 0.999 ** n).toBeCloseTo(1, 12);
    expect(power(0.999, 1e9)).toBe(0);
  });
});

describe('erf', () => {
  // Digits from a computation with 60 digits.
  const KNOWN: readonly (readonly [number, number])[] = [
    [0.1, 0.1124629160182849],
    [0.5, 0.5204998778130465],
    [1, 0.8427007929497149],
    [1.5, 0.9661051464753107],
    [2, 0.9953222650189527],
    [3, 0.9999779095030014],
    [4, 0.9999999845827421],
    [5, 0.9999999999984626],
  ];

  it('has its known values to 1e-15, odd about 0', () => {
    for (const [x, y] of KNOWN) {
      expect(Math.abs(erf(x) - y)).toBeLessThan(1e-15);
      expect(erf(-x)).toBe(-erf(x));
    }
    expect([erf(0), erf(6.1), erf(-Infinity), erf(NaN)]).toEqual([0, 1, -1, NaN]);
    expect(erf(1e-9) / 1e-9).toBeCloseTo(2 / Math.sqrt(Math.PI), 14);
  });

  it('has no seam where one expansion takes over from another', () => {
    for (let x = 0.125; x < 6; x += 0.25) {
      expect(Math.abs(erf(x + 1e-13) - erf(x - 1e-13))).toBeLessThan(1e-12);
    }
  });
});

describe('approximations for single precision', () => {
  it('tanh to 2e-9, the sigmoid to 2e-9, saturating at the ends', () => {
    expect(largestRelative(tanhSingle, Math.tanh, 1e-9, 9)).toBeLessThan(2e-9);
    expect(largestRelative(absolute(sigmoidSingle), absolute(sigmoid), -17, 17)).toBeLessThan(2e-9);
    expect(sigmoidSingle(-40)).toBeGreaterThanOrEqual(0);
    expect(Math.abs(1 - tanhSingle(1e9))).toBeLessThan(4e-8);
    expect(tanhSingle(-3)).toBe(-tanhSingle(3));
    expect(tanhSingle(NaN)).toBeNaN();
  });
});
