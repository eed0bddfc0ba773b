import { LIMITS } from '../../experiment/limits';

/** Where everything of the network's figure stands, in CSS px from its upper left corner. */

export interface NetworkLayoutOptions {
  readonly width: number;
  /** not used on a phone, where the page scrolls and the figure is as high as it needs to be */
  readonly height: number;
  /** units per layer, [features, hidden …, outputs] */
  readonly sizes: readonly number[];
  readonly phone: boolean;
  /** inputs that are the pixels of one square picture, so many a side; absent where each has a picture of its own */
  readonly pixels?: number;
  /** kept free below the figure for the inputs that are switched off */
  readonly foot: number;
}

/**
 * How much of a layer's controls has room above its column: one above the other, side by side where the figure is low;
 * `tight` and `phone` open them from one button.
 */
export type HeadMode = 'wide' | 'medium' | 'narrow' | 'row' | 'tight' | 'phone';

export interface NetworkLayout {
  /** Larger than the space given where the units would become too small to press; then the figure scrolls. */
  readonly width: number;
  readonly height: number;
  /** height of the uppermost strip, where the layers' controls stand */
  readonly top: number;
  /** height of the lowest strip, where the inputs stand that are switched off */
  readonly foot: number;
  readonly head: HeadMode;
  readonly columns: readonly ColumnLayout[];
}

export interface ColumnLayout {
  /** centre of the column */
  readonly x: number;
  /** edges at which links arrive and leave */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** side of a unit's picture */
  readonly tile: number;
  /** distance of two units, one above the other */
  readonly pitch: number;
  /** units side by side: 1, more where the layer is drawn compactly */
  readonly across: number;
  readonly units: readonly UnitLayout[];
}

export interface UnitLayout {
  /** centre of the picture */
  readonly x: number;
  readonly y: number;
  /** height at which the unit's links meet the column's edge */
  readonly port: number;
}

/** px between a unit's left edge and the ends of its links, for the bias gauge */
export const GAUGE_ROOM = 8;
/** px between pictures of a compact layer, gauge included */
const COMPACT_GAP = 6;
/** px below a column, for the printed scale */
const SCALE_ROOM = 18;

/** px of height below which heads are one row high, as over an open lens */
const LOW = 380;
const LOW_HEAD = 46;
/** px of a pixel where the inputs are one picture, and the largest side of that */
const LEAST_PIXEL = 8;
const MOST_PICTURE = 144;
/** px a unit takes on a phone */
const PHONE_ROW = 50;

const HEADS: Readonly<Record<HeadMode, { readonly height: number; readonly spacing: number }>> = {
  wide: { height: 96, spacing: 128 },
  medium: { height: 96, spacing: 96 },
  narrow: { height: 112, spacing: 68 },
  row: { height: 40, spacing: 164 },
  tight: { height: 56, spacing: 0 },
  phone: { height: 48, spacing: 0 },
};

interface Measures {
  readonly head: number;
  readonly minPitch: number;
  readonly maxPitch: number;
  readonly minTile: number;
  readonly maxTile: number;
  readonly minCompactPitch: number;
  readonly left: number;
  readonly right: number;
  /** least distance of two columns' centres, and of the pictures' edges */
  readonly minSpacing: number;
  readonly minGap: number;
}

function measuresFor(head: HeadMode, { width, height, sizes }: NetworkLayoutOptions): Measures {
  // Several outputs have their symbols beside them.
  const named = (sizes[sizes.length - 1] ?? 1) > 1;
  if (head === 'phone') {
    return {
      ...{ head: HEADS.phone.height, left: 40, right: named ? 36 : 20, minSpacing: 56, minGap: 30 },
      ...{ minPitch: 44, maxPitch: 62, minTile: 24, maxTile: 46, minCompactPitch: 44 },
    };
  }
  const roomy = width > 1000;
  const low = height < LOW;
  return {
    ...{
      head: low ? Math.min(HEADS[head].height, LOW_HEAD) : HEADS[head].height,
      left: head === 'tight' ? 49 : width < 560 ? 48 : 56,
      right: named ? 38 : width < 560 ? 24 : 40,
    },
    ...{ minSpacing: 44, minGap: 22, minPitch: low ? 24 : 32, minCompactPitch: 24 },
    ...{ maxPitch: roomy ? 120 : 106, minTile: 18, maxTile: roomy ? 84 : 72 },
  };
}

export function layoutNetwork(options: NetworkLayoutOptions): NetworkLayout {
  if (options.phone) return arrange(options, 'phone');
  const modes = options.height < LOW ? (['row'] as const) : (['wide', 'medium', 'narrow'] as const);
  for (const mode of modes) {
    const layout = arrange(options, mode);
    if (spacingOf(layout) >= HEADS[mode].spacing) return layout;
  }
  return arrange(options, 'tight');
}

/** Least distance between two neighbouring columns' centres. */
function spacingOf({ columns }: NetworkLayout): number {
  let least = Infinity;
  for (let l = 1; l < columns.length; l++) {
    least = Math.min(least, (columns[l]?.x ?? 0) - (columns[l - 1]?.x ?? 0));
  }
  return least;
}

interface ColumnShape {
  readonly units: number;
  readonly across: number;
  readonly pitch: number;
  readonly tile: number;
  readonly width: number;
}

function arrange(options: NetworkLayoutOptions, head: HeadMode): NetworkLayout {
  const { sizes, foot } = options;
  const measures = measuresFor(head, options);
  const space = options.phone
    ? PHONE_ROW * Math.min(Math.max(...sizes), LIMITS.drawnUnits)
    : options.height - measures.head - SCALE_ROOM - foot;
  const pixelsOf = (l: number) => (l === 0 ? options.pixels : undefined);
  const across = sizes.map((units, l) => pixelsOf(l) ?? unitsAcross(units, space, measures));
  const needed = sizes.map(
    (units, l) =>
      Math.ceil(units / (across[l] ?? 1)) *
      ((across[l] ?? 1) > 1 ? measures.minCompactPitch : measures.minPitch),
  );
  const inner = Math.max(space, ...needed);
  const shapes = shapeColumns(sizes, across, inner, options.width, measures);
  if (options.pixels !== undefined) shapes[0] = pictureShape(options.pixels, inner, options.width);
  const { centres, width } = placeCentres(shapes, options.width, measures, head);
  const middle = measures.head + inner / 2;
  return {
    width,
    height: inner + measures.head + SCALE_ROOM + foot,
    ...{ top: measures.head, foot, head },
    columns: shapes.map((shape, l) => placeColumn(shape, centres[l] ?? 0, middle, l > 0)),
  };
}

/** A large layer becomes a block of rows: as few units side by side as its rows leave room to press. */
function unitsAcross(units: number, space: number, { minCompactPitch }: Measures): number {
  if (units <= LIMITS.drawnUnits) return 1;
  const comfortable = minCompactPitch + 8;
  let across = 2;
  while (across < 5 && space / Math.ceil(units / across) < comfortable) across++;
  return across;
}

function shapeColumns(
  sizes: readonly number[],
  across: readonly number[],
  space: number,
  width: number,
  measures: Measures,
): ColumnShape[] {
  const most = Math.max(...sizes.map((units, l) => (across[l] === 1 ? units : 1)));
  const pitch = Math.min(space / most, measures.maxPitch);
  const gap = Math.max(8, Math.min(pitch * 0.27, 30));
  const share = (width / Math.max(1, sizes.length - 1)) * 0.36;
  const tile = Math.max(measures.minTile, Math.min(pitch - gap, measures.maxTile, share));
  return sizes.map((units, l) => {
    const beside = across[l] ?? 1;
    if (beside > 1) {
      const compact = Math.min(space / Math.ceil(units / beside), measures.minCompactPitch + 12);
      const side = compact - COMPACT_GAP;
      return { units, across: beside, pitch: compact, tile: side, width: beside * compact - COMPACT_GAP };
    }
    const loose = units === most ? pitch : Math.min(space / units, pitch * (units <= 2 ? 1.5 : 1.22));
    const side = l === sizes.length - 1 ? outputTile(units, tile, loose) : tile;
    return { units, across: 1, pitch: loose, tile: side, width: side };
  });
}

/** Pixels without gaps, each a whole number of CSS px. */
function pictureShape(side: number, space: number, width: number): ColumnShape {
  const cell = Math.max(LEAST_PIXEL, Math.floor(Math.min(space, width * 0.24, MOST_PICTURE) / side));
  return { units: side * side, across: side, pitch: cell, tile: cell, width: cell * side };
}

/** The output is drawn larger: it is what the output figure magnifies. */
function outputTile(units: number, tile: number, pitch: number): number {
  return units === 1 ? Math.min(tile * 1.5, 92) : Math.min(tile * 1.15, 80, pitch - 8);
}

function placeCentres(shapes: readonly ColumnShape[], space: number, measures: Measures, head: HeadMode) {
  const first = shapes[0]?.width ?? 0;
  const last = shapes[shapes.length - 1]?.width ?? 0;
  // The heads of the first and the last column are wider than small tiles.
  const margin = head === 'tight' || head === 'phone' ? 0 : 26;
  const start = measures.left + Math.max(first / 2, margin);
  const end = measures.right + Math.max(last / 2, margin);
  const halves = shapes.slice(1).map((shape, i) => (shape.width + (shapes[i]?.width ?? 0)) / 2);
  const needed = halves.map((half) => Math.max(half + measures.minGap, measures.minSpacing));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const width = Math.max(space, start + end + sum(needed));
  const spare = width - start - end;
  const gap = (spare - sum(halves)) / Math.max(1, halves.length);
  const even = halves.map((half) => half + gap);
  const steps = even.every((step, i) => step >= (needed[i] ?? 0)) ? even : stretch(needed, spare);
  const centres = [start];
  for (const step of steps) centres.push((centres[centres.length - 1] ?? start) + step);
  return { centres, width };
}

/** The least distances, with what is left over shared out evenly. */
function stretch(needed: readonly number[], spare: number): number[] {
  const left = spare - needed.reduce((total, each) => total + each, 0);
  return needed.map((step) => step + left / needed.length);
}

function placeColumn(shape: ColumnShape, centre: number, middle: number, gauged: boolean): ColumnLayout {
  const { units: count, across, pitch, tile, width } = shape;
  const rows = Math.ceil(count / across);
  // Between the pixels of one picture no seam may show.
  const place = pitch === tile ? Math.round : (px: number) => px;
  const x = place(centre);
  const top = place(middle - ((rows - 1) * pitch) / 2 - tile / 2);
  const height = (rows - 1) * pitch + tile;
  const units = Array.from({ length: count }, (_, i) => {
    const row = Math.floor(i / across);
    const y = top + tile / 2 + row * pitch;
    const port = across === 1 ? y : top + ((i + 0.5) / count) * height;
    return { x: x - width / 2 + tile / 2 + (i % across) * pitch, y, port };
  });
  return {
    ...{ x, tile, pitch, across, units, top, bottom: top + height },
    left: x - width / 2 - (gauged ? GAUGE_ROOM : 0),
    right: x + width / 2 + 1,
  };
}
