import type { Point } from '../../../figures/gates/planes';
import { writeText } from '../../../figures/writeText';

/** Lines of an SVG picture that frames move. */

/** px below which an arrow would be nothing but its head */
const LEAST = 1.5;

/** Moves a line, or hides it where there is none or it is too short to have a direction. */
export function placeLine(line: SVGLineElement | null, from: Point | null, to: Point | null): void {
  if (line === null) return;
  const isShown = from !== null && to !== null && Math.hypot(to.x - from.x, to.y - from.y) >= LEAST;
  line.style.display = isShown ? '' : 'none';
  if (!isShown) return;
  line.setAttribute('x1', from.x.toFixed(2));
  line.setAttribute('y1', from.y.toFixed(2));
  line.setAttribute('x2', to.x.toFixed(2));
  line.setAttribute('y2', to.y.toFixed(2));
}

/** Moves a circle, or hides it. */
export function placeCircle(circle: SVGCircleElement | null, at: Point | null): void {
  if (circle === null) return;
  circle.style.display = at === null ? 'none' : '';
  if (at === null) return;
  circle.setAttribute('cx', at.x.toFixed(2));
  circle.setAttribute('cy', at.y.toFixed(2));
}

/** Moves a word, or hides it. */
export function placeText(text: SVGTextElement | null, at: Point | null, words: string): void {
  if (text === null) return;
  writeText(text, words);
  text.style.display = at === null ? 'none' : '';
  if (at === null) return;
  text.setAttribute('x', at.x.toFixed(2));
  text.setAttribute('y', at.y.toFixed(2));
}
