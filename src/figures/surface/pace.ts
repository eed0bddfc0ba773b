/** Of every how many corners of the mesh one is drawn. */
export const STRIDES = [1, 2, 4] as const;
export type Stride = (typeof STRIDES)[number];

/** How finely and how often the surface is drawn while a run changes it: as the frames' measured cost allows. */
export interface Pace {
  readonly stride: () => Stride;
  /** Whether the next picture may be drawn, at `now` in ms. */
  due(now: number): boolean;
  /** A picture was begun and was on the screen, both in ms. */
  took(began: number, ended: number): void;
}

/** ms of a display frame above which the mesh becomes coarser, and below which it becomes finer again */
const SLOW = 30;
const QUICK = 9;
/** Frames after which their mean tells. */
const FRAMES = 4;
/** What the page has for itself after a picture, in its cost; more where training and drawing share the processor. */
const RESTS = { fast: 0.5, slow: 2 } as const;
/** ms: however slow, the surface moves. */
const LONGEST_REST = 250;

/** @param slow whether nothing but the processor draws */
export function createPace(slow: boolean): Pace {
  let level = slow ? 1 : 0;
  let frames = 0;
  let sum = 0;
  let rested = -Infinity;
  const rest = slow ? RESTS.slow : RESTS.fast;

  function change(by: 1 | -1): void {
    level = Math.max(0, Math.min(STRIDES.length - 1, level + by));
  }
  return {
    stride: () => STRIDES[level] ?? 1,
    due: (now) => now >= rested,
    took(began, ended) {
      const cost = ended - began;
      rested = ended + Math.min(rest * cost, LONGEST_REST);
      sum += cost;
      frames++;
      if (frames < FRAMES) return;
      const mean = sum / frames;
      frames = 0;
      sum = 0;
      if (mean > SLOW) change(1);
      else if (mean < QUICK) change(-1);
    },
  };
}
