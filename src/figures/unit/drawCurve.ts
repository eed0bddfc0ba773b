import type { ActivationCurve } from '../activations/census';
import { formatShort } from '../numbers';
import { bandY, curveX, CURVE_SAMPLES, RUG_HEIGHT, type Band, type CurvePlot } from './curvePlot';

/** What the unit figures take from the theme. */
export interface UnitStyle {
  readonly ink: string;
  readonly inkSecondary: string;
  readonly inkFaint: string;
  readonly rule: string;
  readonly paper: string;
  /** colour of each class's tokens; empty for regression */
  readonly classes: readonly string[];
  /** CSS font family */
  readonly fontFamily: string;
}

export interface CurveTokens {
  /** [token] */
  readonly excitations: Float32Array;
  /** [token] for tokens off a common curve, as with softmax; null: they lie on it */
  readonly values: Float32Array | null;
  readonly train: Uint32Array;
  readonly test: Uint32Array;
  /** [token] class; empty for regression */
  readonly labels: Uint8Array;
  /** token to be marked */
  readonly marked: number;
}

/** Beyond this many tokens a dot for each would hide the curve and cost the frame: they are ticks then. */
const MOST_DOTS = 600;

/** σ with the tokens on it, their excitations as a rug, σ′ below. `curve` is null where units depend on one another. */
export function drawCurve(
  context: CanvasRenderingContext2D,
  plot: CurvePlot,
  curve: ActivationCurve | null,
  tokens: CurveTokens,
  style: UnitStyle,
): void {
  drawAxes(context, plot, curve !== null, style);
  if (curve !== null) {
    strokeCurve(context, plot, plot.value, curve.value, style.ink, 1.75);
    strokeCurve(context, plot, plot.slope, curve.derivative, style.inkSecondary, 1.25);
  }
  drawRug(context, plot, tokens, style);
  if (tokens.excitations.length <= MOST_DOTS || curve === null) drawDots(context, plot, curve, tokens, style);
  drawMarked(context, plot, curve, tokens, style);
}

function drawAxes(
  context: CanvasRenderingContext2D,
  plot: CurvePlot,
  slope: boolean,
  style: UnitStyle,
): void {
  context.lineWidth = 1;
  context.strokeStyle = style.rule;
  context.beginPath();
  const zero = Math.round(curveX(plot, 0)) + 0.5;
  for (const band of slope ? [plot.value, plot.slope] : [plot.value]) {
    context.moveTo(zero, band.top);
    context.lineTo(zero, band.bottom);
    const base = Math.round(bandY(band, 0)) + 0.5;
    context.moveTo(plot.left, base);
    context.lineTo(plot.right, base);
  }
  context.stroke();
  context.font = `400 11px ${style.fontFamily}`;
  context.fillStyle = style.inkFaint;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  drawEnds(context, plot, plot.value);
  if (slope) drawEnds(context, plot, plot.slope);
  context.textBaseline = 'alphabetic';
  const y = plot.height - 4;
  context.textAlign = 'left';
  context.fillText(formatShort(-plot.reach), plot.left, y);
  context.textAlign = 'center';
  context.fillText('e', curveX(plot, 0), y);
  context.textAlign = 'right';
  context.fillText(formatShort(plot.reach), plot.right, y);
}

/** The least and the largest value, and 0 where it is neither and has room. */
function drawEnds(context: CanvasRenderingContext2D, plot: CurvePlot, band: Band): void {
  const x = plot.left - 5;
  const values = [band.high, band.low];
  const clear = (a: number, b: number) => Math.abs(bandY(band, a) - bandY(band, b)) > 13;
  if (clear(0, band.low) && clear(0, band.high)) values.push(0);
  for (const value of values)
    context.fillText(formatShort(Number(value.toPrecision(2))), x, bandY(band, value));
}

function strokeCurve(
  context: CanvasRenderingContext2D,
  plot: CurvePlot,
  band: Band,
  f: (e: number) => number,
  color: string,
  width: number,
): void {
  context.beginPath();
  for (let i = 0; i <= CURVE_SAMPLES; i++) {
    const e = plot.reach * ((2 * i) / CURVE_SAMPLES - 1);
    const y = bandY(band, f(e));
    if (i === 0) context.moveTo(curveX(plot, e), y);
    else context.lineTo(curveX(plot, e), y);
  }
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.strokeStyle = color;
  context.stroke();
}

const colorOf = (tokens: CurveTokens, token: number, style: UnitStyle): string =>
  style.classes[tokens.labels[token] ?? -1] ?? style.ink;

/** Tokens that train stand full in the upper half of the rug, those that test are shorter and paler below. */
function drawRug(
  context: CanvasRenderingContext2D,
  plot: CurvePlot,
  tokens: CurveTokens,
  style: UnitStyle,
): void {
  const half = RUG_HEIGHT / 2;
  context.globalAlpha = 0.45;
  for (const token of tokens.test) {
    context.fillStyle = colorOf(tokens, token, style);
    context.fillRect(curveX(plot, tokens.excitations[token] ?? 0) - 0.4, plot.rug + half + 1, 0.8, half - 1);
  }
  context.globalAlpha = 0.85;
  for (const token of tokens.train) {
    context.fillStyle = colorOf(tokens, token, style);
    context.fillRect(curveX(plot, tokens.excitations[token] ?? 0) - 0.5, plot.rug + 1, 1, half);
  }
  context.globalAlpha = 1;
}

function heightOf(
  plot: CurvePlot,
  curve: ActivationCurve | null,
  tokens: CurveTokens,
  token: number,
): number {
  const e = tokens.excitations[token] ?? 0;
  return bandY(plot.value, curve === null ? (tokens.values?.[token] ?? 0) : curve.value(e));
}

function drawDots(
  context: CanvasRenderingContext2D,
  plot: CurvePlot,
  curve: ActivationCurve | null,
  tokens: CurveTokens,
  style: UnitStyle,
): void {
  const trace = (token: number): void => {
    const x = curveX(plot, tokens.excitations[token] ?? 0);
    context.beginPath();
    context.arc(x, heightOf(plot, curve, tokens, token), 2.1, 0, 7);
  };
  context.lineWidth = 1;
  context.fillStyle = style.paper;
  for (const token of tokens.test) {
    trace(token);
    context.fill();
    context.strokeStyle = colorOf(tokens, token, style);
    context.stroke();
  }
  for (const token of tokens.train) {
    trace(token);
    context.fillStyle = colorOf(tokens, token, style);
    context.fill();
  }
}

const DASHED = [2, 2];
const SOLID: number[] = [];

/** The chosen token: ringed on the curve, and its slope on σ′. */
function drawMarked(
  context: CanvasRenderingContext2D,
  plot: CurvePlot,
  curve: ActivationCurve | null,
  tokens: CurveTokens,
  style: UnitStyle,
): void {
  const e = tokens.excitations[tokens.marked];
  if (e === undefined) return;
  const x = curveX(plot, e);
  const y = heightOf(plot, curve, tokens, tokens.marked);
  context.lineWidth = 1;
  context.strokeStyle = style.ink;
  context.setLineDash(DASHED);
  context.beginPath();
  context.moveTo(x, y);
  const slope = curve === null ? plot.rug : bandY(plot.slope, curve.derivative(e));
  context.lineTo(x, slope);
  context.stroke();
  context.setLineDash(SOLID);
  drawRing(context, x, y, style);
  if (curve === null) return;
  context.beginPath();
  context.arc(x, slope, 2.5, 0, 7);
  context.fillStyle = style.ink;
  context.fill();
}

/** A ring of ink between rings of paper: the chosen token, in every figure. */
export function drawRing(context: CanvasRenderingContext2D, x: number, y: number, style: UnitStyle): void {
  context.strokeStyle = style.paper;
  context.lineWidth = 4;
  context.beginPath();
  context.arc(x, y, 5.5, 0, 7);
  context.stroke();
  context.strokeStyle = style.ink;
  context.lineWidth = 1.75;
  context.stroke();
}
