import type { LayerLayout } from '../engine';
import type { Reals } from '../reals';

/**
 * g ← g + d xᵀ for the weights and g ← g + Σ d for the biases, summed over the tokens. Adds, so that a batch may come
 * in pieces.
 *
 * d [unit][token], x [input][token], rows packed; g in the layout's order. Two units by two inputs at a time.
 */
export function weightGradient(g: Reals, d: Reals, x: Reals, layer: LayerLayout, tokens: number): void {
  const { inputs, units } = layer;
  for (let unit = 0; unit < units; unit++) g[layer.bias + unit] += sumRow(d, unit * tokens, tokens);
  const wholeUnits = units & ~1;
  const wholeInputs = inputs & ~1;
  for (let unit = 0; unit < wholeUnits; unit += 2) {
    for (let input = 0; input < wholeInputs; input += 2) gradientSquare(g, d, x, layer, unit, input, tokens);
    if (wholeInputs === inputs) continue;
    gradientEntry(g, d, x, layer, unit, wholeInputs, tokens);
    gradientEntry(g, d, x, layer, unit + 1, wholeInputs, tokens);
  }
  if (wholeUnits === units) return;
  for (let input = 0; input < inputs; input++) gradientEntry(g, d, x, layer, wholeUnits, input, tokens);
}

function sumRow(d: Reals, start: number, tokens: number): number {
  let sum = 0;
  for (let b = start; b < start + tokens; b++) sum += d[b];
  return sum;
}

function gradientSquare(
  g: Reals,
  d: Reals,
  x: Reals,
  layer: LayerLayout,
  unit: number,
  input: number,
  tokens: number,
): void {
  const d0 = unit * tokens;
  const d1 = d0 + tokens;
  const x0 = input * tokens;
  const x1 = x0 + tokens;
  let s00 = 0, s01 = 0, s10 = 0, s11 = 0; // prettier-ignore
  for (let b = 0; b < tokens; b++) {
    const a0 = d[d0 + b];
    const a1 = d[d1 + b];
    const c0 = x[x0 + b];
    const c1 = x[x1 + b];
    s00 += a0 * c0;
    s01 += a0 * c1;
    s10 += a1 * c0;
    s11 += a1 * c1;
  }
  const row0 = layer.weights + unit * layer.inputs + input;
  const row1 = row0 + layer.inputs;
  g[row0] += s00;
  g[row0 + 1] += s01;
  g[row1] += s10;
  g[row1 + 1] += s11;
}

function gradientEntry(
  g: Reals,
  d: Reals,
  x: Reals,
  layer: LayerLayout,
  unit: number,
  input: number,
  tokens: number,
): void {
  const d0 = unit * tokens;
  const x0 = input * tokens;
  let s = 0;
  for (let b = 0; b < tokens; b++) s += d[d0 + b] * x[x0 + b];
  g[layer.weights + unit * layer.inputs + input] += s;
}
