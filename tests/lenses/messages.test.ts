import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/data/createDataset';
import { initialParameters } from '../../src/engine/initialWeights';
import { layerSizes } from '../../src/experiment/shape';
import { parseExperiment } from '../../src/experiment/schema';
import { linksAt } from '../../src/figures/backprop/links';
import { storyOf } from '../../src/figures/backprop/story';
import { formatBriefly } from '../../src/lenses/backprop/numbers';
import { tokenOf } from '../../src/lenses/backprop/tokens';
import { createStepValues } from '../../src/lenses/backprop/values';
import { readReferences } from '../reference/readReferences';

describe.each(readReferences(join(import.meta.dirname, '../fixtures/reference')))(
  'the messages on the links of $name',
  (reference) => {
    const parsed = parseExperiment(reference.experiment);
    if (!parsed.ok) throw new Error(parsed.message);
    const experiment = parsed.value;
    const sizes = layerSizes(experiment);
    const values = createStepValues(experiment);
    const parameters = initialParameters(experiment);
    values.follow(parameters, null, [tokenOf(experiment, createDataset(experiment), 0)], 0);
    const sum = (letter: string, links: ReturnType<typeof linksAt>) =>
      links.reduce(
        (total, { layer, unit, from }) => total + values.valueOf(`${letter}:${layer}:${unit}:${from}`),
        0,
      );
    const units = (kind: 'forward' | 'delta') =>
      storyOf(sizes)
        .filter((stage) => stage.kind === kind)
        .flatMap((stage) => Array.from({ length: stage.items }, (_, unit) => ({ stage, unit })));

    it('add up with the bias to the excitation', () => {
      for (const { stage, unit } of units('forward')) {
        const at = `${stage.layer}:${unit}`;
        const gathered = values.valueOf(`w:${at}:b`) + sum('F', linksAt(stage, unit, sizes));
        expect(gathered).toBeCloseTo(values.valueOf(`e:${at}`), 12);
      }
    });

    it('add up, times the slope, to δ; around a residual connection the error comes back unchanged', () => {
      for (const { stage, unit } of units('delta')) {
        const at = `${stage.layer}:${unit}`;
        const after = experiment.network.hidden[stage.layer + 1];
        const around =
          experiment.network.connectivity === 'residual' && after?.units === stage.items
            ? values.valueOf(`r:${stage.layer + 1}:${unit}`)
            : 0;
        const gathered = sum('B', linksAt(stage, unit, sizes)) + around;
        expect(gathered * values.valueOf(`s:${at}`)).toBeCloseTo(values.valueOf(`d:${at}`), 12);
      }
    });
  },
);

describe('a number on a link', () => {
  it.each([
    [0, '0'],
    [1.0512, '1.05'],
    [-0.444, '−0.44'],
    [-12.34, '−12.3'],
    [1234.5, '1235'],
    [0.00031, '3e−4'],
    [-123456, '−1e5'],
    [NaN, '–'],
  ])('of %d reads %s', (value, text) => {
    expect(formatBriefly(value)).toBe(text);
  });
});
