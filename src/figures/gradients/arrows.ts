/** Two gradients seen in the plane of two parameters, as arrows from the middle of a square. */
export interface Arrows {
  readonly full: Arrow;
  readonly batch: Arrow | null;
  /** magnitude at the edge of the square */
  readonly scale: number;
}

export interface Arrow {
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

type Pair = readonly [first: number, second: number];

const HEAD = 6;
const SPREAD = 0.45;

export function layoutArrows(full: Pair, batch: Pair | null, side: number): Arrows {
  const largest = Math.max(...[...full, ...(batch ?? [])].map(Math.abs));
  const scale = largest > 0 && largest < Infinity ? 1.15 * largest : 1;
  const arrow = ([first, second]: Pair) =>
    arrowTo((first / scale) * (side / 2), (-second / scale) * (side / 2));
  return { full: arrow(full), batch: batch === null ? null : arrow(batch), scale };
}

function arrowTo(x: number, y: number): Arrow {
  const length = Math.hypot(x, y);
  if (!(length > 0)) return { path: '', x: 0, y: 0 };
  const angle = Math.atan2(y, x);
  const head = Math.min(HEAD, length);
  const barb = (turn: number) => `${x - head * Math.cos(angle + turn)} ${y - head * Math.sin(angle + turn)}`;
  return { path: `M0 0L${x} ${y}M${barb(SPREAD)}L${x} ${y}L${barb(-SPREAD)}`, x, y };
}

/** Degrees between two gradients; NaN where one of them is zero. */
export function angleBetween(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let dot = 0;
  let ofA = 0;
  let ofB = 0;
  for (let i = 0; i < a.length; i++) {
    const [u = 0, v = 0] = [a[i], b[i]];
    dot += u * v;
    ofA += u * u;
    ofB += v * v;
  }
  const cosine = dot / Math.sqrt(ofA * ofB);
  return (180 / Math.PI) * Math.acos(Math.max(-1, Math.min(1, cosine)));
}
