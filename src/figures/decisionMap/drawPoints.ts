import type { Palette } from '../../protocol/messages';
import { rampColor } from '../color';
import { formOf, traceForm } from './forms';
import { pointPlace, shareX, shareY, type PlanePoints } from './layout';
import { DEEP_CLASSES, type MapStyle } from './style';

export interface PointsLook {
  readonly style: MapStyle;
  readonly palette: Palette;
  /** half the side of the square, in the plane's units */
  readonly extent: number;
  /** px */
  readonly side: number;
  readonly radius: number;
  readonly showTest: boolean;
  /** regression: the value that full colour stands for */
  readonly scale: number;
}

/** Points on the decision map: those that train filled and on top, those that test hollow. */
export function drawPoints(context: CanvasRenderingContext2D, points: PlanePoints, look: PointsLook): void {
  context.clearRect(0, 0, look.side, look.side);
  context.lineJoin = 'round';
  if (look.showTest) for (const token of points.test) drawPoint(context, points, token, true, look);
  for (const token of points.train) drawPoint(context, points, token, false, look);
}

function drawPoint(
  context: CanvasRenderingContext2D,
  points: PlanePoints,
  token: number,
  test: boolean,
  look: PointsLook,
): void {
  const place = pointPlace(points, token);
  const x = shareX(place.x1, look.extent) * look.side;
  const y = shareY(place.x2, look.extent) * look.side;
  if (points.classes === 0) {
    drawValue(context, x, y, points.targets[token * points.outputs] ?? 0, test, look);
    return;
  }
  const label = points.labels[token] ?? 0;
  const form = formOf(label, points.classes);
  const color = look.style.classes[label] ?? look.style.ink;
  const outlined = points.classes > 2 && label >= DEEP_CLASSES;
  context.beginPath();
  traceForm(context, form, x, y, test ? look.radius - 0.25 : look.radius + 0.15);
  context.fillStyle = test ? look.style.paper : color;
  context.strokeStyle = test ? color : outlined ? look.style.ink : look.style.paper;
  context.lineWidth = test ? 1.5 : 0.9;
  context.fill();
  context.stroke();
}

/** Regression: the value as a colour, within an ink outline that stands out from a map of the same colour. */
function drawValue(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  value: number,
  test: boolean,
  { style, palette, radius, scale }: PointsLook,
): void {
  const color = rampColor(palette, value / scale);
  context.beginPath();
  context.arc(x, y, radius + 0.5, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
  context.strokeStyle = style.inkSecondary;
  context.lineWidth = 0.8;
  context.stroke();
  if (!test) return;
  context.beginPath();
  context.arc(x, y, radius - 1.1, 0, 2 * Math.PI);
  context.fillStyle = style.paper;
  context.fill();
  context.lineWidth = 0.6;
  context.stroke();
}
