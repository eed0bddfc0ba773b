import { useEffect, useState, useSyncExternalStore } from 'react';

/** Pixels of the screen for one CSS px; follows zooming and moving to another screen. */
export function usePixelRatio(): number {
  return useSyncExternalStore(subscribe, () => devicePixelRatio);
}

function subscribe(changed: () => void): () => void {
  let list: MediaQueryList;
  const listen = () => {
    list = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    list.addEventListener('change', again, { once: true });
  };
  const again = () => {
    listen();
    changed();
  };
  listen();
  return () => list.removeEventListener('change', again);
}

/** The page's font for text on canvases; another string once its files have arrived. */
export function useCanvasFont(): string {
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    let wanted = true;
    void document.fonts.ready.then(() => wanted && setLoaded(true));
    return () => {
      wanted = false;
    };
  }, []);
  return loaded ? "'Inter Variable', system-ui, sans-serif" : 'system-ui, sans-serif';
}

/** A canvas' context scaled to CSS px and cleared; its bitmap is made anew only when the size has changed. */
export function prepareCanvas(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  pixelRatio: number,
): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d');
  const columns = Math.max(1, Math.round(width * pixelRatio));
  const rows = Math.max(1, Math.round(height * pixelRatio));
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns;
    canvas.height = rows;
  }
  context?.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}
