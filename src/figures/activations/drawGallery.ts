import { formatShort } from '../numbers';
import type { ActivationCurve } from './census';
import { GALLERY_REACH } from './strip';

/** One small multiple: σ strong, σ′ fine, on axes that all of them share in e. */

export interface GalleryStyle {
  readonly ink: string;
  readonly inkSecondary: string;
  readonly inkFaint: string;
  readonly rule: string;
  readonly fontFamily: string;
}

/** px; the strips below keep to the same edges */
export const GALLERY_LEFT = 24;
export const GALLERY_RIGHT = 4;
const PAD = 6;
const SAMPLES = 200;

/** Least and largest of σ and σ′ on show; unbounded activations are cut off at these. */
const LIMIT = { low: -1.4, high: 2.2 };

interface Frame {
  readonly x: (e: number) => number;
  readonly y: (value: number) => number;
}

function frameFor(curve: ActivationCurve, width: number, height: number): Frame {
  let low = -0.15;
  let high = 1.05;
  for (let i = 0; i <= SAMPLES; i++) {
    const e = GALLERY_REACH * ((2 * i) / SAMPLES - 1);
    low = Math.min(low, curve.value(e), curve.derivative(e));
    high = Math.max(high, curve.value(e), curve.derivative(e));
  }
  low = Math.max(low, LIMIT.low);
  high = Math.min(high, LIMIT.high);
  const share = (value: number) => (value - low) / (high - low);
  return {
    x: (e) =>
      GALLERY_LEFT + ((e + GALLERY_REACH) / (2 * GALLERY_REACH)) * (width - GALLERY_LEFT - GALLERY_RIGHT),
    y: (value) => height - PAD - share(value) * (height - 2 * PAD),
  };
}

export function drawGalleryCurve(
  context: CanvasRenderingContext2D,
  curve: ActivationCurve,
  width: number,
  height: number,
  style: GalleryStyle,
): void {
  const frame = frameFor(curve, width, height);
  drawAxes(context, frame, width, height, style);
  context.save();
  context.beginPath();
  context.rect(GALLERY_LEFT, 0, width - GALLERY_LEFT, height);
  context.clip();
  stroke(context, frame, curve.derivative, style.inkFaint, 1);
  stroke(context, frame, curve.value, style.ink, 1.75);
  context.restore();
}

function drawAxes(
  context: CanvasRenderingContext2D,
  { x, y }: Frame,
  width: number,
  height: number,
  style: GalleryStyle,
): void {
  context.strokeStyle = style.rule;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(GALLERY_LEFT, Math.round(y(0)) + 0.5);
  context.lineTo(width - GALLERY_RIGHT, Math.round(y(0)) + 0.5);
  context.moveTo(Math.round(x(0)) + 0.5, 0);
  context.lineTo(Math.round(x(0)) + 0.5, height);
  context.stroke();
  context.font = `400 11px ${style.fontFamily}`;
  context.fillStyle = style.inkFaint;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  const clear = Math.abs(y(0) - y(1)) > 10;
  for (const value of clear ? [-1, 0, 1] : [0])
    if (y(value) < height) context.fillText(formatShort(value), GALLERY_LEFT - 5, y(value));
}

/** A jump from one sample to the next is left open, as at the step's edge. */
function stroke(
  context: CanvasRenderingContext2D,
  { x, y }: Frame,
  f: (e: number) => number,
  color: string,
  lineWidth: number,
): void {
  context.beginPath();
  let last = NaN;
  for (let i = 0; i <= SAMPLES; i++) {
    const e = GALLERY_REACH * ((2 * i) / SAMPLES - 1);
    const value = f(e);
    if (Math.abs(value - last) < 0.4) context.lineTo(x(e), y(value));
    else context.moveTo(x(e), y(value));
    last = value;
  }
  context.lineWidth = lineWidth;
  context.lineJoin = 'round';
  context.strokeStyle = color;
  context.stroke();
}
