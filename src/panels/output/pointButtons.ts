import { pointPlace, shareX, shareY, type PlanePoints } from '../../figures/decisionMap/layout';
import { formatFixed } from '../../figures/numbers';

/** The focusable elements of the points: plain buttons over the picture, of which one at a time can be tabbed to. */
export interface PointButtons {
  update(points: PlanePoints, view: PointView): void;
  /** Puts the focus on a token's button. */
  focus(token: number): void;
  /** The token `by` places after another in reading order, or that one itself at the end. */
  next(token: number, by: number): number;
}

export interface PointView {
  /** half the side of the square */
  readonly extent: number;
  readonly showTest: boolean;
  readonly classNames: readonly { readonly name: string }[];
}

/** A button and what it was last written for. */
interface Entry {
  readonly button: HTMLButtonElement;
  token: number;
  test: boolean;
  what: string;
  x1: number;
  x2: number;
  extent: number;
}

export function createPointButtons(container: HTMLElement): PointButtons {
  const entries: Entry[] = [];
  /** token that Tab goes to */
  let current = 0;

  container.addEventListener('focusin', ({ target }) => {
    const entry = entries.find(({ button }) => button === target);
    if (entry) makeCurrent(entry.token);
  });

  function makeCurrent(token: number): void {
    current = token;
    const at = indexOf(token);
    entries.forEach(({ button }, i) => {
      const tabIndex = i === at ? 0 : -1;
      if (button.tabIndex !== tabIndex) button.tabIndex = tabIndex;
    });
  }

  /** A token's place in the list; the nearest where it is not shown. */
  function indexOf(token: number): number {
    const at = entries.findIndex((entry) => entry.token >= token);
    return at < 0 ? entries.length - 1 : at;
  }

  function entryAt(index: number): Entry {
    const known = entries[index];
    if (known) return known;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'point-group-point';
    button.tabIndex = -1;
    container.append(button);
    const entry = { button, token: -1, test: false, what: '', x1: NaN, x2: NaN, extent: NaN };
    entries.push(entry);
    return entry;
  }

  function write(entry: Entry, token: number, test: boolean, points: PlanePoints, view: PointView): void {
    const { x1, x2 } = pointPlace(points, token);
    const what = whatIs(points, token, view);
    const same = entry.token === token && entry.test === test && entry.what === what;
    const stays = entry.x1 === x1 && entry.x2 === x2 && entry.extent === view.extent;
    if (same && stays) return;
    if (entry.token !== token) entry.button.dataset['token'] = String(token);
    Object.assign(entry, { token, test, what, x1, x2, extent: view.extent });
    const where =
      points.coordinates > 1 ? `${formatFixed(x1, 2)}, ${formatFixed(x2, 2)}` : formatFixed(x1, 2);
    const set = test ? 'Test' : 'Train';
    entry.button.setAttribute('aria-label', `${set} point ${token + 1}, ${what}, at ${where}`);
    entry.button.style.left = `${(100 * shareX(x1, view.extent)).toFixed(2)}%`;
    entry.button.style.top = `${(100 * shareY(x2, view.extent)).toFixed(2)}%`;
  }

  return {
    update(points, view) {
      const test = new Uint8Array(points.count);
      for (const token of points.test) test[token] = 1;
      let shown = 0;
      for (let token = 0; token < points.count; token++) {
        if (test[token] === 1 && !view.showTest) continue;
        write(entryAt(shown++), token, test[token] === 1, points, view);
      }
      for (const { button } of entries.splice(shown)) button.remove();
      makeCurrent(current);
    },
    focus(token) {
      entries[indexOf(token)]?.button.focus({ preventScroll: true });
    },
    next(token, by) {
      const at = Math.max(0, Math.min(entries.length - 1, indexOf(token) + by));
      return entries[at]?.token ?? token;
    },
  };
}

/** A point's class or value, in words. */
function whatIs(points: PlanePoints, token: number, { classNames }: PointView): string {
  if (points.classes > 0) return classNames[points.labels[token] ?? 0]?.name ?? '';
  return `value ${formatFixed(points.targets[token * points.outputs] ?? 0, 2)}`;
}
