import { describe, expect, it } from 'vitest';
import {
  domainOf,
  layoutCurve,
  nearestToken,
  placeX,
  placeY,
  probeAt,
  probePlaces,
  steadyZoom,
  ticksX,
  xAt,
  yAt,
} from '../../../src/figures/curve/layout';

const domain = { low: -1, high: 1 };
const scale = layoutCurve({ width: 352, height: 260 }, domain, 1, true);

describe('the frame of a curve', () => {
  it('has x from −1 to 1 inside, and y up', () => {
    expect(placeX(scale, -1)).toBeGreaterThan(scale.left);
    expect(placeX(scale, 1)).toBeLessThan(scale.right);
    expect(placeY(scale, -1)).toBe(scale.bottom);
    expect(placeY(scale, 1)).toBe(scale.top);
  });

  it('gives back the place that it gave', () => {
    for (const value of [-1, -0.2, 0, 0.7]) {
      expect(xAt(scale, placeX(scale, value))).toBeCloseTo(value, 12);
      expect(yAt(scale, placeY(scale, value))).toBeCloseTo(value, 12);
    }
  });

  it('has a domain with room over and under the values, even where they are all the same', () => {
    const { low, high } = domainOf([0.5, 2], [-1]);
    expect(low).toBeLessThan(-1);
    expect(high).toBeGreaterThan(2);
    const flat = domainOf([3, 3]);
    expect(flat.low).toBeLessThan(3);
    expect(flat.high).toBeGreaterThan(3);
  });

  it('widens at once for what does not fit and narrows only with room to spare', () => {
    expect(steadyZoom(1, domain, { low: -0.9, high: 1 })).toBe(1);
    const wide = steadyZoom(1, domain, { low: -1.4, high: 0 });
    expect(wide).toBeGreaterThanOrEqual(1.4);
    expect(steadyZoom(wide, domain, { low: -0.95, high: 0 })).toBe(wide);
    expect(steadyZoom(wide, domain, { low: -0.5, high: 0 })).toBe(1);
    expect(steadyZoom(1, domain, { low: Infinity, high: -Infinity })).toBe(1);
    expect(Number.isFinite(steadyZoom(1, domain, { low: -1e9, high: 1e9 }))).toBe(true);
  });

  it('asks the network at whole hundredths of x, −1, 0 and 1 among them', () => {
    const places = probePlaces();
    for (const x of [-1.1, -1, 0, 0.37, 1, 1.1]) expect(places[probeAt(x)]).toBeCloseTo(x, 14);
  });

  it('labels Bishop’s axis 0 … 1, each at x = 2t − 1', () => {
    expect(ticksX(true).map(({ text }) => text)).toEqual(['0', '0.25', '0.5', '0.75', '1']);
    for (const { value, text } of ticksX(true)) expect(value).toBe(2 * Number(text) - 1);
  });

  it('means the nearest token within reach', () => {
    expect(nearestToken([-1, 0, 0.1], 0.08, 0.05)).toBe(2);
    expect(nearestToken([-1, 0, 0.1], 0.5, 0.05)).toBe(-1);
  });
});
