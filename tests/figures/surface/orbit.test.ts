import { describe, expect, test } from 'vitest';
import {
  dragged,
  eyeOf,
  keyed,
  namePlaces,
  START_ORBIT,
  turned,
  type Orbit,
} from '../../../src/figures/surface/orbit';

describe('the view of the surface', () => {
  test('looks along x2 from the front at no turn, and from the right at a quarter', () => {
    const level: Orbit = { turn: 0, tilt: 0, zoom: 1 };
    expect(eyeOf(level, 5)).toEqual([0, 0, 5]);
    const [x, y, z] = eyeOf({ ...level, turn: 90, tilt: 30 }, 2);
    expect(x).toBeCloseTo(2 * Math.cos(Math.PI / 6), 12);
    expect(y).toBeCloseTo(1, 12);
    expect(z).toBeCloseTo(0, 12);
  });

  test('comes nearer with the zoom, within its limits', () => {
    let orbit = START_ORBIT;
    for (let press = 0; press < 40; press++) orbit = keyed(orbit, '+', false) ?? orbit;
    expect(orbit.zoom).toBe(3);
    expect(Math.hypot(...eyeOf(orbit, 6))).toBeCloseTo(2, 12);
    for (let press = 0; press < 40; press++) orbit = keyed(orbit, '-', false) ?? orbit;
    expect(orbit.zoom).toBe(0.6);
  });

  test('turns by arrow keys, farther with Shift, round and round', () => {
    const right = keyed(START_ORBIT, 'ArrowRight', false);
    expect(right?.turn).toBe(325);
    expect(keyed(START_ORBIT, 'ArrowLeft', true)?.turn).toBe(0);
    expect(turned(START_ORBIT, 3600, 0)).toEqual(START_ORBIT);
  });

  test('has the names of x1 and x2 at the edges next to the eye, and that of y at the left', () => {
    for (let turn = 10; turn < 360; turn += 20) {
      const orbit = { ...START_ORBIT, turn };
      const [eyeX, , eyeZ] = eyeOf(orbit, 5);
      const { x1, x2, y } = namePlaces(orbit, 0.6);
      expect(Math.sign(x1[2])).toBe(Math.sign(eyeZ));
      expect(Math.sign(x2[0])).toBe(Math.sign(eyeX));
      // To the right of the eye's line of sight is (eyeZ, −eyeX).
      const right = ([x, , z]: readonly [number, number, number]) => x * eyeZ - z * eyeX;
      for (const corner of [
        [-1, 0, -1],
        [-1, 0, 1],
        [1, 0, -1],
        [1, 0, 1],
      ] as const)
        expect(right(y)).toBeLessThanOrEqual(right(corner) + 1e-9);
    }
  });

  test('never tips over', () => {
    expect(turned(START_ORBIT, 0, 500).tilt).toBe(89);
    expect(turned(START_ORBIT, 0, -500).tilt).toBe(-20);
  });

  test('follows the hand, and Home brings it back', () => {
    const away = dragged(dragged(START_ORBIT, 40, 0), 0, 20);
    expect(away).toEqual({ turn: 310, tilt: 38, zoom: 1 });
    expect(keyed(away, 'Home', false)).toEqual(START_ORBIT);
    expect(keyed(away, 'a', false)).toBeNull();
  });
});
