/** The sheet's small drawing of the network: pixels, from the inputs on the left to the outputs on the right. */

export interface DiagramUnit {
  /** 0 are the inputs */
  readonly column: number;
  readonly unit: number;
  /** in the upper half of its column */
  readonly upper: boolean;
  readonly x: number;
  readonly y: number;
}

export interface DiagramLink {
  /** 0 is the first layer that computes */
  readonly layer: number;
  readonly from: DiagramUnit;
  readonly to: DiagramUnit;
  /** where the weight is written, on the link */
  readonly labelX: number;
  readonly labelY: number;
}

export interface Diagram {
  readonly width: number;
  readonly height: number;
  readonly units: readonly DiagramUnit[];
  readonly links: readonly DiagramLink[];
  /** Whether the weights fit on the links; else they stand in the matrices alone. */
  readonly hasWeights: boolean;
}

export const RADIUS = 13;
const COLUMN = 118;
const ROW = 58;
const MARGIN = 22;
const BIAS = 12;
/** More links than these between two layers cross too often to carry numbers. */
const LABELLED_LINKS = 6;

/** @param sizes units per layer, [inputs, hidden …, outputs] */
export function layoutDiagram(sizes: readonly number[]): Diagram {
  const largest = Math.max(...sizes);
  const row = largest > 5 ? 2 * RADIUS + 6 : ROW;
  // Under the lowest unit stands its bias.
  const height = 2 * MARGIN + (largest - 1) * row + BIAS;
  const columns = sizes.map((count, column) =>
    Array.from({ length: count }, (_, unit): DiagramUnit => {
      const y = (height - BIAS) / 2 + (unit - (count - 1) / 2) * row;
      return { column, unit, upper: unit < count / 2, x: MARGIN + column * COLUMN, y };
    }),
  );
  const senders = (layer: number): readonly DiagramUnit[] => columns[layer] ?? [];
  const links = columns
    .slice(1)
    .flatMap((receiving, layer) =>
      receiving.flatMap((to) =>
        senders(layer).map((from) =>
          linkBetween(layer, from, to, senders(layer).length > 1 && receiving.length > 1),
        ),
      ),
    );
  const counts = sizes.slice(1).map((count, l) => count * (sizes[l] ?? 0));
  return {
    width: 2 * MARGIN + (sizes.length - 1) * COLUMN,
    height,
    units: columns.flat(),
    links,
    hasWeights: Math.max(...counts) <= LABELLED_LINKS,
  };
}

/** Crossing links cross in their middle: weights of the upper senders stand nearer to these, of the lower ones farther. */
function linkBetween(layer: number, from: DiagramUnit, to: DiagramUnit, fans: boolean): DiagramLink {
  const share = fans ? (from.upper ? 0.3 : 0.7) : 0.5;
  return {
    ...{ layer, from, to },
    labelX: from.x + share * (to.x - from.x),
    labelY: from.y + share * (to.y - from.y),
  };
}
