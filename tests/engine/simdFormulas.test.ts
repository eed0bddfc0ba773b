import { describe, expect, it } from 'vitest';
import { load, type Vector } from '../../src/wasm/f32x4';
import type { FunctionCode } from '../../src/wasm/functionCode';
import * as i32 from '../../src/wasm/i32';
import { compileModule, LinearMemory } from '../../src/wasm/instance';
import { ModuleCode } from '../../src/wasm/moduleCode';
import { ELEMENTWISE_ACTIVATIONS } from '../../src/engine/activations/activations';
import { exp, expm1 } from '../../src/engine/math/exponential';
import { log1p } from '../../src/engine/math/logarithm';
import { expFormula, expm1Formula } from '../../src/engine/math/simd/exponential';
import { log1pFormula, log1pOfShareFormula } from '../../src/engine/math/simd/logarithm';
import { cosFormula, sinFormula } from '../../src/engine/math/simd/trigonometry';
import { cos, sin } from '../../src/engine/math/trigonometry';
import { HIDDEN_ACTIVATIONS } from '../../src/experiment/names';

/** What a formula makes of many numbers, four at a time. */
function apply(numbers: Float32Array, prepare: (f: FunctionCode) => (x: Vector) => Vector): Float32Array {
  const bytes = 4 * numbers.length;
  const module = new ModuleCode(0, 2048);
  module.export('run', 0, (f) => {
    const formula = prepare(f);
    const at = f.let(i32.constant(2048));
    f.along(at, bytes, 16, () => {
      f.store(at, formula(f.let(load(at))));
      f.advance(at, 16);
    });
  });
  const memory = new LinearMemory(2048 + bytes);
  const values = new Float32Array(memory.buffer, 2048, numbers.length);
  values.set(numbers);
  memory.instantiate(compileModule(module.bytes()))('run')();
  return values;
}

/** 4,000 numbers from `low` to `high`, both included. */
function range(low: number, high: number): Float32Array {
  return Float32Array.from({ length: 4000 }, (_, i) => low + ((high - low) * i) / 3999);
}

function largest(values: Float32Array, error: (value: number, i: number) => number): number {
  return values.reduce((worst, value, i) => {
    const each = error(value, i);
    return each > worst || Number.isNaN(each) ? each : worst;
  }, 0);
}

describe('formulas in single precision against double', () => {
  const relative: [
    string,
    (f: FunctionCode) => (x: Vector) => Vector,
    (x: number) => number,
    Float32Array,
  ][] = [
    ['exp', expFormula, exp, range(-85, 0)],
    ['exp − 1', expm1Formula, expm1, range(-30, -1e-6)],
    ['ln(1 + u), u ≤ 1', log1pOfShareFormula, log1p, range(1e-7, 1)],
    ['ln(1 + u)', log1pFormula, log1p, range(1e-7, 12)],
    ['ln(1 + u) of small u', log1pFormula, log1p, range(1e-30, 1e-6)],
  ];
  it.each(relative)('%s to 4e-7 of its value', (_, formula, reference, numbers) => {
    const values = apply(numbers, formula);
    const worst = largest(values, (value, i) => {
      const expected = reference(numbers[i] ?? NaN);
      return Math.abs(value - expected) / Math.abs(expected);
    });
    expect(worst).toBeLessThan(4e-7);
  });

  it.each([
    ['sin', sinFormula, sin],
    ['cos', cosFormula, cos],
  ] as const)('%s to 2e-7 as far out as 10,000', (_, formula, reference) => {
    for (const limit of [10, 10_000]) {
      const numbers = range(-limit, limit);
      const values = apply(numbers, formula);
      expect(largest(values, (value, i) => Math.abs(value - reference(numbers[i] ?? NaN)))).toBeLessThan(
        2e-7,
      );
    }
  });

  it('sin and cos stay within ±1 where a number’s neighbours are further apart than a turn', () => {
    for (const formula of [sinFormula, cosFormula]) {
      const values = apply(range(-1e30, 1e30), formula);
      expect(largest(values, Math.abs)).toBeLessThanOrEqual(1.000001);
    }
  });

  it('exp of anything below its range is no denormal number', () => {
    const values = apply(range(-1000, -80), expFormula);
    expect(values.filter((value) => value < 2 ** -126)).toHaveLength(0);
    expect(values[0]).toBeLessThan(1e-36);
  });
});

describe.each(HIDDEN_ACTIVATIONS)('%s as vectors', (name) => {
  const { simd, value, derivative } = ELEMENTWISE_ACTIVATIONS[name];
  const numbers = range(-30, 30);
  const near = range(-3, 3);
  const far = range(-1e4, 1e4);

  it('has the values of double precision, to 6e-7 of the larger of 1 and the value', () => {
    for (const excitations of name === 'sin' ? [numbers, near] : [numbers, near, far]) {
      const values = apply(excitations, (f) => simd.forward(f));
      const worst = largest(values, (h, i) => {
        const expected = value(excitations[i] ?? NaN);
        return Math.abs(h - expected) / Math.max(1, Math.abs(expected));
      });
      expect(worst).toBeLessThan(6e-7);
    }
  });

  it('has the derivatives of double precision, to 2e-6', () => {
    for (const excitations of [numbers, near]) {
      const from = simd.derivativeOf === 'response' ? excitations.map(value) : excitations;
      const slopes = apply(from, (f) => {
        const backward = simd.backward(f);
        const one = f.constant(1);
        return (x) => backward(one, x);
      });
      const worst = largest(slopes, (slope, i) => {
        const e = excitations[i] ?? NaN;
        // At a kink, the response no longer tells the side.
        const isKink = Math.abs(e) < 1e-6;
        return isKink ? 0 : Math.abs(slope - derivative(e));
      });
      expect(worst).toBeLessThan(2e-6);
    }
  });

  it('keeps what is not a number visible', () => {
    expect(apply(Float32Array.of(NaN, NaN, NaN, NaN), (f) => simd.forward(f)).every(Number.isNaN)).toBe(true);
  });
});
