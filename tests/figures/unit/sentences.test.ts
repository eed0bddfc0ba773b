import { describe, expect, it } from 'vitest';
import {
  affineSentence,
  extremesOf,
  tokenSentence,
  unitSentences,
  type UnitStory,
} from '../../../src/figures/unit/sentences';

const STORY: UnitStory = {
  ...{ layer: 0, unit: 1, activation: 'tanh', residual: false, inputs: 2, bias: 0.3, where: 'square' },
  ...{ extent: 6, line: { w1: 3, w2: -4, b: 0.3 } },
  excitation: { least: -41.7, most: 42.3 },
  response: { least: -1, most: 1 },
  ...{ train: 50, flat: 12 },
  sent: { receiver: 'output 1', weight: -1.67, contribution: { least: -1.67, most: 1.67 }, running: null },
};

describe('the words of the unit lens', () => {
  it('give the direction and steepness of the plane, and what becomes of it', () => {
    const [excitation = '', activation = '', sent = ''] = unitSentences(STORY);
    expect(excitation).toContain('tilted plane, zero on one straight line');
    expect(excitation).toContain('w₂ = (3.00, −4.00), by 5.00 per unit of length; here from −41.70 to 42.30');
    expect(activation).toBe(
      'Tanh turns this into −1.00 … 1.00; for 12 of 50 train tokens σ′ is below 5% of its largest.',
    );
    expect(sent).toContain('The weight −1.67 sets how much of h₂ reaches output 1, with the sign turned');
  });

  it('do not speak of a line that is not there', () => {
    const outside = unitSentences({ ...STORY, line: { w1: 0.1, w2: 0, b: 1 } })[0];
    expect(outside).toContain('zero only outside this square');
    const flat = unitSentences({ ...STORY, line: { w1: 0, w2: 0, b: 1 } })[0];
    expect(flat).toBe('Both weights are 0: the excitation is the bias 1.00 everywhere.');
    const deep = unitSentences({ ...STORY, layer: 1, inputs: 4, line: null })[0];
    expect(deep).toContain(
      'sums 4 activations of hidden layer 1, each times its weight, and the bias 0.30·x₀',
    );
  });

  it('say that no gradient passes a step', () => {
    expect(unitSentences({ ...STORY, activation: 'step', flat: null })[1]).toContain('no gradient passes');
  });

  it('name the sum once all contributions are in', () => {
    const running = (units: number) => ({
      ...STORY,
      sent: {
        receiver: 'output 1',
        weight: 1,
        contribution: { least: 0, most: 1 },
        running: { units, of: 4 },
      },
    });
    expect(unitSentences(running(2))[2]).toContain('2 of 4 contributions are added');
    expect(unitSentences(running(4))[2]).toContain('the sum is the excitation of output 1');
  });

  it('leave out what a token has not', () => {
    expect(tokenSentence(11, true, 0.5, 0.46, 0.79, -0.77, false)).toBe(
      'Token 12 (train): e = 0.50, σ′ = 0.79, h = 0.46, w h = −0.77',
    );
    expect(tokenSentence(0, false, 0.5, 0.46, null, null, false)).toBe('Token 1 (test): e = 0.50, h = 0.46');
  });

  it('say of linear layers that they are one affine map, and when that is all the network', () => {
    expect(affineSentence(0, 1, 2)).toContain(
      'Hidden layers 1 and 2 are linear. With the weights into the output, these layers are one affine map',
    );
    expect(affineSentence(0, 1, 2)).toContain('no more than one without hidden layers');
    expect(affineSentence(1, 1, 3)).not.toContain('no more than');
  });

  it('find the extremes', () => {
    expect(extremesOf(Float32Array.of(1, -2, 0))).toEqual({ least: -2, most: 1 });
  });
});
