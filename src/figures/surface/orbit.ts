/** From where the surface is seen. */
export interface Orbit {
  /** degrees around the vertical axis, 0 … 360; 0 looks along x2 */
  readonly turn: number;
  /** degrees above the square */
  readonly tilt: number;
  /** 1 shows all of it */
  readonly zoom: number;
}

export const START_ORBIT: Orbit = { turn: 330, tilt: 28, zoom: 1 };

export type AxisName = 'x1' | 'x2' | 'y';
type Place = readonly [x: number, y: number, z: number];

/** Half sides of the square from its middle to the names of x1 and x2 */
const BEYOND = 1.17;
const TILTS = { min: -20, max: 89 } as const;
const ZOOMS = { min: 0.6, max: 3 } as const;
/** degrees for a press of an arrow key, and with Shift */
const KEY_STEPS = [5, 30] as const;
const ZOOM_STEP = 1.2;
/** degrees for a px of dragging */
const DRAG_STEP = 0.5;

export function turned(orbit: Orbit, turnBy: number, tiltBy: number): Orbit {
  const turn = (((orbit.turn + turnBy) % 360) + 360) % 360;
  return { ...orbit, turn, tilt: Math.max(TILTS.min, Math.min(TILTS.max, orbit.tilt + tiltBy)) };
}

export function dragged(orbit: Orbit, right: number, down: number): Orbit {
  return turned(orbit, -DRAG_STEP * right, DRAG_STEP * down);
}

/** What a key does to the view; null where it does nothing. */
export function keyed(orbit: Orbit, key: string, shift: boolean): Orbit | null {
  const step = KEY_STEPS[shift ? 1 : 0];
  switch (key) {
    case 'ArrowLeft':
      return turned(orbit, step, 0);
    case 'ArrowRight':
      return turned(orbit, -step, 0);
    case 'ArrowUp':
      return turned(orbit, 0, -step);
    case 'ArrowDown':
      return turned(orbit, 0, step);
    case '+':
    case '=':
      return zoomed(orbit, ZOOM_STEP);
    case '-':
    case '−':
    case '_':
      return zoomed(orbit, 1 / ZOOM_STEP);
    case 'Home':
      return START_ORBIT;
    default:
      return null;
  }
}

function zoomed(orbit: Orbit, by: number): Orbit {
  return { ...orbit, zoom: Math.max(ZOOMS.min, Math.min(ZOOMS.max, orbit.zoom * by)) };
}

/**
 * Where the axes' names stand, [x, y, z] of the figure's space: x1 and x2 beyond the edges next to the eye, y upon the post
 * at the left, each clear of the surface. `height` is that of a post.
 */
export function namePlaces({ turn }: Orbit, height: number): Readonly<Record<AxisName, Place>> {
  const a = (turn * Math.PI) / 180;
  const [right, front] = [Math.sin(a) < 0 ? -1 : 1, Math.cos(a) < 0 ? -1 : 1];
  return {
    x1: [0, -height, BEYOND * front],
    x2: [BEYOND * right, -height, 0],
    y: [-front, height + 0.12, right],
  };
}

/** Where the eye is, `distance` from the middle of the square at zoom 1: [x, y, z] of the figure's space. */
export function eyeOf({ turn, tilt, zoom }: Orbit, distance: number): readonly [number, number, number] {
  const [a, b] = [(turn * Math.PI) / 180, (tilt * Math.PI) / 180];
  const reach = distance / zoom;
  return [reach * Math.cos(b) * Math.sin(a), reach * Math.sin(b), reach * Math.cos(b) * Math.cos(a)];
}
