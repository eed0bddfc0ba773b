import { expect, it } from 'vitest';
import { cosine, sine } from '../../src/data/sine';

it('agrees with the language’s own sine and cosine', () => {
  let worst = 0;
  for (let x = -100; x < 100; x += 0.00137) {
    worst = Math.max(worst, Math.abs(sine(x) - Math.sin(x)), Math.abs(cosine(x) - Math.cos(x)));
  }
  expect(worst).toBeLessThan(4e-16);
  for (const x of [1e3, -54321.5, 999_999, 1e7, 1e300]) {
    expect(Math.abs(sine(x) - Math.sin(x))).toBeLessThan(1e-12);
    expect(Math.abs(cosine(x))).toBeLessThanOrEqual(1);
  }
  expect(sine(NaN)).toBeNaN();
});
