import { describe, expect, it } from 'vitest';
import { judge, tallyOf, tallyText, type Entry, type Mark } from '../../../src/figures/worksheet/judge';
import { PRESETS } from '../../../src/figures/worksheet/presets';
import { keyOf, type Quantity } from '../../../src/figures/worksheet/quantities';
import { blanksOf, sectionsOf } from '../../../src/figures/worksheet/sections';
import type { Difficulty } from '../../../src/experiment/sheet';
import { createSheetModel, flatParameters } from '../../../src/lenses/backprop/worksheet/sheetModel';

/**
 * The 2–2–2 logistic network by hand, token x = (0.5, 1), y = (0, 1):
 * e⁽¹⁾ = (0.2·0.5 + 0.4·1 + 0.1, −0.6·0.5 + 0.8·1 − 0.5) = (0.6, 0), h = (0.645656, 0.5),
 * e⁽²⁾ = (h₁ − h₂ + 0.5, 0.5 h₁ + 2 h₂ − 1) = (0.645656, 0.322828), ŷ = (0.656031, 0.580013); η = 0.5.
 */
const BY_HAND: Readonly<Record<string, number>> = {
  'e:0:0': 0.6,
  'h:0:0': 0.645656,
  'e:0:1': 0,
  'h:0:1': 0.5,
  'e:1:0': 0.645656,
  'h:1:0': 0.656031,
  'e:1:1': 0.322828,
  'h:1:1': 0.580013,
  L: 0.303383,
  'd:1:0': 0.148036,
  'd:1:1': -0.102308,
  'd:0:0': 0.022165,
  'd:0:1': -0.088163,
  'g:1:0:0': 0.095581,
  'g:1:0:1': 0.074018,
  'g:1:0:bias': 0.148036,
  'g:1:1:0': -0.066056,
  'g:1:1:1': -0.051154,
  'g:1:1:bias': -0.102308,
  'g:0:0:0': 0.011083,
  'g:0:0:1': 0.022165,
  'g:0:0:bias': 0.022165,
  'g:0:1:0': -0.044081,
  'g:0:1:1': -0.088163,
  'g:0:1:bias': -0.088163,
  'n:0:0:0': 0.194459,
  'n:0:0:1': 0.388917,
  'n:0:0:bias': 0.088917,
  'n:0:1:0': -0.57796,
  'n:0:1:1': 0.844082,
  'n:0:1:bias': -0.455919,
  'n:1:0:0': 0.95221,
  'n:1:0:1': -1.037009,
  'n:1:0:bias': 0.425982,
  'n:1:1:0': 0.533028,
  'n:1:1:1': 2.025577,
  'n:1:1:bias': -0.948846,
};

function sheet(difficulty: Difficulty, name = '2–2–2 logistic', input = [0.5, 1], target = [0, 1]) {
  const preset = PRESETS.find((each) => each.name === name);
  if (preset === undefined) throw new Error(`Expected a preset ${name}, found none.`);
  const token = { input: Float64Array.from(input), target: Float64Array.from(target) };
  const flat = flatParameters(preset.experiment.parameters ?? []);
  const model = createSheetModel(preset.experiment, flat, token);
  const blanks = blanksOf(sectionsOf(model.network, difficulty, true));
  const marks = (typed: Readonly<Record<string, string | Entry>>): ReadonlyMap<string, Mark> =>
    judge({
      blanks,
      entries: new Map(
        Object.entries(typed).map(([key, each]) => [
          key,
          typeof each === 'string' ? { text: each, revealed: false } : each,
        ]),
      ),
      truth: model.truth,
      rulesOf: model.rulesOf,
    });
  return { model, blanks, marks };
}

describe('the 2–2–2 logistic sheet', () => {
  it('has the numbers computed by hand', () => {
    const { model, blanks } = sheet('all');
    expect(blanks.map(keyOf)).toEqual(Object.keys(BY_HAND));
    for (const quantity of blanks)
      expect(Math.abs(model.truth(quantity) - (BY_HAND[keyOf(quantity)] ?? NaN))).toBeLessThan(1e-6);
  });

  it('calls every answer right that was worked out by hand to four decimals', () => {
    const { marks } = sheet('all');
    const typed = Object.fromEntries(Object.entries(BY_HAND).map(([key, value]) => [key, value.toFixed(4)]));
    expect(new Set(marks(typed).values())).toEqual(new Set(['right']));
  });

  it('tells blank, unreadable, right, wrong and revealed apart', () => {
    const { marks } = sheet('backward');
    const judged = marks({
      'd:1:0': '0,148',
      'd:1:1': '0.1023',
      'd:0:0': 'about 0.02',
      'd:0:1': { text: '−0.08816', revealed: true },
      'g:1:0:0': '  ',
    });
    expect(judged.get('d:1:0')).toBe('right');
    expect(judged.get('d:1:1')).toBe('wrong');
    expect(judged.get('d:0:0')).toBe('unreadable');
    expect(judged.get('d:0:1')).toBe('revealed');
    expect(judged.get('g:1:0:0')).toBe('blank');
    expect(judged.get('g:1:0:1')).toBe('blank');
    const tally = tallyOf(judged);
    expect(tally).toMatchObject({ right: 1, wrong: 2, blank: 12, revealed: 1, boxes: 16 });
    expect(tally.firstWrong).toBe('d:1:1');
  });

  it('carries a wrong ε forward: what follows from it by the right formula is not punished again', () => {
    const { marks } = sheet('backward');
    // h₁(1 − h₁)(1 · 0.2 + 0.5 · −0.1023) and h₂(1 − h₂)(−1 · 0.2 + 2 · −0.1023), with ε₁ = 0.2
    const judged = marks({
      'd:1:0': '0.2',
      'd:1:1': '-0.1023',
      'd:0:0': '0.0341',
      'd:0:1': '-0.1012',
      'g:1:0:0': '0.1291',
      'g:0:1:0': '-0.0506',
      'g:0:1:1': '0.0506',
    });
    expect(judged.get('d:1:0')).toBe('wrong');
    expect(judged.get('d:1:1')).toBe('right');
    expect(judged.get('d:0:0')).toBe('carried');
    expect(judged.get('d:0:1')).toBe('carried');
    expect(judged.get('g:1:0:0')).toBe('carried');
    // twice removed from the mistake
    expect(judged.get('g:0:1:0')).toBe('carried');
    expect(judged.get('g:0:1:1')).toBe('wrong');
    expect(tallyText(tallyOf(judged))).toBe('5 of 16 right, 4 of them carried forward; 2 wrong, 9 blank.');
  });

  it('takes σ′ from the student’s own h or from the own e', () => {
    const { marks } = sheet('all');
    // e₁ right, h₁ = 0.7 wrong: δ₁ = σ′ · 0.096882 with 0.7 · 0.3, or with σ′(0.6) = 0.228784
    const before = { 'e:0:0': '0.6', 'h:0:0': '0.7', 'd:1:0': '0.148', 'd:1:1': '-0.1023' };
    expect(marks({ ...before, 'd:0:0': '0.0203' }).get('d:0:0')).toBe('carried');
    expect(marks({ ...before, 'd:0:0': '0.02217' }).get('d:0:0')).toBe('right');
  });

  it('carries the excitation of a later unit through softmax', () => {
    // e⁽¹⁾ = (1, 0.5), h = (tanh 1, tanh 0.5) = (0.7616, 0.4621), e⁽²⁾ = (0.7616, 0.9621, −0.5305)
    const { marks } = sheet('forward', '2–2–3 softmax', [1, -1], [1, 0, 0]);
    const judged = marks({
      ...{ 'e:1:0': '0.7616', 'e:1:1': '0.9621', 'e:1:2': '0.5305' },
      // e^0.7616 / (e^0.7616 + e^0.9621 + e^0.5305)
      'h:1:0': '0.3316',
    });
    expect([judged.get('e:1:1'), judged.get('e:1:2'), judged.get('h:1:0')]).toEqual([
      ...['right', 'wrong', 'carried'],
    ]);
  });

  it('carries a wrong gradient into the new weight, and takes no old weight for a new one', () => {
    const { marks } = sheet('all');
    // 1 − 0.5 · 0.2 with the gradient taken for 0.2
    const judged = marks({ 'g:1:0:0': '0.2', 'n:1:0:0': '0.9', 'n:1:0:1': '-1', 'n:1:0:bias': '0.574' });
    expect(['g:1:0:0', 'n:1:0:0', 'n:1:0:1', 'n:1:0:bias'].map((key) => judged.get(key))).toEqual([
      ...['wrong', 'carried', 'wrong', 'wrong'],
    ]);
  });

  it('judges a new weight within 1 % of its change', () => {
    // −1 − 0.5 · 0.074018 = −1.037009; 1 % of the change are 0.00037
    const at = (text: string): Mark | undefined => sheet('update').marks({ 'n:1:0:1': text }).get('n:1:0:1');
    expect([at('-1.0373'), at('-1.0367'), at('-1.0375'), at('-1.0365')]).toEqual([
      ...['right', 'right', 'wrong', 'wrong'],
    ]);
  });

  it('calls what a wrong answer does not lead to wrong, and no coincidence carried', () => {
    const { marks } = sheet('backward');
    expect(marks({ 'd:1:0': '0.2', 'd:0:0': '0.05' }).get('d:0:0')).toBe('wrong');
    // Nothing before it is mistaken.
    expect(marks({ 'd:0:0': '0.0341' }).get('d:0:0')).toBe('wrong');
  });

  it('counts right within 1 % or one unit of the fourth decimal, and no further', () => {
    const { marks } = sheet('delta-2');
    const at = (text: string): Mark | undefined => marks({ 'd:1:0': text }).get('d:1:0');
    expect([at('0.1495'), at('0.1466'), at('0.1497'), at('0.1464')]).toEqual([
      ...['right', 'right', 'wrong', 'wrong'],
    ]);
    const zero = (text: string): Mark | undefined => sheet('forward').marks({ 'e:0:1': text }).get('e:0:1');
    expect([zero('0'), zero('0.0001'), zero('0.0002')]).toEqual(['right', 'right', 'wrong']);
  });
});

describe('what is left blank', () => {
  const kinds = (quantities: readonly Quantity[]): Set<string> => new Set(quantities.map(({ kind }) => kind));

  it('is the errors of one layer, with those after it given and nothing that gives them away', () => {
    const { model, blanks } = sheet('delta-1');
    expect(blanks.map(keyOf)).toEqual(['d:0:0', 'd:0:1']);
    const shown = sectionsOf(model.network, 'delta-1', true).flatMap(({ quantities }) => quantities);
    expect(shown.map(keyOf)).toContain('d:1:0');
    expect(kinds(shown)).toEqual(new Set(['e', 'h', 'L', 'd']));
  });

  it('is the update of one layer or of all, with its gradients given', () => {
    const { model, blanks } = sheet('update-2');
    expect(blanks).toHaveLength(6);
    expect(new Set(blanks.map((each) => ('layer' in each ? each.layer : null)))).toEqual(new Set([1]));
    const shown = sectionsOf(model.network, 'update-2', true).map(({ title, blank }) => [title, blank]);
    expect(shown).toEqual([
      ['Gradients, output', false],
      ['Update, output', true],
    ]);
    expect(sheet('update').blanks.map(keyOf)).toEqual(
      Object.keys(BY_HAND).filter((key) => key.startsWith('n')),
    );
  });

  it('has no update where the optimizer’s step is none for paper', () => {
    const { model } = sheet('all');
    expect(kinds(blanksOf(sectionsOf(model.network, 'all', false)))).toEqual(
      new Set(['e', 'h', 'L', 'd', 'g']),
    );
  });

  it('is one pass or all', () => {
    expect(kinds(sheet('forward').blanks)).toEqual(new Set(['e', 'h', 'L']));
    expect(kinds(sheet('backward').blanks)).toEqual(new Set(['d', 'g']));
    expect(kinds(sheet('all').blanks)).toEqual(new Set(['e', 'h', 'L', 'd', 'g', 'n']));
  });
});
