import { cosine, sine } from '../sine';
import { createRandom, normal } from '../random';
import type { Points } from '../points';

/**
 * The semicircle that is to become a parabola: x on the upper half of the unit circle, y = (x₁, x₁²); evenly spaced, from
 * right to left. Noise, as a standard deviation, is added to the targets (deck H).
 */
export function parabolaPoints(seed: number, samples: number, noise: number): Points {
  const inputs = new Float64Array(2 * samples);
  const targets = new Float64Array(2 * samples);
  for (let token = 0; token < samples; token++) {
    const angle = (Math.PI * (token + 0.5)) / samples;
    const [y1, y2] = parabolaTarget(angle);
    inputs[2 * token] = Math.fround(cosine(angle));
    inputs[2 * token + 1] = Math.fround(sine(angle));
    const random = createRandom(seed, 'noise', token);
    targets[2 * token] = Math.fround(y1 + noise * normal(random));
    targets[2 * token + 1] = Math.fround(y2 + noise * normal(random));
  }
  return { count: samples, coordinates: 2, outputs: 2, inputs, targets };
}

/** The target without noise at an angle on the semicircle: the conditional mean E[y|x]. */
export function parabolaTarget(angle: number): readonly [number, number] {
  const x1 = cosine(angle);
  return [x1, x1 * x1];
}
