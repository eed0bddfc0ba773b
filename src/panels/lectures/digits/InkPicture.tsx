import { useEffect, useRef } from 'react';
import { DIGIT_SIDE } from '../../../data/digits/digitShape';
import { cssColor } from '../../../figures/color';
import { paintInk } from '../../../figures/digits/paint';
import { useThemed } from '../../../controls/useThemeKey';

export interface InkPictureProps {
  /** [row][column], 0 … 1 */
  readonly shades: ArrayLike<number>;
  readonly side?: number;
  /** Accessible name; without one the picture is decoration. */
  readonly label?: string;
  readonly className: string;
}

/** A small picture in shades of ink. */
export function InkPicture({ shades, side = DIGIT_SIDE, label, className }: InkPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ink = useThemed(readInk);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) paintInk(context, shades, side, ink);
  }, [shades, side, ink]);
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return <canvas ref={canvas} className={className} width={side} height={side} {...named} />;
}

export function readInk(root: Element): string {
  return cssColor(root, 'ink');
}
