import { placeX, type CurveScale } from '../../../figures/curve/layout';
import { writeAttribute } from './writeAttribute';

/** Puts the read-out's mark on the axis and says its value. */
export function placeSlider(
  slider: HTMLElement,
  scale: CurveScale,
  x: number,
  bishop: boolean,
  text: string,
): void {
  slider.style.left = `${placeX(scale, x)}px`;
  slider.style.top = `${scale.bottom}px`;
  writeAttribute(slider, 'aria-valuenow', (bishop ? (x + 1) / 2 : x).toFixed(3));
  writeAttribute(slider, 'aria-valuetext', text);
}
