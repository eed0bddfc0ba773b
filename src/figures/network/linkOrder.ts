import type { LinkGeometry } from './linkGeometry';

/** Steps of strength, from the weakest to the strongest link of a layer. */
export const LEVELS = 64;

/** Links sorted by strength, weakest first: reused from frame to frame. */
export interface LinkOrder {
  /** [link] strength by |w| / the layer's maximum, 0 … LEVELS − 1 */
  readonly level: Uint8Array;
  /** [link] 1 for a positive weight */
  readonly positive: Uint8Array;
  /** links, weakest first */
  readonly order: Uint32Array;
  /** [level] place in `order` of the first link of that level; one more entry at the end */
  readonly starts: Uint32Array;
}

export function createLinkOrder(count: number): LinkOrder {
  return {
    level: new Uint8Array(count),
    positive: new Uint8Array(count),
    order: new Uint32Array(count),
    starts: new Uint32Array(LEVELS + 1),
  };
}

/** Sorts all links by strength with a counting sort: one pass per array and nothing allocated. */
export function sortLinks(target: LinkOrder, links: LinkGeometry, parameters: ArrayLike<number>): void {
  const { level, positive, order, starts } = target;
  starts.fill(0);
  for (const layer of links.layers) {
    let largest = 0;
    for (let k = 0; k < layer.count; k++) {
      largest = Math.max(largest, Math.abs(parameters[layer.weights + k] ?? 0));
    }
    const scale = largest > 0 ? (LEVELS - 1) / largest : 0;
    for (let k = 0; k < layer.count; k++) {
      const weight = parameters[layer.weights + k] ?? 0;
      const strength = Math.round(Math.abs(weight) * scale);
      level[layer.first + k] = strength;
      positive[layer.first + k] = weight >= 0 ? 1 : 0;
      starts[strength + 1] = (starts[strength + 1] ?? 0) + 1;
    }
  }
  for (let i = 1; i <= LEVELS; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
  for (let k = 0; k < links.count; k++) {
    const strength = level[k] ?? 0;
    const place = starts[strength] ?? 0;
    order[place] = k;
    starts[strength] = place + 1;
  }
  // Filling moved every start to the next level's; back by one place.
  for (let i = LEVELS; i > 0; i--) starts[i] = starts[i - 1] ?? 0;
  starts[0] = 0;
}
