import { LIMITS } from '../../experiment/limits';
import { curveTable, type CurveTable } from './curve';
import type { NetworkLayout } from './layout';
import type { LinkGeometry } from './linkGeometry';
import { LEVELS, type LinkOrder } from './linkOrder';
import type { NetworkColors, Rgb } from './networkColors';

/**
 * Links as pixels. A canvas strokes a long curve in about 30 µs where it has no graphics card to ask, which is too much
 * for thousands of them in every frame; going along each curve column by column takes a tenth of that.
 */
export interface LinkRaster {
  readonly width: number;
  readonly height: number;
  /** device pixels per CSS px */
  readonly ratio: number;
  /** [row][column], bytes red, green, blue, 255 */
  readonly pixels: Uint32Array;
  readonly bytes: Uint8ClampedArray<ArrayBuffer>;
  /** the columns and the curve of each gap between two layers */
  readonly gaps: readonly Gap[];
}

interface Gap {
  readonly first: number;
  readonly curve: CurveTable;
}

export function createLinkRaster(layout: NetworkLayout, ratio: number): LinkRaster {
  const width = Math.round(layout.width * ratio);
  const height = Math.round(layout.height * ratio);
  const buffer = new ArrayBuffer(4 * width * height);
  const gaps = layout.columns.slice(1).map((column, l) => {
    const start = (layout.columns[l]?.right ?? 0) * ratio;
    const end = column.left * ratio;
    const first = Math.max(0, Math.round(start));
    const count = Math.max(0, Math.min(width, Math.round(end)) - first);
    return { first, curve: curveTable(start, end - start, first, count) };
  });
  const views = { pixels: new Uint32Array(buffer), bytes: new Uint8ClampedArray(buffer) };
  return { width, height, ratio, ...views, gaps };
}

const THINNEST = 0.6;
const STRONGEST_ALPHA = 0.92;
/** opacity of the other links while one unit's are pointed out */
const FADED_ALPHA = 0.07;
/** The most links drawn; of larger networks the strongest. */
export const MOST_LINKS = 8000;
/** px drawn and left out along a frozen link */
const DASH = 7;
const DASH_PERIOD = 11;

/** Links of one gap up to which they keep their full width: those of two layers drawn in full. */
const UNCROWDED = LIMITS.drawnUnits ** 2;

/** Width of the strongest link, in px: less in tight and in crowded figures. */
export function widestLink({ columns, head }: NetworkLayout): number {
  const tile = Math.min(...columns.map((column) => column.tile));
  const widest = head === 'phone' ? 4.5 : Math.min(7, tile * 0.13 + 0.8);
  const most = Math.max(...columns.map(({ units }, l) => units.length * (columns[l + 1]?.units.length ?? 0)));
  return Math.max(1.5, widest * Math.min(1, Math.sqrt(UNCROWDED / most)));
}

export interface LinkPicture {
  readonly links: LinkGeometry;
  readonly order: LinkOrder;
  readonly widest: number;
  readonly colors: NetworkColors;
}

/** Empties the raster to the paper's color. */
export function clearLinks({ pixels }: LinkRaster, { paperBytes: [r, g, b] }: NetworkColors): void {
  pixels.fill((0xff000000 | (b << 16) | (g << 8) | r) >>> 0);
}

/** Place in the order of the weakest link that is drawn. */
export function weakestDrawn({ starts }: LinkOrder): number {
  const count = starts[LEVELS] ?? 0;
  let level = 0;
  while (level < LEVELS - 1 && count - (starts[level] ?? 0) > MOST_LINKS) level++;
  return starts[level] ?? 0;
}

/** One link: width by magnitude, color by sign, dashed where frozen. */
export function paintLink(raster: LinkRaster, picture: LinkPicture, link: number, faded: boolean): void {
  const { links, order, colors, widest } = picture;
  const gap = raster.gaps[links.gap[link] ?? 0];
  if (!gap) return;
  const strength = (order.level[link] ?? 0) / (LEVELS - 1);
  const alpha = faded ? FADED_ALPHA : colors.faintest + (STRONGEST_ALPHA - colors.faintest) * strength ** 0.8;
  const from = (links.ends[4 * link + 1] ?? 0) * raster.ratio;
  const to = (links.ends[4 * link + 3] ?? 0) * raster.ratio;
  const stroke: Stroke = {
    width: (THINNEST + (widest - THINNEST) * strength) * raster.ratio,
    alpha: 256 * alpha,
    color: order.positive[link] === 1 ? colors.positiveBytes : colors.negativeBytes,
    period: links.frozen[link] === 1 ? DASH_PERIOD * raster.ratio : 0,
  };
  strokeCurve(raster, gap, from, to, stroke);
}

interface Stroke {
  /** device pixels */
  readonly width: number;
  /** 0 … 256 */
  readonly alpha: number;
  readonly color: Rgb;
  /** device pixels from dash to dash; 0 for a solid line */
  readonly period: number;
}

/** Blends a curve in, column by column; how much of a pixel it covers follows from the distance to its centre line. */
function strokeCurve(raster: LinkRaster, gap: Gap, from: number, to: number, stroke: Stroke): void {
  const { pixels, width, height } = raster;
  const { across, climb } = gap.curve;
  const { alpha, period } = stroke;
  const [r, g, b] = stroke.color;
  const redBlue = r | (b << 16);
  const green = g << 8;
  const reach = stroke.width / 2 + 0.5;
  const full = Math.min(1, stroke.width) * alpha;
  const dash = (period * DASH) / DASH_PERIOD;
  let travelled = 0;
  for (let i = 0; i < across.length; i++) {
    const middle = from + (to - from) * (across[i] ?? 0);
    const slope = (to - from) * (climb[i] ?? 0);
    const length = Math.sqrt(1 + slope * slope);
    const inverse = 1 / length;
    const top = Math.max(0, Math.ceil(middle - reach * length - 0.5));
    const bottom = Math.min(height - 1, Math.floor(middle + reach * length - 0.5));
    let at = top * width + gap.first + i;
    for (let offset = top + 0.5 - middle; offset <= bottom + 0.5 - middle; offset++) {
      const edge = (offset < 0 ? reach + offset * inverse : reach - offset * inverse) * alpha;
      const a = (edge < full ? edge : full) | 0;
      if (a > 0 && !(period > 0 && (travelled + offset * slope * inverse + period) % period > dash)) {
        const pixel = pixels[at] ?? 0;
        const rb = (Math.imul(pixel & 0xff00ff, 256 - a) + Math.imul(redBlue, a)) >>> 8;
        const gg = (Math.imul(pixel & 0xff00, 256 - a) + Math.imul(green, a)) >>> 8;
        pixels[at] = 0xff000000 | (rb & 0xff00ff) | (gg & 0xff00);
      }
      at += width;
    }
    travelled += length;
  }
}
