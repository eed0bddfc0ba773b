import { useLayoutEffect, type RefObject } from 'react';

/** Room kept to the edges of the window, in px. */
const MARGIN = 8;

export interface Floating {
  readonly anchor: RefObject<Element | null>;
  /** An element with `popover="manual"`, in the document while it is open. */
  readonly popover: RefObject<HTMLElement | null>;
  readonly open: boolean;
  readonly align?: 'start' | 'center' | 'end';
  /** px between the two */
  readonly gap?: number;
}

/** Lifts an element above everything and keeps it beside its anchor, within the window. */
export function useFloating({ anchor, popover, open, align = 'start', gap = 4 }: Floating): void {
  useLayoutEffect(() => {
    const element = popover.current;
    const beside = anchor.current;
    if (!open || element === null || beside === null) return undefined;
    const update = () => place(beside, element, align, gap);
    element.showPopover();
    update();
    const resized = new ResizeObserver(update);
    resized.observe(element);
    addEventListener('resize', update);
    addEventListener('scroll', update, { capture: true, passive: true });
    return () => {
      resized.disconnect();
      removeEventListener('resize', update);
      removeEventListener('scroll', update, { capture: true });
      if (element.matches(':popover-open')) element.hidePopover();
    };
  }, [anchor, popover, open, align, gap]);
}

function place(beside: Element, element: HTMLElement, align: 'start' | 'center' | 'end', gap: number): void {
  const at = beside.getBoundingClientRect();
  const { width, height } = element.getBoundingClientRect();
  const root = document.documentElement;
  const offset = align === 'start' ? 0 : (at.width - width) * (align === 'center' ? 0.5 : 1);
  const left = Math.max(MARGIN, Math.min(root.clientWidth - MARGIN - width, at.left + offset));
  const below = at.bottom + gap;
  const fits = below + height <= root.clientHeight - MARGIN || at.top - gap - height < MARGIN;
  element.style.left = `${left}px`;
  element.style.top = `${Math.max(MARGIN, fits ? Math.min(below, root.clientHeight - MARGIN - height) : at.top - gap - height)}px`;
}
