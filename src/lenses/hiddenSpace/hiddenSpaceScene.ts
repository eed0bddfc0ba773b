import { LIMITS } from '../../experiment/limits';
import {
  projectionOf,
  projectPoints,
  type Projection,
  type WideView,
} from '../../figures/hiddenSpace/projection';
import { adaptRanges, dataRanges, type Ranges } from '../../figures/hiddenSpace/ranges';
import { layoutAxes, spotOf, type Axes, type Frame, type Spot } from '../../figures/hiddenSpace/scene';
import type { DrawnThreshold } from '../../figures/hiddenSpace/draw';
import { thresholdsOf, visiblePart, type Threshold } from '../../figures/hiddenSpace/thresholds';
import {
  morph,
  placePoints,
  placer,
  spreadRows,
  type Place,
  type Placed,
  type Turn,
} from '../../figures/hiddenSpace/view';
import type { Snapshot, UnitRef } from '../../protocol/snapshot';
import { boundaryOf, nextLayer, valuesOf, type HiddenSpaceModel } from './hiddenSpaceModel';

/** What a layer was shown with in the frame before. */
export interface Shown {
  readonly projection: Projection;
  readonly ranges: Ranges;
}

export interface PictureOptions {
  readonly model: HiddenSpaceModel;
  readonly snapshot: Snapshot;
  readonly view: WideView;
  readonly turn: Turn;
  readonly frame: Frame;
  /** the unit that is pointed at or pinned */
  readonly unit: UnitRef | null;
  /** by layer; written */
  readonly shown: Map<number, Shown>;
}

/** One layer on the figure. */
export interface LayerPicture extends Shown {
  readonly layer: number;
  readonly tokens: Placed;
  readonly grid: Placed | null;
  readonly place: Place;
}

/** null while the frames do not bring what it needs. */
export function pictureOf(options: PictureOptions, layer: number): LayerPicture | null {
  const { model, snapshot, view, turn, shown } = options;
  const { dataset } = model;
  const tokens = valuesOf(model, snapshot, layer, 'tokens');
  const grid = valuesOf(model, snapshot, layer, 'grid');
  if (tokens === null || (grid === null && model.grid !== null)) return null;
  const before = shown.get(layer) ?? null;
  const projection = projectionOf(tokens, dataset.train, view, before?.projection ?? null);
  const projected = projectPoints(tokens, projection);
  const dimensions = projection.directions.length;
  const all = Array.from({ length: dataset.count }, (_, token) => token);
  const data = dataRanges(projected, dimensions, all);
  const same = before?.projection.kind === projection.kind ? before.ranges : null;
  const ranges = adaptRanges(same, data, snapshot.step === 0);
  shown.set(layer, { projection, ranges });
  if (dimensions === 1) spreadRows(projected, dataset.labels, dataset.classes);
  const place = placer(dimensions, ranges, turn);
  return {
    layer,
    projection,
    ranges,
    place,
    tokens: placePoints(projected, place),
    grid: grid === null ? null : placePoints(projectPoints(grid, projection), place),
  };
}

export interface WholePicture {
  readonly from: LayerPicture;
  readonly tokens: Placed;
  readonly grid: Placed | null;
  readonly axes: Axes | null;
  readonly thresholds: readonly DrawnThreshold[];
  readonly deep: boolean;
}

/** The layer at a whole number, and part of the way to the next one between. */
export function wholePicture(options: PictureOptions, at: number): WholePicture | null {
  const from = pictureOf(options, Math.floor(at));
  const to = Number.isInteger(at) ? from : pictureOf(options, Math.ceil(at));
  if (from === null || to === null) return null;
  const share = at - Math.floor(at);
  const whole = share === 0;
  return {
    from,
    tokens: morph(from.tokens, to.tokens, share),
    grid: from.grid === null || to.grid === null ? null : morph(from.grid, to.grid, share),
    axes: whole ? layoutAxes(options.frame, from.ranges, from.place) : null,
    thresholds: whole ? drawnThresholds(options, from) : [],
    deep: from.projection.kind === 'space' || to.projection.kind === 'space',
  };
}

/** Of many units the first ones, or the one that is meant. */
export function drawnUnits(model: HiddenSpaceModel, layer: number, unit: UnitRef | null): readonly number[] {
  const units = model.sizes[layer + 1] ?? 0;
  if (units > LIMITS.drawnUnits && unit?.layer === layer) return [unit.unit];
  return Array.from({ length: Math.min(units, LIMITS.drawnUnits) }, (_, k) => k);
}

function drawnThresholds(options: PictureOptions, picture: LayerPicture): DrawnThreshold[] {
  const { model, snapshot, unit, frame } = options;
  const { layer, projection, ranges, place } = picture;
  const boundary = boundaryOf(model, layer);
  if (boundary !== null)
    return drawn(
      { normal: [1], offset: -boundary, within: [], unit: 0, other: 0 },
      ranges,
      place,
      frame,
      true,
      '',
    );
  const next = nextLayer(model, layer);
  if (next === null) return [];
  const units = next.softmax ? null : drawnUnits(model, layer, unit);
  return thresholdsOf(projection, next, snapshot.parameters).flatMap((threshold) => {
    if (units !== null && !units.includes(threshold.unit)) return [];
    const meant =
      unit !== null && unit.layer === layer && threshold.other < 0 && unit.unit === threshold.unit;
    const strong = meant || next.units === 1 || next.softmax;
    const label = next.softmax || next.units === 1 ? '' : String(threshold.unit + 1);
    return drawn(threshold, ranges, place, frame, strong, label);
  });
}

function drawn(
  threshold: Threshold,
  ranges: Ranges,
  place: Place,
  frame: Frame,
  strong: boolean,
  label: string,
): DrawnThreshold[] {
  const part = visiblePart(threshold, ranges);
  const spots = part.map(([q0 = 0, q1 = 0, q2 = 0]): Spot => {
    const [x, y] = place(q0, q1, q2);
    return spotOf(frame, x, y);
  });
  const [n0 = 0, n1 = 0] = threshold.normal;
  const length = Math.hypot(n0, n1);
  const [first] = spots;
  if (first === undefined) return [];
  // A single axis: the mark runs from the top to the bottom.
  const corners: readonly Spot[] =
    threshold.normal.length === 1
      ? [
          [first[0], frame.top],
          [first[0], frame.top + frame.side],
        ]
      : spots;
  const isLine = threshold.normal.length < 3 && threshold.other < 0;
  return [{ corners, toward: isLine ? [n0 / length, -n1 / length] : null, label, strong }];
}
