import { hasSimd } from '../wasm/simdSupport';
import type { Engine } from './engine';
import { createSimdEngine } from './simd/createSimdEngine';

/** The fastest engine that this browser runs. The plain one loads only where it is needed. */
export async function createEngine(): Promise<Engine> {
  if (hasSimd()) return createSimdEngine();
  const { createPlainEngine } = await import('./plain/createPlainEngine');
  return createPlainEngine();
}
