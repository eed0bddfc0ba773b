import { useEffect, useRef } from 'react';
import { rampColor } from '../../../figures/color';
import type { Palette } from '../../../protocol/messages';

const STEPS = 64;

/** The colors from the most negative value to the most positive. */
export function Ramp({ palette }: { palette: Palette }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    for (let i = 0; context && i < STEPS; i++) {
      context.fillStyle = rampColor(palette, (2 * i) / (STEPS - 1) - 1);
      context.fillRect(i, 0, 1, 1);
    }
  }, [palette]);
  return <canvas ref={canvas} className="digit-ramp" width={STEPS} height={1} aria-hidden="true" />;
}
