import { useEffect, useRef } from 'react';
import { useThemed } from '../../controls/useThemeKey';
import { readPalette } from '../../figures/color';
import { writeText } from '../../figures/writeText';

/** Colours of the ramp: 511 from −1 over 0 to +1 */
const COLORS = 511;

/** The colours of a map between the values at their ends, which the frames write. */
export function MapScale({ plot }: { plot: string }) {
  const bar = useRef<HTMLCanvasElement>(null);
  const palette = useThemed(readPalette);
  useEffect(() => {
    const context = bar.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(COLORS, 1);
    for (let i = 0; i < COLORS; i++) image.data.set([...palette.ramp.subarray(3 * i, 3 * i + 3), 255], 4 * i);
    context.putImageData(image, 0, 0);
  }, [palette]);
  return (
    <div className="unit-lens-scale" data-scale={plot}>
      <span />
      <canvas ref={bar} width={COLORS} height={1} aria-hidden="true" />
      <span />
    </div>
  );
}

/** Writes the ends of a map's colours. */
export function writeScale(box: HTMLElement, plot: string, low: string, high: string): void {
  const [first, last] = box.querySelectorAll(`[data-scale="${plot}"] > span`);
  writeText(first, low);
  writeText(last, high);
}
