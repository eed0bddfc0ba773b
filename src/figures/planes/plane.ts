/**
 * A rectangle of the page that shows a part of a plane, the same scale along both axes. Places on it are px from its
 * left top corner.
 */
export interface Plane {
  readonly width: number;
  readonly height: number;
  /** what is shown, in the plane's units */
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** What semicircle and parabola want: both of them, with room for thresholds below and chains above. */
const CENTER = { x: 0, y: 0.575 } as const;
const HALF = { x: 1.3, y: 1.125 } as const;

/** How far a plane may be zoomed out; 1 shows what semicircle and parabola want. */
const ZOOMS = [1, 1.2, 1.5, 1.8, 2.2, 2.6, 3.1, 4, 5, 8, 12, 20, 50, 100, 1000, 1e4, 1e5, 1e6] as const;
/** Zooming in again waits until all of it fits with this share to spare, so that nothing flickers at the edge. */
const SLACK = 0.85;
/** The part of the half sides that is to be filled at most. */
const FILLED = 0.96;

/** `width` and `height` in px; where they are not as the plane wants them, more of it shows along the longer side. */
export function createPlane(width: number, height: number, zoom = 1): Plane {
  const scale = Math.min(width / HALF.x, height / HALF.y) / (2 * zoom);
  const halfX = width / (2 * scale);
  const halfY = height / (2 * scale);
  return {
    width,
    height,
    left: CENTER.x - halfX,
    right: CENTER.x + halfX,
    bottom: CENTER.y - halfY,
    top: CENTER.y + halfY,
  };
}

/** px of height that a plane of this width wants */
export function planeHeight(width: number): number {
  return Math.round((width * HALF.y) / HALF.x);
}

/** px for one unit of the plane */
export function planeScale({ width, left, right }: Plane): number {
  return width / (right - left);
}

export function planeX(plane: Plane, x: number): number {
  return (x - plane.left) * planeScale(plane);
}

export function planeY(plane: Plane, y: number): number {
  return (plane.top - y) * planeScale(plane);
}

/** The place in the plane's units under a place in px. */
export function planePlace(plane: Plane, x: number, y: number): readonly [number, number] {
  const scale = planeScale(plane);
  return [plane.left + x / scale, plane.top - y / scale];
}

/** How far zoomed out a place just shows; 1 at the edge of the plane that is not zoomed. */
export function reachOf(x: number, y: number): number {
  return Math.max(Math.abs(x - CENTER.x) / HALF.x, Math.abs(y - CENTER.y) / HALF.y) / FILLED;
}

/** The least zoom that shows all within `reach`; one that is on show stays while it is barely too large. */
export function zoomFor(reach: number, present: number): number {
  const wanted = ZOOMS.find((zoom) => reach <= zoom) ?? present;
  return wanted < present && reach > SLACK * wanted ? present : wanted;
}

/**
 * Places of a curve or of tokens, one after the other x, y in px.
 * @param values [point][coordinate], two coordinates
 */
export function planePlaces(plane: Plane, values: ArrayLike<number>): Float64Array {
  const places = new Float64Array(values.length);
  for (let i = 0; i + 1 < values.length; i += 2) {
    places[i] = planeX(plane, values[i] ?? NaN);
    places[i + 1] = planeY(plane, values[i + 1] ?? NaN);
  }
  return places;
}
