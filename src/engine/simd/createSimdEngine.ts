import type { Engine } from '../engine';
import type { Precision } from '../reals';
import { createTrainer } from '../trainer/createTrainer';
import { createSimdPainter } from './createSimdPainter';
import { createSimdProbe } from './createSimdProbe';
import { SimdBackend } from './simdBackend';

/**
 * The engine whose kernels are written at run time, for the shape of the network, in vectors of four tokens. Wants
 * `hasSimd()`. Double precision, which its vectors do not have, is the plain engine's alone.
 */
export function createSimdEngine(): Engine {
  return {
    kind: 'simd',
    createTrainer(options) {
      requireSingle(options.precision);
      return createTrainer(options, (settings, layout) => new SimdBackend(settings, layout));
    },
    createProbe(layout, inputs, count, precision = 'single') {
      requireSingle(precision);
      return createSimdProbe(layout, inputs, count);
    },
    createPainter: createSimdPainter,
  };
}

function requireSingle(precision: Precision): void {
  if (precision === 'double')
    throw new Error('Double precision is the plain engine’s: its vectors hold single precision.');
}
