import { ticks } from 'd3';
import { formatShort } from '../numbers';
import { barPlace, type BarLayout } from './bars';
import { setStroke } from './strokes';
import type { PlanesStyle } from './style';

export interface BarsPicture {
  readonly layout: BarLayout;
  readonly width: number;
  readonly lengths: Float64Array;
  /** [token] 1 for those that test */
  readonly tests: Uint8Array;
  readonly token: number;
  readonly style: PlanesStyle;
  readonly fontFamily: string;
}

/** Error by token: filled bars train, hollow ones test, the chosen token is marked below. */
export function drawBars(context: CanvasRenderingContext2D, picture: BarsPicture): void {
  const { layout, lengths, tests, token, style } = picture;
  drawBarAxis(context, picture);
  for (let i = 0; i < lengths.length; i++) {
    const { x, top } = barPlace(layout, i, lengths[i] ?? 0);
    const { barWidth, ground } = layout;
    const left = x - barWidth / 2;
    if (tests[i] === 1 && barWidth >= 3) {
      setStroke(context, { color: style.error, width: 1.2 });
      context.strokeRect(left + 0.6, top + 0.6, barWidth - 1.2, Math.max(0, ground - top - 0.6));
    } else {
      context.fillStyle = style.error;
      context.fillRect(left, top, barWidth, ground - top);
    }
  }
  const { x } = barPlace(layout, token, 0);
  context.fillStyle = style.ink;
  context.beginPath();
  context.moveTo(x, layout.ground + 4);
  context.lineTo(x + 4.5, layout.ground + 11);
  context.lineTo(x - 4.5, layout.ground + 11);
  context.fill();
}

function drawBarAxis(
  context: CanvasRenderingContext2D,
  { layout, width, lengths, token, style, fontFamily }: BarsPicture,
): void {
  context.font = `11px ${fontFamily}`;
  context.fillStyle = style.inkFaint;
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  setStroke(context, { color: style.rule, width: 1 });
  for (const tick of ticks(0, layout.high, 3)) {
    const y = Math.round(layout.ground - tick * layout.scale) + 0.5;
    context.beginPath();
    context.moveTo(layout.left, y);
    context.lineTo(width, y);
    context.stroke();
    if (tick > 0) context.fillText(formatShort(tick), layout.left - 5, y);
  }
  setStroke(context, { color: style.frame, width: 1 });
  context.beginPath();
  context.moveTo(layout.left, layout.ground + 0.5);
  context.lineTo(width, layout.ground + 0.5);
  context.stroke();
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  for (const tick of ticks(1, lengths.length, 4)) {
    const { x } = barPlace(layout, tick - 1, 0);
    const chosen = barPlace(layout, token, 0).x;
    if (!Number.isInteger(tick) || Math.abs(x - chosen) <= 14) continue;
    const text = String(tick);
    // The last one ends where the axis does.
    context.fillText(text, Math.min(x, width - context.measureText(text).width / 2), layout.ground + 13);
  }
}
