import { hasSimd } from '../wasm/simdSupport';
import type { Engine } from './engine';
import { createPlainEngine } from './plain/createPlainEngine';
import { createSimdEngine } from './simd/createSimdEngine';

/** The fastest engine that this browser runs. */
export function createEngine(): Engine {
  return hasSimd() ? createSimdEngine() : createPlainEngine();
}
