import { cssColor, rampColor, readPalette } from '../color';
import { thumbnailPosition, type ThumbnailPoints } from './layout';

/** Points of which each counts, as the rows of a truth table. */
const FEW = 16;

/** Two classes wear the signs' colours, more wear the categories'. */
const TWO = ['neg', 'pos'] as const;

/** The points of a data set on a square canvas of `size` CSS px. */
export function drawThumbnail(
  canvas: HTMLCanvasElement,
  points: ThumbnailPoints,
  extent: number,
  size: number,
): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const ratio = Math.max(1, window.devicePixelRatio);
  canvas.width = Math.round(size * ratio);
  canvas.height = Math.round(size * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const radius = radiusOf(points) * size;
  const color = colorOf(points);
  for (let token = 0; token < points.count; token++) {
    const [x, y] = thumbnailPosition(
      points.inputs[2 * token] ?? 0,
      points.inputs[2 * token + 1] ?? 0,
      extent,
      size,
    );
    context.fillStyle = color(token);
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  }
}

/** As a share of the side: surfaces are covered, a few points are to be seen at all. */
function radiusOf({ classes, count }: ThumbnailPoints): number {
  if (classes === 0) return 0.045;
  return count > FEW ? 0.026 : 0.09;
}

function colorOf(points: ThumbnailPoints): (token: number) => string {
  const root = document.documentElement;
  if (points.classes === 0) {
    const palette = readPalette(root);
    return (token) => rampColor(palette, points.targets[token] ?? 0);
  }
  const colors = Array.from({ length: points.classes }, (_, k) =>
    cssColor(root, points.classes === 2 ? (TWO[k] ?? 'pos') : `cat-${k + 1}`),
  );
  return (token) => colors[points.labels[token] ?? 0] ?? '';
}
