import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../src/data/formula';

function valueOf(text: string, x: number): number {
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value(x);
}

describe('a formula', () => {
  it('has the value that the same expression has in JavaScript', () => {
    const cases: readonly (readonly [string, (x: number) => number])[] = [
      ['sin(3 x)', (x) => Math.sin(3 * x)],
      ['sin(2 pi x) + 0.3 x^2', (x) => Math.sin(2 * Math.PI * x) + 0.3 * x ** 2],
      ['exp(-x^2) - 1/2', (x) => Math.exp(-(x ** 2)) - 0.5],
      ['abs(x) < 0.5 ? 1 : 0', (x) => (Math.abs(x) < 0.5 ? 1 : 0)],
      ['max(x, 0) * tanh(e x)', (x) => Math.max(x, 0) * Math.tanh(Math.E * x)],
      ['-x^2', (x) => -(x ** 2)],
    ];
    for (const [text, expected] of cases)
      for (const x of [-1, -0.3, 0, 0.5, 1]) expect(valueOf(text, x)).toBeCloseTo(expected(x), 12);
  });

  it('may have no value at single places', () => {
    expect(parseFormula('1/x').ok).toBe(true);
    expect(parseFormula('sin(x)/x').ok).toBe(true);
  });

  it('is refused where it has no value over a stretch, with the place', () => {
    const parsed = parseFormula('sqrt(x)');
    expect(parsed.ok).toBe(false);
    if (!parsed.ok)
      expect(parsed.message).toContain('found “sqrt(x)”, which has none at x = −1 and elsewhere');
  });

  it('is refused with one sentence where it is rubbish', () => {
    const rubbish = [
      '',
      '   ',
      'sin(',
      'foo(x)',
      'y + 1',
      'x = 3',
      'f(x) = x',
      '[1, 2, x]',
      '{a: 1}',
      '"text"',
      'x; x',
      'x.constructor',
      'sin',
      'sqrt(-1 - x^2)',
      'import("fs")',
      'evaluate("1")',
      'createUnit("foo")',
      'x("y")',
      'hello world',
      '(' + '('.repeat(190),
    ];
    for (const text of rubbish) {
      const parsed = parseFormula(text);
      expect(parsed.ok, text).toBe(false);
      if (!parsed.ok) {
        expect(parsed.message, text).toMatch(/^Expected .* found .*\.$/su);
        expect(parsed.message).not.toMatch(/undefined|\[object/);
      }
    }
  });
});

const atoms = fc.constantFrom('x', 'pi', 'e', '1', '0.5', '3', '2.25');
const formulas = fc.letrec((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4 },
    atoms,
    fc
      .tuple(tie('formula'), fc.constantFrom(' + ', ' - ', ' * '), tie('formula'))
      .map((parts) => `(${parts.join('')})`),
    fc
      .tuple(fc.constantFrom('sin', 'cos', 'tanh', 'abs', 'atan'), tie('formula'))
      .map(([name, inner]) => `${name}(${String(inner)})`),
  ),
})).formula;

const words = fc.constantFrom(
  ...[
    'x',
    'sin',
    'import',
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'evaluate',
    'parse',
    'cos',
    'i',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '.',
    ',',
    ';',
    ':',
    '=',
    '"',
    "'",
    '+',
    '-',
    '^',
    '!',
    '->',
    '1',
    '?',
    '\n',
  ],
);

describe('any text', () => {
  it('gives a function of numbers or a sentence, and never throws', () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(words, { maxLength: 20 }).map((all) => all.join(' ')),
      fc.array(words, { maxLength: 20 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, fc.double({ min: -1, max: 1, noNaN: true }), (text, x) => {
        const parsed = parseFormula(text);
        if (parsed.ok) expect(typeof parsed.value(x)).toBe('number');
        else expect(parsed.message.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('touches nothing outside: globals and prototypes stay as they were', () => {
    const before =
      Object.getOwnPropertyNames(globalThis).length + Object.getOwnPropertyNames(Object.prototype).length;
    for (const text of [
      'x.__proto__.polluted = 1',
      'constructor("return 1")()',
      'globalThis.a = 1',
      'a = 1',
      'window',
    ])
      expect(parseFormula(text).ok, text).toBe(false);
    expect(
      Object.getOwnPropertyNames(globalThis).length + Object.getOwnPropertyNames(Object.prototype).length,
    ).toBe(before);
  });

  it('made of x, numbers and functions is understood, and gives the same value every time', () => {
    fc.assert(
      fc.property(formulas.map(String), fc.double({ min: -1, max: 1, noNaN: true }), (text, x) => {
        const parsed = parseFormula(text);
        expect(parsed.ok).toBe(true);
        if (parsed.ok) expect(parsed.value(x)).toBe(parsed.value(x));
      }),
      { numRuns: 200 },
    );
  });
});
