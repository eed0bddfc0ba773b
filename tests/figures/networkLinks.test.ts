import { describe, expect, it } from 'vitest';
import { activationPath } from '../../src/figures/network/activationCurve';
import { biasAtShare, gaugeShare } from '../../src/figures/network/drawUnits';
import { numberFormula, symbolFormula, type FormulaUnit } from '../../src/figures/network/formula';
import { layoutNetwork } from '../../src/figures/network/layout';
import { layoutLinks } from '../../src/figures/network/linkGeometry';
import { createLinkOrder, LEVELS, sortLinks } from '../../src/figures/network/linkOrder';
import { spreadPills } from '../../src/figures/network/drawPills';
import { linksOfUnit, parameterOfLink, weightPills } from '../../src/figures/network/unitLinks';
import { parameterIndex } from '../../src/experiment/shape';
import { HIDDEN_ACTIVATIONS } from '../../src/experiment/names';

const sizes = [2, 3, 1];
const layout = layoutNetwork({ width: 792, height: 640, sizes, phone: false, foot: 48 });
const links = layoutLinks(layout, []);

describe('the order of the links', () => {
  // 2–3–1: six weights, three biases, three weights, one bias
  const parameters = Float32Array.of(0.5, -2, 0.1, 0, 1, 0.25, 9, 9, 9, -0.3, 0.6, 0.06, 9);
  const order = createLinkOrder(links.count);
  sortLinks(order, links, parameters);

  it('is by magnitude within each layer’s own maximum, the strongest last', () => {
    const levels = [...order.order].map((link) => order.level[link] ?? 0);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    expect(order.level[1]).toBe(LEVELS - 1);
    expect(order.level[7]).toBe(LEVELS - 1);
    expect(order.level[3]).toBe(0);
    expect([...order.order].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });
  it('tells positive from negative weights', () => {
    expect([...order.positive]).toEqual([1, 0, 1, 1, 1, 1, 0, 1, 1]);
  });
  it('knows where each strength begins', () => {
    for (let level = 0; level < LEVELS; level++) {
      for (let i = order.starts[level] ?? 0; i < (order.starts[level + 1] ?? 0); i++) {
        expect(order.level[order.order[i] ?? 0]).toBe(level);
      }
    }
    expect(order.starts[LEVELS]).toBe(links.count);
  });
  it('takes a layer of zeros', () => {
    sortLinks(order, links, new Float32Array(13));
    expect([...order.level]).toEqual(new Array(9).fill(0));
  });
});

describe('the links of one unit', () => {
  it('carry the numbers of the weights that arrive and leave', () => {
    const parameters = Float32Array.from({ length: 13 }, (_, i) => i);
    const unit = linksOfUnit(links, { layer: 0, unit: 1 });
    const expected = [
      { layer: 0, unit: 1, from: 0 },
      { layer: 0, unit: 1, from: 1 },
      { layer: 1, unit: 0, from: 1 },
    ].map((ref) => parameterIndex(sizes, ref));
    expect([...unit.incoming, ...unit.outgoing].map((link) => parameterOfLink(links, link))).toEqual(
      expected,
    );
    expect(weightPills(layout, links, unit, parameters, String).map((pill) => pill.text)).toEqual(
      expected.map(String),
    );
  });
  it('of an input are those that leave it', () => {
    expect(linksOfUnit(links, { layer: -1, unit: 1 })).toEqual({ incoming: [], outgoing: [1, 3, 5] });
  });
  it('can be those of one side, or the one from a single unit', () => {
    const of = (side: 'in' | 'out' | number) => linksOfUnit(links, { layer: 0, unit: 1, side });
    expect(of('in')).toEqual({ incoming: [2, 3], outgoing: [] });
    expect(of('out')).toEqual({ incoming: [], outgoing: [7] });
    expect(of(1)).toEqual({ incoming: [3], outgoing: [] });
    expect(of(2)).toEqual({ incoming: [], outgoing: [] });
  });
  it('let no pill stand on another', () => {
    const pill = (y: number) => ({ x: 0, y, text: '', frozen: false });
    expect(spreadPills([pill(0), pill(8), pill(18)]).map(({ y }) => y)).toEqual([0, 18]);
  });
});

describe('the bias gauge', () => {
  it('is half full upwards for a positive bias, on a tanh scale', () => {
    expect(gaugeShare(0)).toBe(0);
    expect(gaugeShare(1)).toBeCloseTo(Math.tanh(0.9), 12);
    expect(gaugeShare(-1)).toBe(-gaugeShare(1));
  });
  it('gives back the bias that filled it, and a bounded one beyond its ends', () => {
    for (const bias of [-2, -0.1, 0, 0.7, 1.5]) expect(biasAtShare(gaugeShare(bias))).toBeCloseTo(bias, 9);
    expect(biasAtShare(5)).toBeCloseTo(2.94, 2);
  });
});

describe('a unit’s formula', () => {
  const unit: FormulaUnit = {
    ...{ layer: 0, unit: 2, hiddenLayers: 2, units: 8, inputs: 2, residual: false },
    ...{ activation: 'tanh', features: ['x1', 'x1*x2'] },
  };
  it('names layer, unit and activation', () => {
    expect(symbolFormula(unit)).toBe('h_{3}^{(1)} = \\tanh\\bigl(\\sum_i w_{3i}\\,x_i + b_{3}\\bigr)');
    expect(symbolFormula({ ...unit, layer: 1, residual: true })).toBe(
      'h_{3}^{(2)} = \\tanh\\bigl(\\sum_i w_{3i}\\,h_i^{(1)} + b_{3}\\bigr) + h_{3}^{(1)}',
    );
    expect(symbolFormula({ ...unit, layer: 2, unit: 0, units: 1, activation: 'sigmoid' })).toBe(
      '\\hat y = \\sigma\\bigl(\\sum_i w_i\\,h_i^{(2)} + b\\bigr)',
    );
  });
  it('has a place for every number', () => {
    const tex = numberFormula(unit);
    for (const term of [0, 1, 'bias']) expect(tex).toContain(`formula-value-${term}`);
    expect(tex).toContain('x_{1}x_{2}');
  });
});

describe('the glyph of an activation', () => {
  it('differs from one activation to the next and stays in its box', () => {
    const paths = HIDDEN_ACTIVATIONS.map((activation) => activationPath(activation, 16, 11));
    expect(new Set(paths).size).toBe(paths.length);
    for (const path of paths) {
      const numbers = path.match(/-?[\d.]+/g)?.map(Number) ?? [];
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...numbers)).toBeLessThanOrEqual(16);
    }
  });
});
