import { planeHeight } from '../../../figures/planes/plane';

/** px of the figure's rows besides the planes, as the style sheet has them */
const ROWS = { titles: 22, legend: 26, sum: 14, terms: 48, error: 46, updates: 38, noise: 38 } as const;
/** px that loss curves and metrics under the figure need at least */
const BELOW = 216;
const BELOW_COMPACT = 68;
/** px of a term of the sum, its activation negative */
const TERM = 100;
/** Rows of terms on show; further ones scroll. */
const MOST_ROWS = 2;
/** px of the panel below which only the planes and their legend stay */
const COMPACT = 430;
/** px from which error and buttons stand in one row */
const ONE_ROW = 600;
const LEAST = 110;
/** Share of the height that the planes want; with less a second row of terms scrolls. */
const ENOUGH = 0.9;
const GAPS = { wide: 24, narrow: 16 } as const;
/** A phone shows one plane and the edge of the other. */
const PHONE_SHARE = 0.84;

export interface PanelRoom {
  /** px of the figure, and of the panel's body with all that is below; Infinity where the page scrolls */
  readonly width: number;
  readonly height: number;
  readonly phone: boolean;
  readonly terms: number;
  readonly noisy: boolean;
}

export interface PlaneRoom {
  /** px of a plane */
  readonly side: number;
  readonly height: number;
  /** rows of terms on show */
  readonly rows: number;
  /** Only planes and legend have room. */
  readonly compact: boolean;
}

/** How large the planes are: half the panel wide, and as high as they want where there is room. */
export function planeRoom({ width, height, phone, terms, noisy }: PanelRoom): PlaneRoom {
  if (width === 0) return { side: 0, height: 0, rows: 1, compact: false };
  if (phone) {
    const side = Math.floor(Math.min(320, PHONE_SHARE * width));
    return { side, height: planeHeight(side), rows: 1, compact: false };
  }
  const side = Math.floor((width - (width >= ONE_ROW ? GAPS.wide : GAPS.narrow)) / 2);
  const wanted = planeHeight(side);
  const compact = height < COMPACT;
  const others = (rows: number) =>
    ROWS.sum +
    rows * ROWS.terms +
    ROWS.error +
    (width < ONE_ROW ? ROWS.updates : 0) +
    (noisy ? ROWS.noise : 0);
  const room = (rows: number) =>
    height - ROWS.titles - ROWS.legend - (compact ? BELOW_COMPACT : BELOW + others(rows));
  const most = Math.min(MOST_ROWS, Math.ceil(((terms + 2) * TERM) / width));
  const rows = room(most) >= ENOUGH * wanted ? most : 1;
  return { side, height: Math.max(LEAST, Math.min(wanted, Math.floor(room(rows)))), rows, compact };
}
