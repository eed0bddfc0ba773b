/** The length of every token's error as a bar. */
export interface BarLayout {
  /** px of the axis, of the widest bar's left edge and of the ground line */
  readonly left: number;
  readonly ground: number;
  readonly pitch: number;
  readonly barWidth: number;
  /** ‖ŷ − y‖ that the axis ends at, and px for one unit */
  readonly high: number;
  readonly scale: number;
}

const LEFT = 30;
const TOP = 8;
const GROUND = 18;

/** ‖ŷ − y‖ of every token; targets and outputs [token][output], two outputs. */
export function errorLengths(targets: ArrayLike<number>, outputs: ArrayLike<number>): Float64Array {
  const lengths = new Float64Array(targets.length / 2);
  for (let token = 0; token < lengths.length; token++) {
    const i = 2 * token;
    lengths[token] = Math.hypot(
      (outputs[i] ?? NaN) - (targets[i] ?? NaN),
      (outputs[i + 1] ?? NaN) - (targets[i + 1] ?? NaN),
    );
  }
  return lengths;
}

export function layoutBars(width: number, height: number, lengths: Float64Array): BarLayout {
  let longest = 0;
  for (const length of lengths) if (length > longest) longest = length;
  const high = longest > 0 ? longest * 1.05 : 1;
  const pitch = (width - LEFT) / Math.max(1, lengths.length);
  const ground = height - GROUND;
  const barWidth = Math.max(0.5, Math.min(10, pitch * 0.62));
  return { left: LEFT, ground, pitch, barWidth, high, scale: Math.max(0, ground - TOP) / high };
}

/** px of a token's bar: its middle and its upper end */
export function barPlace({ left, ground, pitch, scale }: BarLayout, token: number, length: number) {
  return { x: left + (token + 0.5) * pitch, top: ground - length * scale };
}
