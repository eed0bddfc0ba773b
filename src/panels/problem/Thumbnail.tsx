import { useEffect, useRef } from 'react';
import { useSize } from '../../controls/useSize';
import { useThemeKey } from '../../controls/useThemeKey';
import { drawThumbnail } from '../../figures/thumbnails/draw';
import type { ThumbnailPoints } from '../../figures/thumbnails/layout';

export function Thumbnail({ points, extent }: { points: ThumbnailPoints; extent: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width } = useSize(canvas);
  const theme = useThemeKey();
  useEffect(() => {
    if (canvas.current !== null && width > 0) drawThumbnail(canvas.current, points, extent, width);
  }, [points, extent, width, theme]);
  return <canvas ref={canvas} aria-hidden="true" />;
}
