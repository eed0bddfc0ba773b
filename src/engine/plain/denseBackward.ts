import type { LayerLayout } from '../engine';
import type { Reals } from '../reals';

/**
 * dx ← dx + Wᵀ d for every token: the error goes back through the weights. Adds to dx, where a residual connection may
 * already have put its share.
 *
 * dx [input][token], d [unit][token], rows packed; two inputs by four tokens are summed at a time.
 */
export function denseBackward(dx: Reals, d: Reals, p: Reals, layer: LayerLayout, tokens: number): void {
  const whole = layer.inputs & ~1;
  for (let input = 0; input < whole; input += 2) backwardPair(dx, d, p, layer, input, tokens);
  if (whole < layer.inputs) backwardRow(dx, d, p, layer, whole, tokens);
}

function backwardPair(
  dx: Reals,
  d: Reals,
  p: Reals,
  layer: LayerLayout,
  input: number,
  tokens: number,
): void {
  const { inputs, units } = layer;
  const column = layer.weights + input;
  const x0 = input * tokens;
  const x1 = x0 + tokens;
  let b = 0;
  for (; b + 4 <= tokens; b += 4) {
    let s00 = 0, s01 = 0, s02 = 0, s03 = 0; // prettier-ignore
    let s10 = 0, s11 = 0, s12 = 0, s13 = 0; // prettier-ignore
    for (let unit = 0, at = b, w = column; unit < units; unit++, at += tokens, w += inputs) {
      const w0 = p[w];
      const w1 = p[w + 1];
      const d0 = d[at];
      const d1 = d[at + 1];
      const d2 = d[at + 2];
      const d3 = d[at + 3];
      s00 += w0 * d0;
      s01 += w0 * d1;
      s02 += w0 * d2;
      s03 += w0 * d3;
      s10 += w1 * d0;
      s11 += w1 * d1;
      s12 += w1 * d2;
      s13 += w1 * d3;
    }
    dx[x0 + b] += s00;
    dx[x0 + b + 1] += s01;
    dx[x0 + b + 2] += s02;
    dx[x0 + b + 3] += s03;
    dx[x1 + b] += s10;
    dx[x1 + b + 1] += s11;
    dx[x1 + b + 2] += s12;
    dx[x1 + b + 3] += s13;
  }
  for (; b < tokens; b++) {
    let s0 = 0;
    let s1 = 0;
    for (let unit = 0, at = b, w = column; unit < units; unit++, at += tokens, w += inputs) {
      s0 += p[w] * d[at];
      s1 += p[w + 1] * d[at];
    }
    dx[x0 + b] += s0;
    dx[x1 + b] += s1;
  }
}

/** The last input of an odd number. */
function backwardRow(dx: Reals, d: Reals, p: Reals, layer: LayerLayout, input: number, tokens: number): void {
  const { inputs, units } = layer;
  const x0 = input * tokens;
  for (let b = 0; b < tokens; b++) {
    let s = 0;
    for (let unit = 0, at = b, w = layer.weights + input; unit < units; unit++, at += tokens, w += inputs) {
      s += p[w] * d[at];
    }
    dx[x0 + b] += s;
  }
}
