import type { Engine } from '../engine';
import { createPlainEngine } from '../plain/createPlainEngine';
import { createTrainer } from '../trainer/createTrainer';
import { createSimdProbe } from './createSimdProbe';
import { SimdBackend } from './simdBackend';

/**
 * The engine whose kernels are written at run time, for the shape of the network, in vectors of four tokens. Wants
 * `hasSimd()`. Double precision, which its vectors do not have, is left to the plain engine.
 */
export function createSimdEngine(): Engine {
  const plain = createPlainEngine();
  return {
    kind: 'simd',
    createTrainer: (options) =>
      options.precision === 'double'
        ? plain.createTrainer(options)
        : createTrainer(options, (settings, layout) => new SimdBackend(settings, layout)),
    createProbe: createSimdProbe,
  };
}
