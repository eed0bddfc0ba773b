import { useEffect, useRef } from 'react';
import { PHONE, useMedia } from '../../controls/useMedia';
import { useFrame, useSelect } from '../../store/context';
import './ZoomLines.css';

/**
 * Two hairlines by which the output unit's picture grows into the output figure. They lie over the whole page and find
 * their ends by `data-zoom-source` (the unit) and `data-zoom-target` (the figure).
 */
export function ZoomLines() {
  const svg = useRef<SVGSVGElement>(null);
  const lines = useRef<FollowedLines | null>(null);
  const phone = useMedia(PHONE);
  const experiment = useSelect((state) => state.experiment);
  useEffect(() => {
    if (svg.current === null) return undefined;
    const followed = followEnds(svg.current);
    lines.current = followed;
    return followed.dispose;
  }, [phone]);
  // The ends come and go with the figures that they belong to; measuring them in every frame would be dear.
  useFrame(() => lines.current?.findEnds(), [phone]);
  useEffect(() => lines.current?.update(), [experiment]);
  if (phone) return null;
  return (
    <svg ref={svg} className="zoom-lines" aria-hidden="true">
      <path className="zoom-lines-area" />
      <path className="zoom-lines-edges" />
    </svg>
  );
}

interface FollowedLines {
  /** Looks for ends that are not there yet, or no longer. */
  readonly findEnds: () => void;
  /** Draws anew before the next frame. */
  readonly update: () => void;
  readonly dispose: () => void;
}

/** Keeps the lines at their ends when these or the panels around them change their size, and when something scrolls. */
function followEnds(svg: SVGSVGElement): FollowedLines {
  let scheduled = 0;
  let ends: readonly Element[] = [];
  const update = () => {
    cancelAnimationFrame(scheduled);
    scheduled = requestAnimationFrame(() => drawZoomLines(svg));
  };
  const observer = new ResizeObserver(update);
  const findEnds = () => {
    if (ends.length === 3 && ends.every((end) => end.isConnected)) return;
    const found = ['[data-zoom-source]', '[data-zoom-target]', '.network-body'].flatMap((selector) => {
      const element = document.querySelector(selector);
      return element === null ? [] : [element];
    });
    if (found.length === ends.length && found.every((end, i) => end === ends[i])) return;
    ends = found;
    observer.disconnect();
    for (const end of ends) observer.observe(end);
    update();
  };
  addEventListener('resize', update);
  addEventListener('scroll', update, { capture: true, passive: true });
  findEnds();
  const dispose = () => {
    cancelAnimationFrame(scheduled);
    observer.disconnect();
    removeEventListener('resize', update);
    removeEventListener('scroll', update, { capture: true });
  };
  return { findEnds, update, dispose };
}

function drawZoomLines(svg: SVGSVGElement): void {
  const lines = zoomLines(svg.getBoundingClientRect());
  const [area, edges] = svg.children;
  if (area?.getAttribute('d') === (lines?.area ?? '')) return;
  area?.setAttribute('d', lines?.area ?? '');
  edges?.setAttribute('d', lines?.edges ?? '');
}

/** Both paths, or null where one end is not in view or the figure does not stand to the right of the unit. */
function zoomLines(origin: DOMRect): { area: string; edges: string } | null {
  const source = document.querySelector('[data-zoom-source]');
  const target = document.querySelector('[data-zoom-target]')?.getBoundingClientRect();
  const panel = source?.closest('.network-body')?.getBoundingClientRect();
  const unit = source?.getBoundingClientRect();
  if (!unit || !panel || !target || target.width === 0 || target.left < unit.right) return null;
  if (unit.top < panel.top || unit.bottom > panel.bottom || unit.right > panel.right + 1) return null;
  const point = (x: number, y: number) => `${(x - origin.left).toFixed(1)},${(y - origin.top).toFixed(1)}`;
  const from = unit.right + 2;
  const to = target.left - 1;
  const [a, b] = [point(from, unit.top), point(to, target.top)];
  const [c, d] = [point(to, target.bottom), point(from, unit.bottom)];
  return { area: `M${a}L${b}L${c}L${d}Z`, edges: `M${a}L${b}M${d}L${c}` };
}
