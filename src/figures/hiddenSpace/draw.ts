import type { MapStyle } from '../decisionMap/style';
import type { GridLines } from './grid';
import { drawTokens, type TokensLook } from './drawTokens';
import { spotOf, type Axes, type Frame, type Spot } from './scene';
import type { TokenGroup } from './tokenGroups';
import type { Placed } from './view';

export interface HiddenSpaceStyle extends MapStyle {
  readonly inkFaint: string;
  readonly rule: string;
  readonly frame: string;
  readonly positive: string;
  readonly fontFamily: string;
}

/** A threshold of the next layer as far as it is to be seen. */
export interface DrawnThreshold {
  readonly corners: readonly Spot[];
  /** of a line: a unit vector of the figure toward w·h + b > 0; null where no side is the positive one */
  readonly toward: Spot | null;
  readonly label: string;
  readonly strong: boolean;
}

export interface HiddenSpaceScene {
  readonly frame: Frame;
  readonly tokens: Placed;
  readonly groups: readonly TokenGroup[];
  readonly showTest: boolean;
  /** the token that figures and lenses follow */
  readonly chosen: number;
  readonly grid: { readonly lines: GridLines; readonly placed: Placed } | null;
  /** null between two layers */
  readonly axes: Axes | null;
  readonly thresholds: readonly DrawnThreshold[];
  /** the layer has three units, or one on either side has */
  readonly deep: boolean;
}

/** px of the band on a threshold's positive side */
const BAND = 9;

export function drawHiddenSpace(
  context: CanvasRenderingContext2D,
  scene: HiddenSpaceScene,
  style: HiddenSpaceStyle,
): void {
  const { left, top, side } = scene.frame;
  context.lineJoin = 'round';
  context.fillStyle = style.paper;
  context.fillRect(left, top, side, side);
  if (scene.axes !== null) drawTicks(context, scene.axes, scene.frame, style);
  context.save();
  context.beginPath();
  context.rect(left, top, side, side);
  context.clip();
  if (scene.axes !== null) drawEdges(context, scene.axes, style);
  if (scene.grid !== null) drawGrid(context, scene, style);
  for (const threshold of scene.thresholds) drawThreshold(context, threshold, style);
  const radius = side < 240 ? 2.5 : 3.1;
  const look: TokensLook = { frame: scene.frame, style, radius, deep: scene.deep, showTest: scene.showTest };
  drawTokens(context, scene.tokens, scene.groups, look);
  context.restore();
  for (const threshold of scene.thresholds) drawLabel(context, threshold, scene.frame, style);
  drawRing(context, scene, style, radius);
  context.strokeStyle = style.frame;
  context.lineWidth = 1;
  context.strokeRect(left + 0.5, top + 0.5, side - 1, side - 1);
}

function drawEdges(context: CanvasRenderingContext2D, { edges }: Axes, style: HiddenSpaceStyle): void {
  context.beginPath();
  for (const [a, b] of edges) {
    context.moveTo(...a);
    context.lineTo(...b);
  }
  context.strokeStyle = style.rule;
  context.lineWidth = 1;
  context.stroke();
}

function drawTicks(
  context: CanvasRenderingContext2D,
  { ticks, edges }: Axes,
  { left, top, side }: Frame,
  style: HiddenSpaceStyle,
): void {
  context.font = `400 11px ${style.fontFamily}`;
  context.fillStyle = style.inkFaint;
  context.strokeStyle = style.frame;
  context.lineWidth = 1;
  const middle: Spot = [left + side / 2, top + side / 2];
  for (const { at, text, axis } of ticks) {
    const [x, y] = at;
    if (edges.length > 0) {
      // Away from the middle of the box.
      const away = Math.max(1, Math.hypot(x - middle[0], y - middle[1]));
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      context.fillText(text, x + (12 * (x - middle[0])) / away, y + (12 * (y - middle[1])) / away);
      continue;
    }
    context.beginPath();
    context.moveTo(x, y);
    if (axis === 0) context.lineTo(x, y + 4);
    else context.lineTo(x - 4, y);
    context.stroke();
    context.textAlign = axis === 0 ? 'center' : 'right';
    context.textBaseline = axis === 0 ? 'top' : 'middle';
    context.fillText(text, axis === 0 ? x : x - 7, axis === 0 ? y + 6 : y);
  }
}

function drawGrid(
  context: CanvasRenderingContext2D,
  { grid, frame }: HiddenSpaceScene,
  style: HiddenSpaceStyle,
): void {
  if (grid === null) return;
  const { lines, samples, axes } = grid.lines;
  for (const isAxis of [false, true]) {
    context.beginPath();
    for (let line = 0; line < lines; line++) {
      if (axes[line] !== isAxis) continue;
      for (let i = line * samples; i < (line + 1) * samples; i++) {
        const [x, y] = spotOf(frame, grid.placed.x[i] ?? 0, grid.placed.y[i] ?? 0);
        if (i === line * samples) context.moveTo(x, y);
        else context.lineTo(x, y);
      }
    }
    context.strokeStyle = isAxis ? style.inkFaint : style.frame;
    context.globalAlpha = isAxis ? 0.9 : 0.45;
    context.lineWidth = isAxis ? 1.1 : 0.8;
    context.stroke();
  }
  context.globalAlpha = 1;
}

function tracePath(context: CanvasRenderingContext2D, corners: readonly Spot[], by: Spot = [0, 0]): void {
  corners.forEach(([x, y], i) => {
    if (i === 0) context.moveTo(x + by[0], y + by[1]);
    else context.lineTo(x + by[0], y + by[1]);
  });
}

function drawThreshold(
  context: CanvasRenderingContext2D,
  { corners, toward, strong }: DrawnThreshold,
  style: HiddenSpaceStyle,
): void {
  if (corners.length > 2) {
    context.beginPath();
    tracePath(context, corners);
    context.closePath();
    context.globalAlpha = strong ? 0.16 : 0.05;
    context.fillStyle = style.ink;
    context.fill();
    context.globalAlpha = 1;
  } else if (toward !== null) drawPositiveSide(context, corners, toward, strong, style);
  context.beginPath();
  tracePath(context, corners);
  if (corners.length > 2) context.closePath();
  context.strokeStyle = strong ? style.ink : style.inkSecondary;
  context.lineWidth = strong ? 1.75 : 1.1;
  context.stroke();
}

/** A band along the line that is meant, a short stroke at the others. */
function drawPositiveSide(
  context: CanvasRenderingContext2D,
  corners: readonly Spot[],
  [dx, dy]: Spot,
  strong: boolean,
  style: HiddenSpaceStyle,
): void {
  const [a, b] = corners;
  if (a === undefined || b === undefined) return;
  context.strokeStyle = style.positive;
  context.beginPath();
  if (strong) {
    tracePath(context, corners, [(dx * BAND) / 2, (dy * BAND) / 2]);
    context.lineWidth = BAND;
    context.globalAlpha = 0.3;
  } else {
    const middle: Spot = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    tracePath(context, [middle, [middle[0] + dx * BAND, middle[1] + dy * BAND]]);
    context.lineWidth = 2;
  }
  context.stroke();
  context.globalAlpha = 1;
}

/** A unit's number at the upper end of its line. */
function drawLabel(
  context: CanvasRenderingContext2D,
  { corners, label }: DrawnThreshold,
  { left, top, side }: Frame,
  style: HiddenSpaceStyle,
): void {
  const end = corners.reduce<Spot | null>(
    (best, each) => (best === null || each[1] < best[1] ? each : best),
    null,
  );
  if (end === null || label === '') return;
  context.font = `600 11px ${style.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const x = Math.max(left + 9, Math.min(left + side - 9, end[0]));
  const y = Math.max(top + 9, Math.min(top + side - 9, end[1]));
  context.strokeStyle = style.paper;
  context.lineWidth = 4;
  context.strokeText(label, x, y);
  context.fillStyle = style.inkSecondary;
  context.fillText(label, x, y);
}

function drawRing(
  context: CanvasRenderingContext2D,
  { tokens, chosen, frame }: HiddenSpaceScene,
  style: HiddenSpaceStyle,
  radius: number,
): void {
  if (!(chosen < tokens.x.length)) return;
  const [x, y] = spotOf(frame, tokens.x[chosen] ?? 0, tokens.y[chosen] ?? 0);
  for (const [color, width] of [
    [style.paper, 5],
    [style.ink, 2],
  ] as const) {
    context.beginPath();
    context.arc(x, y, radius + 4, 0, 2 * Math.PI);
    context.strokeStyle = color;
    context.lineWidth = width;
    context.stroke();
  }
}
