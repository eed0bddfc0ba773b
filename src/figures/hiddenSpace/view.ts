import type { Ranges } from './ranges';

/** How a layer of three units is turned: about the upright axis, then toward the eye. In radians. */
export interface Turn {
  readonly yaw: number;
  readonly pitch: number;
}

export const START_TURN: Turn = { yaw: -0.6, pitch: 0.35 };
/** The first two units as they are in the plane. */
export const FRONT: Turn = { yaw: 0, pitch: 0 };
const MOST_PITCH = Math.PI / 2;

/** Turned further, never over the top. */
export function turned({ yaw, pitch }: Turn, byYaw: number, byPitch: number): Turn {
  const full = 2 * Math.PI;
  const around = (((yaw + byYaw + Math.PI) % full) + full) % full;
  return { yaw: around - Math.PI, pitch: Math.max(-MOST_PITCH, Math.min(MOST_PITCH, pitch + byPitch)) };
}

/** Share of the half side that half the turned box takes: its corners, √3 as far, and their names stay within. */
const BOX = 0.5;
/** Rows of the classes where there is a single unit: their whole height in shares of the half side. */
const ROWS = 0.8;

/** Points on the figure: x to the right, y upwards, both −1 … 1 within the frame; depth −1 … 1, near is 1. */
export interface Placed {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly depth: Float64Array;
}

/** From projected coordinates to the figure. */
export type Place = (q0: number, q1: number, q2: number) => readonly [x: number, y: number, depth: number];

/** Orthographic: lines that are parallel stay so, and nothing shrinks with its distance. */
export function placer(dimensions: number, { middle, half }: Ranges, turn: Turn): Place {
  const scaled = (q: number, d: number) => (q - (middle[d] ?? 0)) / half;
  if (dimensions < 3) return (q0, q1) => [scaled(q0, 0), dimensions < 2 ? q1 : scaled(q1, 1), 0];
  const [cy, sy] = [Math.cos(turn.yaw), Math.sin(turn.yaw)];
  const [cp, sp] = [Math.cos(turn.pitch), Math.sin(turn.pitch)];
  return (q0, q1, q2) => {
    // Unit 1 to the right, unit 2 upwards, unit 3 toward the eye.
    const [a, b, c] = [scaled(q0, 0), scaled(q1, 1), scaled(q2, 2)];
    const x = cy * a + sy * c;
    const away = -sy * a + cy * c;
    return [BOX * x, BOX * (cp * b - sp * away), BOX * (sp * b + cp * away)];
  };
}

/** @param projected [d][point], see `projectPoints` */
export function placePoints(projected: Float64Array, place: Place): Placed {
  const count = projected.length / 3;
  const placed = { x: new Float64Array(count), y: new Float64Array(count), depth: new Float64Array(count) };
  for (let i = 0; i < count; i++) {
    const at = place(projected[i] ?? 0, projected[count + i] ?? 0, projected[2 * count + i] ?? 0);
    [placed.x[i], placed.y[i], placed.depth[i]] = at;
  }
  return placed;
}

/**
 * A single unit has one number for a token: classes stand in rows, upwards, so that they do not hide each other.
 * @param projected changed in place
 */
export function spreadRows(projected: Float64Array, labels: Uint8Array, classes: number): void {
  if (classes < 2) return;
  const count = projected.length / 3;
  for (let i = 0; i < count; i++)
    projected[count + i] = (ROWS * ((labels[i] ?? 0) - (classes - 1) / 2)) / (classes - 1);
}

/** Part of the way from one layer's picture to the next: every point goes straight. */
export function morph(from: Placed, to: Placed, share: number): Placed {
  const mix = (a: Float64Array, b: Float64Array) =>
    share === 0 ? a : share === 1 ? b : a.map((value, i) => value + share * ((b[i] ?? 0) - value));
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), depth: mix(from.depth, to.depth) };
}
