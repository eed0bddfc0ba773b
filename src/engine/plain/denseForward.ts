import type { LayerLayout } from '../engine';
import type { Reals } from '../reals';

/**
 * e ← W x + b for every token. Overwrites e.
 *
 * e [unit][token], x [input][token], rows packed; p holds W and b where the layout says. Two units by four tokens are
 * summed at a time, so that every number loaded serves several products.
 */
export function denseForward(e: Reals, x: Reals, p: Reals, layer: LayerLayout, tokens: number): void {
  const whole = layer.units & ~1;
  for (let unit = 0; unit < whole; unit += 2) forwardPair(e, x, p, layer, unit, tokens);
  if (whole < layer.units) forwardRow(e, x, p, layer, whole, tokens);
}

function forwardPair(e: Reals, x: Reals, p: Reals, layer: LayerLayout, unit: number, tokens: number): void {
  const row0 = layer.weights + unit * layer.inputs;
  const row1 = row0 + layer.inputs;
  const bias0 = p[layer.bias + unit];
  const bias1 = p[layer.bias + unit + 1];
  const e0 = unit * tokens;
  const e1 = e0 + tokens;
  let b = 0;
  for (; b + 4 <= tokens; b += 4) {
    let s00 = bias0, s01 = bias0, s02 = bias0, s03 = bias0; // prettier-ignore
    let s10 = bias1, s11 = bias1, s12 = bias1, s13 = bias1; // prettier-ignore
    for (let i = 0, at = b; i < layer.inputs; i++, at += tokens) {
      const w0 = p[row0 + i];
      const w1 = p[row1 + i];
      const x0 = x[at];
      const x1 = x[at + 1];
      const x2 = x[at + 2];
      const x3 = x[at + 3];
      s00 += w0 * x0;
      s01 += w0 * x1;
      s02 += w0 * x2;
      s03 += w0 * x3;
      s10 += w1 * x0;
      s11 += w1 * x1;
      s12 += w1 * x2;
      s13 += w1 * x3;
    }
    e[e0 + b] = s00;
    e[e0 + b + 1] = s01;
    e[e0 + b + 2] = s02;
    e[e0 + b + 3] = s03;
    e[e1 + b] = s10;
    e[e1 + b + 1] = s11;
    e[e1 + b + 2] = s12;
    e[e1 + b + 3] = s13;
  }
  for (; b < tokens; b++) {
    let s0 = bias0;
    let s1 = bias1;
    for (let i = 0, at = b; i < layer.inputs; i++, at += tokens) {
      s0 += p[row0 + i] * x[at];
      s1 += p[row1 + i] * x[at];
    }
    e[e0 + b] = s0;
    e[e1 + b] = s1;
  }
}

/** The last unit of an odd number. */
function forwardRow(e: Reals, x: Reals, p: Reals, layer: LayerLayout, unit: number, tokens: number): void {
  const row = layer.weights + unit * layer.inputs;
  const bias = p[layer.bias + unit];
  const e0 = unit * tokens;
  let b = 0;
  for (; b + 4 <= tokens; b += 4) {
    let s0 = bias, s1 = bias, s2 = bias, s3 = bias; // prettier-ignore
    for (let i = 0, at = b; i < layer.inputs; i++, at += tokens) {
      const w = p[row + i];
      s0 += w * x[at];
      s1 += w * x[at + 1];
      s2 += w * x[at + 2];
      s3 += w * x[at + 3];
    }
    e[e0 + b] = s0;
    e[e0 + b + 1] = s1;
    e[e0 + b + 2] = s2;
    e[e0 + b + 3] = s3;
  }
  for (; b < tokens; b++) {
    let s = bias;
    for (let i = 0, at = b; i < layer.inputs; i++, at += tokens) s += p[row + i] * x[at];
    e[e0 + b] = s;
  }
}
