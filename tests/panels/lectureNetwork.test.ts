import { describe, expect, it } from 'vitest';
import { addLayer, setActivation, setDataset, setUnits, setVariant } from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { experimentHash } from '../../src/experiment/linkText';
import { parseLink } from '../../src/experiment/link';
import type { Experiment } from '../../src/experiment/experiment';
import type { DatasetName } from '../../src/experiment/names';
import { transitionBetween } from '../../src/experiment/transition';
import {
  hasLectureNetwork,
  lectureNetworkOf,
  setLectureNetwork,
  type LectureNetwork,
} from '../../src/panels/lectures/lectureNetwork';

function chosen(dataset: DatasetName): { experiment: Experiment; wanted: LectureNetwork } {
  const experiment = setDataset(dataset)(DEFAULT_EXPERIMENT);
  const wanted = lectureNetworkOf(experiment.problem);
  if (wanted === null) throw new Error(`Expected a network for ${dataset}, found none.`);
  return { experiment, wanted };
}

describe('the network of the lecture', () => {
  it('is one hidden layer of ten sigmoid units for the parabola, of two tanh units for their surface', () => {
    for (const [dataset, hidden] of [
      ['parabola', [{ units: 10, activation: 'sigmoid' }]],
      ['surface', [{ units: 2, activation: 'tanh' }]],
    ] as const) {
      const { experiment, wanted } = chosen(dataset);
      expect(hasLectureNetwork(experiment, wanted)).toBe(false);
      const taken = setLectureNetwork(wanted)(experiment);
      expect(taken.network.hidden).toEqual(hidden);
      expect([taken.network.output, taken.loss]).toEqual(['linear', 'mse']);
      expect(hasLectureNetwork(taken, wanted)).toBe(true);
      expect(transitionBetween(experiment, taken)).not.toBe('none');
    }
  });

  it('keeps problem, optimizer and seed', () => {
    const { experiment, wanted } = chosen('parabola');
    const taken = setLectureNetwork(wanted)(experiment);
    expect([taken.problem, taken.seed]).toEqual([experiment.problem, experiment.seed]);
    expect(taken.training).toEqual({ ...experiment.training, batchSize: 4 });
  });

  it('leaves weights and freezes of another shape behind, so that it can be linked to', () => {
    const { experiment, wanted } = chosen('parabola');
    const taken = setLectureNetwork(wanted)({
      ...experiment,
      frozen: [{ layer: 1, unit: 5, from: 7 }],
    });
    expect(taken.frozen).toBeUndefined();
    const parsed = parseLink(`#${experimentHash(taken)}`);
    expect(parsed.ok && hasLectureNetwork(parsed.value, wanted)).toBe(true);
  });

  it('tells the parabola with any number of sigmoid units, not with tanh units or a second layer', () => {
    const { experiment, wanted } = chosen('parabola');
    const taken = setLectureNetwork(wanted)(experiment);
    expect(hasLectureNetwork(setUnits(0, 5)(taken), wanted)).toBe(true);
    expect(hasLectureNetwork(setActivation(0, 'tanh')(taken), wanted)).toBe(false);
    expect(hasLectureNetwork(addLayer()(taken), wanted)).toBe(false);
  });

  it('is none for other problems and other surfaces', () => {
    const { experiment } = chosen('surface');
    expect(lectureNetworkOf(setVariant('saddle')(experiment).problem)).toBeNull();
    expect(lectureNetworkOf(DEFAULT_EXPERIMENT.problem)).toBeNull();
  });
});
