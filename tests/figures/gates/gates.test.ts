import { describe, expect, it } from 'vitest';
import { createPlainEngine } from '../../../src/engine/plain/createPlainEngine';
import { initialParameters } from '../../../src/engine/initialWeights';
import { createLayout } from '../../../src/engine/layout';
import { networkSpec } from '../../../src/engine/network';
import { crossFault } from '../../../src/experiment/crossChecks';
import { setDataset, setTable, setVariant } from '../../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { Experiment } from '../../../src/experiment/experiment';
import { coordinateCount, parameterCount, tableOf } from '../../../src/experiment/shape';
import { setByHand } from '../../../src/figures/gates/byHand';
import { gateName } from '../../../src/figures/gates/gateNames';
import { resizeTable, rowBit, rowText, toggleRow } from '../../../src/figures/gates/rows';
import { isSeparable } from '../../../src/figures/gates/separability';

const tableProblem = (table: string) => setTable(table)(setDataset('truth-table')(DEFAULT_EXPERIMENT));

/** The network's answers, row by row, as a table. */
function answers(experiment: Experiment): string {
  const { problem } = experiment;
  if (problem.dataset === 'custom') return '';
  const inputs = coordinateCount(problem);
  const rows = tableOf(problem).length;
  const values = Float64Array.from({ length: inputs * rows }, (_, i) =>
    rowBit(i % rows, Math.floor(i / rows), inputs),
  );
  const network = networkSpec(experiment);
  const layout = createLayout(network);
  const probe = createPlainEngine().createProbe(layout, values, rows);
  const units = probe.run(network, Float32Array.from(initialParameters(experiment)));
  return Array.from(units.slice((layout.unitCount - 1) * rows)).join('');
}

describe('gates by hand', () => {
  it('XOR by two step units, OR and NAND feeding AND, computes the table', () => {
    const experiment = setByHand('parity')(setDataset('xor-gate')(DEFAULT_EXPERIMENT));
    expect(experiment.network.hidden).toEqual([{ units: 2, activation: 'step' }]);
    expect(answers(experiment)).toBe('0110');
    const [hidden, output] = experiment.parameters ?? [];
    const names = hidden?.weights.map((weights, k) =>
      gateName({ weights, bias: hidden.bias[k] ?? NaN, low: 0 }),
    );
    expect(names).toEqual(['OR', 'NAND']);
    expect(gateName({ weights: output?.weights[0] ?? [], bias: output?.bias[0] ?? NaN, low: 0 })).toBe('AND');
  });

  it.each(['2', '3', '4'])('parity of %s inputs is computed by layers of gates', (inputs) => {
    const experiment = setByHand('parity')(setVariant(inputs)(setDataset('parity')(DEFAULT_EXPERIMENT)));
    const { problem } = experiment;
    expect(answers(experiment)).toBe(problem.dataset === 'custom' ? '' : tableOf(problem));
    expect(experiment.network.hidden).toHaveLength(inputs === '2' ? 1 : 3);
  });

  it.each([
    ['and', '00000001'],
    ['or', '01111111'],
    ['nand', '11111110'],
  ] as const)('%s of three inputs is one step unit', (preset, table) => {
    const experiment = setByHand(preset)(tableProblem('01101001'));
    expect(experiment.network.hidden).toEqual([]);
    expect(answers(experiment)).toBe(table);
  });

  it('any table of 2, 3 or 4 inputs is computed by a unit for each of its ones', () => {
    const tables = ['0000', '0110', '1111', '10010110', '0110100110010110', '1011000111010010'];
    for (let k = 0; k < 16; k++) tables.push(k.toString(2).padStart(4, '0'));
    for (const table of tables) expect(answers(setByHand('rows')(tableProblem(table)))).toBe(table);
  });

  it('are valid experiments, with parameters that fit', () => {
    for (const preset of ['and', 'or', 'nand', 'parity', 'rows'] as const) {
      for (const table of ['0110', '01101001', '1111111111111111']) {
        const experiment = setByHand(preset)(tableProblem(table));
        expect(crossFault(experiment)).toBeNull();
        expect(initialParameters(experiment)).toHaveLength(parameterCount(experiment));
      }
    }
  });
});

describe('names of gates', () => {
  const name = (weights: number[], bias: number, low = 0) => gateName({ weights, bias, low });

  it('follow from weights and bias', () => {
    expect(name([1, 1], -1.5)).toBe('AND');
    expect(name([1, 1], -0.5)).toBe('OR');
    expect(name([-1, -1], 1.5)).toBe('NAND');
    expect(name([-1, -1], 0.5)).toBe('NOR');
    expect(name([1, 1, 1], -1.5)).toBe('≥ 2 of 3');
    expect(name([-1, -1, -1], 1.5)).toBe('≤ 1 of 3');
    expect(name([0, 1], -0.5)).toBe('COPY');
    expect(name([-1, 0], 0.5)).toBe('NOT');
    expect(name([-1, 1], -0.5)).toBe('= 01');
    expect(name([1, 1], 1)).toBe('1');
    expect(name([1, 1], -5)).toBe('0');
    expect(name([1, -1, -1], -0.5)).toBe('= 100');
    expect(name([2, 1, 1], -1.5)).toBeNull();
  });

  it('take the −1 of a sign unit for its lower value', () => {
    expect(name([1, 1], -1.5, -1)).toBe('AND');
    expect(name([1, 1], 1.5, -1)).toBe('OR');
    expect(name([1, 1], -0.5, -1)).toBe('AND');
  });

  it('do not change with the size of the weights, and an excitation of 0 is off', () => {
    expect(name([2, 1], -2)).toBe('AND');
    expect(name([1, 1], -1)).toBe('AND');
  });
});

describe('separability', () => {
  /** Number of linearly separable Boolean functions of n variables (Muroga; OEIS A000609). */
  it.each([
    [1, 4],
    [2, 14],
    [3, 104],
    [4, 1882],
  ])('of %i inputs, %i tables have a line, plane or hyperplane', (inputs, expected) => {
    const rows = Array.from({ length: 2 ** inputs }, (_, row) =>
      Array.from({ length: inputs }, (_, i) => rowBit(row, i, inputs)),
    );
    let count = 0;
    for (let table = 0; table < 2 ** rows.length; table++) {
      const targets = rows.map((_, row) => (table >> row) & 1);
      if (isSeparable(rows, targets)) count++;
    }
    expect(count).toBe(expected);
  });

  it('XOR has a boundary where the product of the inputs enters too', () => {
    const rows = [
      [0, 0, 0],
      [0, 1, 0],
      [1, 0, 0],
      [1, 1, 1],
    ];
    expect(isSeparable(rows, [0, 1, 1, 0])).toBe(true);
  });

  it('rows that look alike cannot be told apart', () => {
    expect(isSeparable([[0], [0], [1], [1]], [0, 1, 1, 1])).toBe(false);
  });
});

describe('rows', () => {
  it('read as numbers, the first input changing slowest', () => {
    expect([0, 1, 2, 3].map((row) => rowText(row, 2))).toEqual(['00', '01', '10', '11']);
    expect([0, 1, 2].map((input) => rowBit(4, input, 3))).toEqual([1, 0, 0]);
  });

  it('are turned over one by one', () => {
    expect(toggleRow('0110', 0)).toBe('1110');
    expect(toggleRow('0110', 2)).toBe('0100');
  });

  it('keep what they say of their first inputs when inputs come or go', () => {
    expect(resizeTable('0110', 3)).toBe('00111100');
    expect(resizeTable('00111100', 2)).toBe('0110');
    expect(resizeTable('0001', 4)).toHaveLength(16);
  });
});
