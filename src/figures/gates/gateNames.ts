/** What a unit with a threshold computes of two-valued inputs, as a gate's name. */

/** Inputs that matter beyond this many make names that tell nothing. */
const MOST_INPUTS = 4;

export interface ThresholdUnit {
  /** [input] */
  readonly weights: ArrayLike<number>;
  readonly bias: number;
  /** [input] its two values: 0 and 1 of an input or a step unit, −1 and 1 of a sign unit */
  readonly low: number;
}

/**
 * AND, OR, NAND, NOR, NOT of those inputs whose weights are not 0; '≥ 2 of 3'; '= 01' for one combination alone, the others
 * of its inputs told by their digits; '0' or '1' where it never changes; 'COPY' of a single input. Null where it has no name.
 */
export function gateName({ weights, bias, low }: ThresholdUnit): string | null {
  const used = Array.from(weights).filter((w) => w !== 0);
  if (used.length > MOST_INPUTS) return null;
  const rows = Array.from({ length: 2 ** used.length }, (_, row) => {
    const bits = used.map((_, i) => (row >> (used.length - 1 - i)) & 1);
    const e = used.reduce((sum, w, i) => sum + w * (bits[i] === 1 ? 1 : low), bias);
    return { on: e > 0, ones: bits.reduce((sum, bit) => sum + bit, 0), text: bits.join('') };
  });
  return nameOf(rows, used.length);
}

interface Row {
  readonly on: boolean;
  readonly ones: number;
  readonly text: string;
}

function nameOf(rows: readonly Row[], inputs: number): string | null {
  const on = rows.filter((row) => row.on);
  if (on.length === 0) return '0';
  if (on.length === rows.length) return '1';
  if (inputs === 1) return on[0]?.ones === 1 ? 'COPY' : 'NOT';
  const least = Math.min(...on.map((row) => row.ones));
  if (rows.every((row) => row.on === row.ones >= least)) return thresholdName(least, inputs);
  const most = Math.max(...on.map((row) => row.ones));
  if (rows.every((row) => row.on === row.ones <= most)) {
    if (most === inputs - 1) return 'NAND';
    return most === 0 ? 'NOR' : `≤ ${most} of ${inputs}`;
  }
  return on.length === 1 ? `= ${on[0]?.text ?? ''}` : null;
}

function thresholdName(least: number, inputs: number): string {
  if (least === inputs) return 'AND';
  return least === 1 ? 'OR' : `≥ ${least} of ${inputs}`;
}
