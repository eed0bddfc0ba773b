export interface Late {
  readonly due: (again: () => void) => boolean;
  readonly cancel: () => void;
}

/** At most one count in every interval; a frame that came too early is counted when the interval is over. */
export function createLate(interval: number): Late {
  let last = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    due(again: () => void): boolean {
      const wait = last + interval - performance.now();
      clearTimeout(timer);
      if (wait > 0) {
        timer = setTimeout(again, wait);
        return false;
      }
      last = performance.now();
      return true;
    },
    cancel: () => clearTimeout(timer),
  };
}
