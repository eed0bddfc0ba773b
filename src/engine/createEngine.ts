import type { Precision } from '../experiment/names';
import { hasSimd } from '../wasm/simdSupport';
import type { Engine } from './engine';
import { createSimdEngine } from './simd/createSimdEngine';

/** The engine in plain TypeScript, once it has been loaded. */
let plain: Engine | null = null;

async function loadPlainEngine(): Promise<Engine> {
  const { createPlainEngine } = await import('./plain/createPlainEngine');
  plain ??= createPlainEngine();
  return plain;
}

/** Loads what a precision needs; null when all is there. */
export function loadPrecision(precision: Precision): Promise<Engine> | null {
  return precision === 'single' || plain !== null ? null : loadPlainEngine();
}

/**
 * The fastest engine that this browser runs. Double precision, which vectors do not hold, is the plain one's, which loads
 * only where it is needed; see `loadPrecision`.
 */
export async function createEngine(): Promise<Engine> {
  if (!hasSimd()) return loadPlainEngine();
  const simd = createSimdEngine();
  // Where it has not been loaded, the SIMD engine says that double precision is not its own.
  const engineOf = (precision?: Precision) => (precision === 'double' ? (plain ?? simd) : simd);
  return {
    kind: 'simd',
    createTrainer: (options) => engineOf(options.precision).createTrainer(options),
    createProbe: (layout, inputs, count, precision) =>
      engineOf(precision).createProbe(layout, inputs, count, precision),
    createPainter: simd.createPainter,
  };
}
