import { useLayoutEffect, type ReactNode, type RefObject } from 'react';

/** What had the focus, so that it can be found again in another layout. */
export interface HeldFocus {
  readonly tag: string;
  readonly name: string;
}

export interface KeepFocusProps {
  /** outlives the layouts */
  readonly held: RefObject<HeldFocus | null>;
  readonly children: ReactNode;
}

/** Frames in which a control may still appear: a layout may have to load, and the network to learn its size. */
const LONGEST = 60;

/** Around a layout: when another takes its place, the focus goes to the control of the same name there, else to Play. */
export function KeepFocus({ held, children }: KeepFocusProps) {
  useLayoutEffect(() => {
    const stop = held.current === null ? () => undefined : giveFocus(held.current);
    return () => {
      stop();
      held.current = focusOf(document.activeElement);
    };
  }, [held]);
  return children;
}

function focusOf(element: Element | null): HeldFocus | null {
  if (element === null || element === document.body) return null;
  return { tag: element.tagName, name: nameOf(element) };
}

function nameOf(element: Element): string {
  const labels = 'labels' in element && element.labels instanceof NodeList ? element.labels : null;
  return element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent;
}

function giveFocus({ tag, name }: HeldFocus): () => void {
  let frame = 0;
  let tried = 0;
  function attempt(): void {
    // Somebody may have gone elsewhere since.
    if (document.activeElement !== document.body) return;
    const same = [...document.querySelectorAll<HTMLElement>(tag)].find((each) => nameOf(each) === name);
    if (same !== undefined) same.focus();
    else if (tried++ < LONGEST) frame = requestAnimationFrame(attempt);
    else document.querySelector<HTMLElement>('.transport-play')?.focus();
  }
  attempt();
  return () => cancelAnimationFrame(frame);
}
