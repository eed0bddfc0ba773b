import type { GeneratedProblem } from '../../experiment/experiment';
import type { Points } from '../points';
import { shuffledTokens } from '../random';
import { digitImages } from '../resources';
import { DIGIT_PIXELS, digitInput } from './digitShape';

/** Which images of the file an experiment takes, in the order of its tokens. */
export function digitOrder(problem: GeneratedProblem): readonly number[] {
  const { count } = digitImages();
  return shuffledTokens(Number(problem.seed), count, 'data').slice(0, Math.min(count, problem.samples));
}

/** Ten classes, or with the variant "two" whether the digit is a 2 (class 1). */
export function digitPoints(problem: GeneratedProblem): Points {
  const { pixels, labels } = digitImages();
  const order = digitOrder(problem);
  const inputs = new Float64Array(order.length * DIGIT_PIXELS);
  const targets = new Float64Array(order.length);
  order.forEach((image, token) => {
    for (let pixel = 0; pixel < DIGIT_PIXELS; pixel++)
      inputs[token * DIGIT_PIXELS + pixel] = digitInput(pixels[image * DIGIT_PIXELS + pixel] ?? 0);
    const label = labels[image] ?? 0;
    targets[token] = problem.variant === 'two' ? Number(label === 2) : label;
  });
  return { count: order.length, coordinates: DIGIT_PIXELS, outputs: 1, inputs, targets };
}
