import { describe, expect, it } from 'vitest';
import { flatten, signed, unsigned } from '../../src/wasm/code';
import * as f32x4 from '../../src/wasm/f32x4';
import type { FunctionCode } from '../../src/wasm/functionCode';
import * as i32 from '../../src/wasm/i32';
import { compileModule, LinearMemory } from '../../src/wasm/instance';
import { ModuleCode } from '../../src/wasm/moduleCode';
import { hasSimd } from '../../src/wasm/simdSupport';

const CONSTANTS = 1024;

/** Runs a function on numbers that lie at the beginning of a memory, and gives what lies there afterwards. */
function run(numbers: readonly number[], write: (f: FunctionCode) => void): Float32Array {
  const module = new ModuleCode(CONSTANTS, 1024);
  module.export('run', 0, write);
  const memory = new LinearMemory(4096);
  const floats = new Float32Array(memory.buffer);
  floats.set(numbers);
  memory.instantiate(compileModule(module.bytes()))('run')();
  return floats;
}

/** The four numbers that a formula makes of two vectors of four. */
function four(
  a: readonly number[],
  b: readonly number[],
  formula: (f: FunctionCode, a: f32x4.Vector, b: f32x4.Vector) => f32x4.Vector,
): number[] {
  const at = i32.constant(0);
  const floats = run([...a, ...b], (f) => f.store(at, formula(f, f32x4.load(at), f32x4.load(at, 16)), 32));
  return Array.from(floats.subarray(8, 12));
}

describe('LEB128', () => {
  it.each([
    [0, [0]],
    [127, [127]],
    [128, [128, 1]],
    [624485, [0xe5, 0x8e, 0x26]],
    [2 ** 32 - 1, [255, 255, 255, 255, 15]],
  ])('writes %i unsigned', (n, bytes) => expect(flatten(unsigned(n))).toEqual(bytes));

  it.each([
    [0, [0]],
    [63, [63]],
    [64, [0xc0, 0]],
    [-1, [0x7f]],
    [-64, [0x40]],
    [-65, [0xbf, 0x7f]],
    [-123456, [0xc0, 0xbb, 0x78]],
    [-(2 ** 31), [0x80, 0x80, 0x80, 0x80, 0x78]],
  ])('writes %i signed', (n, bytes) => expect(flatten(signed(n))).toEqual(bytes));
});

describe('vectors', () => {
  const a = [1, -2, 3.5, 0.25];
  const b = [4, 3, -2, 8];

  it.each([
    ['add', f32x4.add, [5, 1, 1.5, 8.25]],
    ['sub', f32x4.sub, [-3, -5, 5.5, -7.75]],
    ['mul', f32x4.mul, [4, -6, -7, 2]],
    ['div', f32x4.div, [0.25, Math.fround(-2 / 3), -1.75, 0.03125]],
    ['pmin', f32x4.pmin, [1, -2, -2, 0.25]],
    ['pmax', f32x4.pmax, [4, 3, 3.5, 8]],
  ] as const)('%s', (_, operation, expected) => {
    expect(four(a, b, (_f, x, y) => operation(x, y))).toEqual(expected);
  });

  it('minimum and maximum keep a NaN that stands first', () => {
    const nan = [NaN, NaN, 1, 1];
    expect(four(nan, b, (_f, x, y) => f32x4.pmin(x, y)).slice(0, 2)).toEqual([NaN, NaN]);
    expect(four(nan, b, (_f, x, y) => f32x4.pmax(x, y)).slice(0, 2)).toEqual([NaN, NaN]);
  });

  it('a comparison selects number by number', () => {
    const larger = four(a, b, (_f, x, y) => f32x4.select(x, y, f32x4.moreThan(x, y)));
    expect(larger).toEqual([4, 3, 3.5, 8]);
  });

  it('constants come from memory, rounded to single precision', () => {
    expect(four(a, b, (f, x) => f32x4.add(f32x4.mul(x, f.constant(0)), f.constant(0.1)))).toEqual(
      new Array(4).fill(Math.fround(0.1)),
    );
  });

  it('floor goes to the whole number below', () => {
    expect(four([1.5, -1.5, 2, -0.25], b, (_f, x) => f32x4.floor(x))).toEqual([1, -2, 2, -1]);
  });

  it('whole numbers are taken out one by one, loaded and stored', () => {
    const at = i32.constant(0);
    const found = run([7, 5, 3, 0], (f) => {
      const addresses = f.let(f32x4.shiftLeft(f32x4.toInteger(f32x4.load(at)), 2));
      // The bits of number 1 at the address that number 2 gives, and the other way around.
      const moved = f.let(i32.load(at, 4));
      f.storeInteger(f32x4.lane(addresses, 2), moved, 8);
      f.storeInteger(at, i32.load(f32x4.lane(addresses, 3)), 4);
    });
    expect(Array.from(found.subarray(0, 6))).toEqual([7, 7, 3, 0, 0, 5]);
  });

  it('a shuffle picks from both', () => {
    expect(four(a, b, (_f, x, y) => f32x4.shuffle(x, y, [0, 4, 3, 7]))).toEqual([1, 4, 0.25, 8]);
  });
});

describe('control', () => {
  const at = i32.constant(0);
  const increment = (f: FunctionCode) => {
    f.store(at, f32x4.add(f32x4.load(at), f.constant(1)));
  };

  it.each([0, 1, 2, 7])('repeats %i times', (times) => {
    expect(run([0], (f) => f.repeat(times, () => increment(f)))[0]).toBe(times);
  });

  it.each([
    [0, 0],
    [16, 1],
    [80, 5],
  ])('walks along %i bytes in %i steps', (bytes, steps) => {
    const floats = run([0], (f) => {
      const pointer = f.let(i32.constant(64));
      f.along(pointer, bytes, 16, () => {
        increment(f);
        f.advance(pointer, 16);
      });
    });
    expect(floats[0]).toBe(steps);
  });

  it('loops nest, and variables given back do not mix with others', () => {
    const floats = run([0], (f) => {
      f.repeat(3, () => {
        const one = f.constant(1);
        f.repeat(4, () => f.store(at, f32x4.add(f32x4.load(at), one)));
      });
    });
    expect(floats[0]).toBe(12);
  });

  it('does what stands under a condition only where that holds', () => {
    const floats = run([0], (f) => {
      f.when(i32.lessThan(i32.constant(1), i32.constant(2)), () => increment(f));
      f.when(i32.lessThan(i32.constant(2), i32.constant(1)), () => increment(f));
    });
    expect(floats[0]).toBe(1);
  });

  it('refuses a call with another number of values than the function takes', () => {
    const module = new ModuleCode(CONSTANTS, 64);
    const callee = module.function(2);
    expect(() => module.export('run', 0, (f) => f.call(callee, at))).toThrow(/2 values.*1/);
  });

  it('refuses more constants than there is room for', () => {
    const module = new ModuleCode(CONSTANTS, 32);
    expect(() => [1, 2, 3].map((x) => module.constant(x))).toThrow(/2 constants/);
  });
});

it('knows that vectors work here', () => expect(hasSimd()).toBe(true));
