/** The course of a link: a cubic with horizontal tangents, the same for all links of a gap but for its ends. */

/** Share of a link's width at which its control points stand. */
const CONTROL = 0.46;

/** Shares 0 … 1 of the width and of the height at a parameter t of the cubic. */
export function curvePoint(t: number): { readonly along: number; readonly across: number } {
  const s = 1 - t;
  const cubed = t * t * t;
  return {
    along: 3 * s * s * t * CONTROL + 3 * s * t * t * (1 - CONTROL) + cubed,
    across: 3 * s * t * t + cubed,
  };
}

/** The parameter at which the cubic has come so far along its width, by bisection. */
function parameterAt(along: number): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (curvePoint(middle).along < along) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The curve at the centres of equally wide steps: share of the height, and how much of it a step climbs. */
export interface CurveTable {
  readonly across: Float32Array;
  readonly climb: Float32Array;
}

/** `start` and `width` in pixels, `first` and `count` whole pixel columns. */
export function curveTable(start: number, width: number, first: number, count: number): CurveTable {
  const across = new Float32Array(count);
  const climb = new Float32Array(count);
  const at = (x: number) => curvePoint(parameterAt(Math.max(0, Math.min(1, (x - start) / width)))).across;
  for (let i = 0; i < count; i++) {
    across[i] = at(first + i + 0.5);
    climb[i] = at(first + i + 1) - at(first + i);
  }
  return { across, climb };
}
