import { describe, expect, it } from 'vitest';
import { setDataset, setVariant, toggleFeature } from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { parseHash } from '../../src/experiment/link';
import { experimentHash } from '../../src/experiment/linkText';
import type { Experiment } from '../../src/experiment/experiment';

const digits = setDataset('digits')(DEFAULT_EXPERIMENT);

function roundTrip(experiment: Experiment): unknown {
  return parseHash(`#${experimentHash(experiment)}`);
}

describe('a link to the digits', () => {
  it('says nothing of its 64 inputs and gives them all back', () => {
    expect(experimentHash(digits)).not.toContain('features');
    expect(experimentHash(digits).length).toBeLessThan(120);
    expect(roundTrip(digits)).toEqual({ ok: true, value: digits });
  });

  it('keeps the question', () => {
    const two = setVariant('two')(digits);
    expect(roundTrip(two)).toEqual({ ok: true, value: two });
  });

  it('names the inputs where some are off', () => {
    const fewer = toggleFeature('x1', false)(digits);
    expect(experimentHash(fewer)).toContain('features=x2,x3');
    expect(roundTrip(fewer)).toEqual({ ok: true, value: fewer });
  });

  it('has all pixels as inputs when it is typed by hand', () => {
    const parsed = parseHash('#v=1&problem=digits&output=softmax&hidden=32-relu');
    expect(parsed?.ok === true && parsed.value.features.length).toBe(64);
  });
});
