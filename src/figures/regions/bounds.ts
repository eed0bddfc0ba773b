import type { PiecewiseNetwork } from './piecewise';

/** What is known of the number of regions of all networks of one shape. */
export interface RegionBounds {
  /** No network of this shape has more regions in the whole plane. */
  readonly most: number;
  readonly source: 'none' | 'one layer' | 'Montúfar 2017';
  /** Some ReLU network of this shape has at least so many; null where the theorem does not speak of the shape. */
  readonly reached: number | null;
}

/**
 * One layer of N units parts the plane by N lines into at most 1 + N + N(N − 1)/2 regions (Schläfli; Zaslavsky 1975).
 * Deeper networks have at most ∏ₗ Σⱼ C(Nₗ, j), j = 0 … min(D, N₁, …, Nₗ₋₁) (G. Montúfar, "Notes on the number of linear
 * regions of deep neural networks", 2017, proposition 3), and ReLU networks reach
 * ∏ ⌊Nₗ / D⌋ᴰ · Σⱼ C(N_L, j), j = 0 … D (Montúfar, Pascanu, Cho, Bengio 2014, theorem 4). D is the number of inputs.
 */
export function regionBounds({ inputs, layers }: PiecewiseNetwork): RegionBounds {
  const dimensions = new Set(inputs).size;
  const hidden = layers.slice(0, -1);
  let least = dimensions;
  let most = 1;
  let reached = 1;
  hidden.forEach(({ units }, l) => {
    most *= cellsOf(units, least);
    reached *=
      l === hidden.length - 1 ? cellsOf(units, dimensions) : Math.floor(units / dimensions) ** dimensions;
    least = Math.min(least, units);
  });
  if (hidden.length < 2) return { most, source: hidden.length === 0 ? 'none' : 'one layer', reached: null };
  const covered = hidden.every(({ units, pieces, residual }) => {
    return units >= dimensions && !residual && pieces.on.slope === 1 && pieces.off.slope === 0;
  });
  return { most, source: 'Montúfar 2017', reached: covered ? reached : null };
}

/** The most cells that N lines (or points) make in a space of so many dimensions, 0 … 2: Σ C(N, j). */
function cellsOf(units: number, dimensions: number): number {
  if (dimensions < 1) return 1;
  return 1 + units + (dimensions > 1 ? (units * (units - 1)) / 2 : 0);
}
