import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDataset } from '../../src/data/createDataset';
import { createTensorFlowPlaygroundData } from '../../src/data/tensorFlowPlayground/createData';
import { isTensorFlowPlayground } from '../../src/experiment/shape';
import { parseTensorFlowPlaygroundLink } from '../../src/experiment/tensorFlowPlayground';
import type { Experiment, GeneratedProblem } from '../../src/experiment/experiment';
import { loadEverything } from './loadEverything';

interface PlaygroundRun {
  readonly name: string;
  readonly link: string;
  readonly trainCount: number;
  readonly testCount: number;
  readonly firstTrainPoints: readonly { readonly x: number; readonly y: number; readonly label: number }[];
  readonly startParameters: readonly { readonly weights: readonly (readonly number[])[] }[];
}

const FOLDER = process.env['TFP_DIR'] ?? join(import.meta.dirname, '..', 'fixtures', 'tensorflow-playground');
const runs: readonly PlaygroundRun[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')));

function experimentOf(link: string): Experiment {
  const result = parseTensorFlowPlaygroundLink(link);
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

const base: GeneratedProblem = {
  dataset: 'spiral',
  generator: 'tensorflow-playground',
  seed: '0.1',
  samples: 500,
  noise: 0.1,
  trainFraction: 0.5,
};

await loadEverything();

describe.each(runs)('the points of $name', (run) => {
  const experiment = experimentOf(run.link);
  const dataset = createDataset(experiment);

  it('are as many as that program has', () => {
    expect([dataset.train.length, dataset.test.length]).toEqual([run.trainCount, run.testCount]);
  });

  it('are that program’s within 1e-12, in its order', () => {
    expect(run.firstTrainPoints.length).toBeGreaterThan(0);
    run.firstTrainPoints.forEach(({ x, y, label }, i) => {
      const token = dataset.train[i] ?? -1;
      expect(Math.abs((dataset.inputs[2 * token] ?? NaN) - x)).toBeLessThan(1e-12);
      expect(Math.abs((dataset.inputs[2 * token + 1] ?? NaN) - y)).toBeLessThan(1e-12);
      expect(Math.abs((dataset.targets[token] ?? NaN) - label)).toBeLessThan(1e-12);
    });
  });

  it('leave the random numbers where that program draws its weights', () => {
    const { problem } = experiment;
    if (!isTensorFlowPlayground(problem)) throw new Error('not a problem of the TensorFlow Playground');
    const { random } = createTensorFlowPlaygroundData(problem);
    for (const weight of run.startParameters.flatMap((layer) => layer.weights.flat())) {
      expect(Math.abs(random() - 0.5 - weight)).toBeLessThan(1e-12);
    }
  });
});

describe('points of the TensorFlow Playground', () => {
  it('split at the whole percentage, whatever its binary fraction', () => {
    for (let percentage = 10; percentage <= 100; percentage++) {
      const { trainCount } = createTensorFlowPlaygroundData({ ...base, trainFraction: percentage / 100 });
      expect(trainCount).toBe(Math.floor((500 * percentage) / 100));
    }
  });

  it('of bumps rise and fall to almost ±1', () => {
    const { points } = createTensorFlowPlaygroundData({ ...base, dataset: 'bumps', samples: 1200, noise: 0 });
    expect(points.count).toBe(1200);
    expect(Math.max(...points.targets)).toBeGreaterThan(0.85);
    expect(Math.min(...points.targets)).toBeLessThan(-0.85);
    for (const value of points.inputs) expect(Math.abs(value)).toBeLessThanOrEqual(6);
  });

  it('depend on the text of the seed', () => {
    const first = createTensorFlowPlaygroundData(base).points;
    expect(createTensorFlowPlaygroundData(base).points).toEqual(first);
    expect(createTensorFlowPlaygroundData({ ...base, seed: '0.10' }).points).not.toEqual(first);
  });
});
