/** px kept between what is revealed and the edge of its scroller */
const MARGIN = 12;

/**
 * Scrolls the frame's own scroller, and never the page, to the current box, and as far as there is room to its links and
 * what stands on them.
 */
export function reveal(frame: HTMLElement): void {
  const scroller = frame.parentElement;
  const current = frame.querySelector('[data-current]')?.getBoundingClientRect();
  if (scroller === null || current === undefined) return;
  const view = scroller.getBoundingClientRect();
  const boxes = (selector: string) =>
    Array.from(frame.querySelectorAll(selector), (each) => each.getBoundingClientRect());
  const high = [current, ...boxes('.edge-message')].map(({ top, bottom }): Range => [top, bottom]);
  const wide = [current, ...boxes('.edge')].map(({ left, right }): Range => [left, right]);
  scroller.scrollTop += distance(high, view.top, scroller.clientHeight);
  scroller.scrollLeft += distance(wide, view.left, scroller.clientWidth);
}

type Range = readonly [from: number, to: number];

/** The shortest way that brings all ranges into view, or the first alone where all are too much. */
function distance(ranges: readonly Range[], start: number, size: number): number {
  const from = Math.min(...ranges.map(([each]) => each)) - start - MARGIN;
  const to = Math.max(...ranges.map(([, each]) => each)) - start + MARGIN;
  if (to - from > size && ranges.length > 1) return distance(ranges.slice(0, 1), start, size);
  return from < 0 ? from : Math.max(0, to - size);
}
