import { describe, expect, it } from 'vitest';
import {
  addLayer,
  setActivation,
  setDataset,
  setLoss,
  setOutput,
  setTraining,
} from '../../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { Experiment } from '../../../src/experiment/experiment';
import { gradientSentence } from '../../../src/panels/notices/gradientSentence';

const said = (experiment: Experiment) => {
  const sentence = gradientSentence(experiment);
  return sentence && `${sentence.title} ${sentence.text}`;
};

describe('what is said of gradients', () => {
  it('is nothing where all layers learn', () => {
    expect(said(DEFAULT_EXPERIMENT)).toBeNull();
    const gate = setDataset('and')(DEFAULT_EXPERIMENT);
    expect(said(setOutput('step')(gate))).toBeNull();
  });

  it('names the layers of steps and those that stand still', () => {
    expect(said(setActivation(1, 'step')(DEFAULT_EXPERIMENT))).toBe(
      'No gradient passes the step units of hidden layer 2. Forward they compute. The weights into hidden layers 1 and 2 ' +
        'get no gradient, so they stand still; the other layers learn.',
    );
    expect(said(setActivation(0, 'sign')(addLayer()(DEFAULT_EXPERIMENT)))).toContain(
      'sign units of hidden layer 1. Forward they compute. The weights into hidden layer 1 get',
    );
  });

  it('says that only the penalty moves them where there is one', () => {
    const stepped = setActivation('all', 'step')(DEFAULT_EXPERIMENT);
    const penalized = setTraining({ regularization: { kind: 'l2', rate: 0.01 } })(stepped);
    expect(said(penalized)).toContain('only the penalty moves them');
  });

  it('says that no weight learns under squared error of a step output', () => {
    const step = setLoss('mse')(setOutput('step')(setDataset('and')(DEFAULT_EXPERIMENT)));
    expect(said(step)).toContain('no weight learns: they stand still');
  });
});
