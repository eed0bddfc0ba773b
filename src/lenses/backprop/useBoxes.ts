import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Box, BoxSpace } from '../../figures/backprop/edges';

/**
 * Where the boxes stand that carry `data-box`, column by column, measured when the frame changes its size and when `key`
 * does; null before the first time.
 */
export function useBoxes(root: RefObject<HTMLElement | null>, key: string): BoxSpace | null {
  const [space, setSpace] = useState<BoxSpace | null>(null);
  useLayoutEffect(() => {
    const frame = root.current;
    if (frame === null) return undefined;
    const observer = new ResizeObserver(() => {
      const next = measure(frame);
      setSpace((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    });
    // A column may change its size within the frame's.
    for (const element of [frame, ...frame.children]) observer.observe(element);
    return () => observer.disconnect();
  }, [root, key]);
  return space;
}

function measure(frame: HTMLElement): BoxSpace {
  const columns: Box[][] = [];
  for (const box of frame.querySelectorAll<HTMLElement>('[data-box]')) {
    const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = box;
    const column = (columns[Number(box.dataset['box'])] ??= []);
    column.push({ left: offsetLeft, right: offsetLeft + offsetWidth, y: offsetTop + offsetHeight / 2 });
  }
  return { width: frame.offsetWidth, height: frame.offsetHeight, columns };
}
