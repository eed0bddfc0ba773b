import { describe, expect, test } from 'vitest';
import { squareCell } from '../../../src/figures/regions/cells';
import { piecewiseNetwork } from '../../../src/figures/regions/piecewise';
import { createTracer } from '../../../src/figures/regions/tracer';
import { networkOf, trace } from './networks';

/** 24 units in two layers with weights like the sine's values: some hundred regions. */
const network = piecewiseNetwork(networkOf([12, 12], 'relu'));
const parameters = Float32Array.from({ length: 205 }, (_, i) => 2 * Math.sin(7 * i * i + 1));

describe('a trace in slices', () => {
  test('stops at its deadline, goes on from there, and ends with the same regions', () => {
    let now = 0;
    const tracer = createTracer({ clock: () => now++, mostRegions: 1e4, mostWork: 1e7 });
    tracer.start(network, parameters, squareCell(6));
    let slices = 0;
    let traced = null;
    while (traced === null) {
      traced = tracer.advance(now + 5);
      slices++;
    }
    expect(slices).toBeGreaterThan(5);
    expect(tracer.busy).toBe(false);
    const atOnce = trace(network, parameters, squareCell(6));
    expect(atOnce.count).toBeGreaterThan(100);
    expect(traced.complete).toBe(true);
    expect(traced.regions.map(({ pattern }) => pattern.join(''))).toEqual(
      atOnce.regions.map(({ pattern }) => pattern.join('')),
    );
  });

  test('keeps the parameters it began with', () => {
    const changing = parameters.slice();
    const tracer = createTracer({ clock: () => 0, mostRegions: 1e4, mostWork: 1e7 });
    tracer.start(network, changing, squareCell(6));
    changing.fill(0);
    expect(tracer.advance(1)?.count).toBe(trace(network, parameters, squareCell(6)).count);
  });

  test('gives up on what is too much, and says so', () => {
    const tracer = createTracer({ clock: () => 0, mostRegions: 1e4, mostWork: 64 });
    tracer.start(network, parameters, squareCell(6));
    expect(tracer.advance(1)?.complete).toBe(false);
    const few = createTracer({ clock: () => 0, mostRegions: 10, mostWork: 1e7 });
    few.start(network, parameters, squareCell(6));
    expect(few.advance(1)).toMatchObject({ count: 10, complete: false });
  });
});
