import type { TokenOutputs } from '../../protocol/snapshot';
import { formatShort } from '../numbers';
import { along, type PredictedTrueScale } from './layout';

export interface PredictedTrueStyle {
  readonly ink: string;
  readonly inkFaint: string;
  readonly frame: string;
  readonly paper: string;
  readonly fontFamily: string;
}

export interface PredictedTrueTokens {
  readonly targets: Float64Array;
  readonly outputs: number;
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}

/** Each token at its true value (x) and its prediction (y); train filled, test hollow. */
export function drawPredictedTrue(
  context: CanvasRenderingContext2D,
  scale: PredictedTrueScale,
  tokens: PredictedTrueTokens,
  predictions: TokenOutputs,
  showTest: boolean,
  style: PredictedTrueStyle,
): void {
  drawFrame(context, scale, style);
  if (showTest) drawTokens(context, scale, tokens, tokens.test, predictions, style, true);
  drawTokens(context, scale, tokens, tokens.train, predictions, style, false);
}

function drawFrame(
  context: CanvasRenderingContext2D,
  scale: PredictedTrueScale,
  style: PredictedTrueStyle,
): void {
  const { left, top, side } = scale;
  context.strokeStyle = style.frame;
  context.lineWidth = 1;
  context.strokeRect(left + 0.5, top + 0.5, side - 1, side - 1);
  context.beginPath();
  context.moveTo(left, top + side);
  context.lineTo(left + side, top);
  context.stroke();
  context.font = `400 11px ${style.fontFamily}`;
  context.fillStyle = style.inkFaint;
  for (const value of scale.ticks) {
    const at = along(scale, value);
    context.textAlign = 'center';
    context.textBaseline = 'alphabetic';
    context.fillText(formatShort(value), left + at, top + side + 14);
    context.textAlign = 'right';
    context.textBaseline = 'middle';
    context.fillText(formatShort(value), left - 6, top + side - at);
  }
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillText('true', left + side / 2, top + side + 28);
  context.save();
  context.translate(left - 34, top + side / 2);
  context.rotate(-Math.PI / 2);
  context.fillText('predicted', 0, 0);
  context.restore();
}

function drawTokens(
  context: CanvasRenderingContext2D,
  scale: PredictedTrueScale,
  { targets, outputs }: PredictedTrueTokens,
  tokens: Uint32Array,
  { channels, values }: TokenOutputs,
  style: PredictedTrueStyle,
  test: boolean,
): void {
  const { left, top, side } = scale;
  context.beginPath();
  for (const token of tokens) {
    const x = left + along(scale, targets[token * outputs] ?? 0);
    const y = top + side - along(scale, values[token * channels] ?? 0);
    context.moveTo(x + 2, y);
    context.arc(x, y, 2, 0, 2 * Math.PI);
  }
  context.fillStyle = test ? style.paper : style.ink;
  context.strokeStyle = test ? style.inkFaint : style.ink;
  context.lineWidth = 1;
  context.globalAlpha = test ? 1 : 0.6;
  context.fill();
  if (test) context.stroke();
  context.globalAlpha = 1;
}
