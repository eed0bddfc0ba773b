import { useEffect, useState, type RefObject } from 'react';

/** px on a phone, which scrolls */
const PHONE = 560;
/** px of the margins between the figure, loss and numbers */
const MARGINS = 8;

/** Height in px that the figure may take: what loss curves and numbers leave of the panel. */
export function useRoom(root: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(PHONE);
  useEffect(() => {
    const body = root.current?.closest<HTMLElement>('.output-body') ?? null;
    if (body === null) return undefined;
    const observer = new ResizeObserver(() => setRoom(roomIn(body)));
    observer.observe(body);
    return () => observer.disconnect();
  }, [root]);
  return room;
}

function roomIn(body: HTMLElement): number {
  const loss = body.querySelector('.loss-section');
  const least = loss === null ? 0 : Number.parseFloat(getComputedStyle(loss).minHeight);
  const numbers = body.querySelector<HTMLElement>('.metrics')?.offsetHeight ?? 0;
  return Math.floor(body.clientHeight - least - numbers - MARGINS);
}
