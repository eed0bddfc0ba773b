import { describe, expect, it } from 'vitest';
import { createPlainEngine } from '../../src/engine/plain/createPlainEngine';
import { createSimdEngine } from '../../src/engine/simd/createSimdEngine';
import { HIDDEN_ACTIVATIONS } from '../../src/experiment/names';
import { largestGradientError, OUTPUT_PAIRS, PENALTIES } from './finiteDifferences';
import { createNetwork, createTestTrainer, layer } from './support';

const plain = createPlainEngine();
const simd = createSimdEngine();

describe.each(HIDDEN_ACTIVATIONS)('%s', (activation) => {
  describe.each([false, true])('residual connections: %s', (residual) => {
    it.each(OUTPUT_PAIRS)(
      '%s output with %s, %i outputs: gradients match finite differences to 1e-6',
      (output, loss, outputs, ends) => {
        const hidden = [layer(3, activation, residual), layer(3, activation, residual), layer(4, activation)];
        const network = createNetwork(3, [...hidden, layer(outputs, output)], { loss });
        for (const penalty of PENALTIES)
          expect(largestGradientError(plain, 'double', network, ends, penalty)).toBeLessThan(1e-6);
      },
    );

    it.each(OUTPUT_PAIRS)(
      '%s output with %s, %i outputs: those of the SIMD engine match to 3e-5',
      (output, loss, outputs, ends) => {
        // Wide enough for every kind of tile, with rests.
        const hidden = [layer(5, activation, residual), layer(9, activation), layer(6, activation)];
        const network = createNetwork(5, [...hidden, layer(outputs, output)], { loss });
        expect(largestGradientError(simd, 'single', network, ends)).toBeLessThan(3e-5);
      },
    );
  });
});

describe('at a kink', () => {
  it('ReLU has slope 0 and leaky ReLU 0.01 at exactly 0', () => {
    const slopes = (['relu', 'leaky-relu'] as const).map((activation) => {
      const network = createNetwork(1, [layer(1, activation), layer(1, 'linear')]);
      const train = { count: 1, inputs: Float64Array.of(1), targets: Float64Array.of(-1) };
      const trainer = createTestTrainer({ network, train, parameters: [0, 0, 1, 0] });
      return trainer.nextBatchGradient()[0];
    });
    expect(slopes).toEqual([0, 0.01]);
  });
});
