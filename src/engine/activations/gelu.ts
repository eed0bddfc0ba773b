import { add, mul, pmax } from '../../wasm/f32x4';
import { erf } from '../math/errorFunction';
import { exp } from '../math/exponential';
import { normalDensityFormula, NORMAL_LIMIT, normalShareFormula } from '../math/simd/normalDistribution';
import type { ElementwiseActivation } from './activation';

const SQRT_HALF = 0.7071067811865476;
/** 1/√(2π) */
const NORMAL_PEAK = 0.3989422804014327;

/** Φ, the share of a standard normal distribution below e */
const normalShare = (e: number): number => 0.5 + 0.5 * erf(e * SQRT_HALF);
const value = (e: number): number => e * normalShare(e);
const derivative = (e: number): number => normalShare(e) + e * NORMAL_PEAK * exp(-0.5 * e * e);

/** σ(e) = e·Φ(e), exactly, not by tanh; σ′(e) = Φ(e) + e·φ(e) with the normal density φ */
export const gelu: ElementwiseActivation = {
  value,
  derivative,
  forward(h, e, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) h[i] = value(e[i]);
  },
  backward(d, e, _h, units, tokens) {
    const count = units * tokens;
    for (let i = 0; i < count; i++) d[i] *= derivative(e[i]);
  },
  simd: {
    kind: 'elementwise',
    derivativeOf: 'excitation',
    light: { forward: false, backward: false },
    forward(f) {
      // Beyond, Φ is held at 1e-8, which no e may make large.
      const lowest = f.constant(-NORMAL_LIMIT);
      const normalShare = normalShareFormula(f);
      return (e) => mul(pmax(e, lowest), normalShare(e));
    },
    backward(f) {
      const normalShare = normalShareFormula(f);
      const density = normalDensityFormula(f);
      return (d, e) => mul(d, add(normalShare(e), mul(e, density(e))));
    },
  },
};
