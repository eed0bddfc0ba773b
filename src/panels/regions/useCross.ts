import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { placeAt, shareX, shareY } from '../../figures/decisionMap/layout';
import { formatShort } from '../../figures/numbers';
import type { PointedPlace } from './regionsView';

/** Shares of half the square's side that an arrow key moves the cross-hair, and with Shift. */
const STEPS = [1 / 60, 1 / 6] as const;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

export interface CrossOptions {
  /** the element that lies over the map's square */
  readonly overlay: RefObject<HTMLElement | null>;
  readonly extent: number;
  readonly onPoint: (place: PointedPlace | null) => void;
  /** the region in words, for who does not see the map */
  readonly words: () => string;
}

/** A place of the map by pointer or by arrow keys; the returned properties belong to the cross-hair. */
export function useCross({ overlay, extent, onPoint, words }: CrossOptions) {
  const place = useRef({ x1: 0, x2: 0 });
  const cross = useRef<HTMLDivElement>(null);
  const point = useRef(onPoint);
  useEffect(() => {
    point.current = onPoint;
  });

  useEffect(() => {
    // The map itself takes the pointer for its points; this listens beside it.
    const map = overlay.current?.parentElement ?? null;
    const follow = (event: PointerEvent) => {
      const box = overlay.current?.getBoundingClientRect();
      if (box === undefined || box.width === 0) return;
      const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
      const inside = x >= 0 && x <= 1 && y >= 0 && y <= 1;
      point.current(inside ? { ...placeAt(x, y, extent), cross: false } : null);
    };
    const leave = () => point.current(null);
    map?.addEventListener('pointermove', follow);
    map?.addEventListener('pointerdown', follow);
    map?.addEventListener('pointerleave', leave);
    return () => {
      map?.removeEventListener('pointermove', follow);
      map?.removeEventListener('pointerdown', follow);
      map?.removeEventListener('pointerleave', leave);
    };
  }, [overlay, extent]);

  function show(): void {
    const { x1, x2 } = place.current;
    onPoint({ x1, x2, cross: true });
    if (cross.current === null) return;
    cross.current.style.left = `${100 * shareX(x1, extent)}%`;
    cross.current.style.top = `${100 * shareY(x2, extent)}%`;
    cross.current.setAttribute('aria-valuenow', formatPlain(x1));
    cross.current.setAttribute('aria-valuetext', words());
  }

  function onKeyDown(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key];
    if (arrow === undefined && event.key !== 'Home') return;
    event.preventDefault();
    const [right, up] = arrow ?? [0, 0];
    const step = extent * STEPS[event.shiftKey ? 1 : 0];
    const { x1, x2 } = place.current;
    const clamp = (value: number) => Math.max(-extent, Math.min(extent, Number(value.toPrecision(6))));
    place.current =
      arrow === undefined ? { x1: 0, x2: 0 } : { x1: clamp(x1 + right * step), x2: clamp(x2 + up * step) };
    show();
  }

  return { ref: cross, onKeyDown, onFocus: show, onBlur: () => onPoint(null) };
}

/** As attributes want numbers: with a plain minus sign. */
function formatPlain(value: number): string {
  return formatShort(value).replace('−', '-');
}
