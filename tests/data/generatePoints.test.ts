import { bumpsHeight } from '../../src/data/generators/bumps';
import { describe, expect, it } from 'vitest';
import { generatePoints } from '../../src/data/generatePoints';
import type { Points } from '../../src/data/points';
import type { GeneratedProblem } from '../../src/experiment/experiment';
import { DATASET_CLASSES, DATASETS, isLecture, type DatasetName } from '../../src/experiment/names';

function draw(dataset: DatasetName, part: Partial<GeneratedProblem> = {}): Points {
  const usual = { generator: 'perceptarium', seed: 1, samples: 500, noise: 0, trainFraction: 0.5 } as const;
  return generatePoints({ dataset, ...usual, ...part });
}

interface Token {
  readonly x1: number;
  readonly x2: number;
  readonly target: number;
}

function tokens(points: Points): Token[] {
  return Array.from(points.targets, (target, i) => ({
    x1: points.inputs[2 * i] ?? NaN,
    x2: points.inputs[2 * i + 1] ?? NaN,
    target,
  }));
}

const ofThePlane = DATASETS.filter((dataset) => !isLecture(dataset));
const drawn = ofThePlane.filter((dataset) => dataset !== 'iris');
const radius = ({ x1, x2 }: Token) => Math.sqrt(x1 * x1 + x2 * x2);

describe.each(ofThePlane)('%s', (dataset) => {
  it('stays within the plane, in single precision, at any noise', () => {
    for (const noise of [0, 0.05, 0.5, 0.8]) {
      for (const seed of [0, 1, 999_999]) {
        const points = draw(dataset, { noise, seed });
        for (const value of [...points.inputs, ...points.targets]) expect(Math.fround(value)).toBe(value);
        for (const value of points.inputs) expect(Math.abs(value)).toBeLessThanOrEqual(6);
      }
    }
  });

  it('has as many of each class, for any number of samples', () => {
    const classes = DATASET_CLASSES[dataset];
    for (const samples of [20, 121, 150]) {
      const targets = Array.from(draw(dataset, { samples }).targets);
      for (let k = 0; k < classes; k++) {
        const count = targets.filter((target) => target === k).length;
        expect(Math.abs(count - targets.length / classes)).toBeLessThan(1);
      }
    }
  });

  it('is the same for the same seed and another for another', () => {
    expect(draw(dataset, { noise: 0.1 })).toEqual(draw(dataset, { noise: 0.1 }));
    const samples = 100;
    expect(draw(dataset, { seed: 2, samples }).inputs).not.toEqual(
      draw(dataset, { seed: 3, samples }).inputs,
    );
  });

  it('keeps its points when there are to be more of them', () => {
    const few = draw(dataset, { samples: 60, noise: 0.2 });
    const many = draw(dataset, { samples: 140, noise: 0.2 });
    expect(many.inputs.slice(0, 120)).toEqual(few.inputs);
    expect(many.targets.slice(0, 60)).toEqual(few.targets);
  });
});

describe.each(drawn)('noise on %s', (dataset) => {
  it('moves the points without a jump', () => {
    const before = draw(dataset, { noise: 0.3 });
    const after = draw(dataset, { noise: 0.301 });
    const classes = DATASET_CLASSES[dataset] > 0;
    before.inputs.forEach((value, i) => {
      expect(Math.abs(value - (after.inputs[i] ?? NaN))).toBeLessThan(0.03);
    });
    before.targets.forEach((target, i) => {
      expect(Math.abs(target - (after.targets[i] ?? NaN))).toBeLessThan(classes ? 1e-9 : 0.7);
    });
    expect(after).not.toEqual(before);
  });
});

describe('without noise', () => {
  it('XOR’s classes are the signs of x1 · x2', () => {
    for (const { x1, x2, target } of tokens(draw('xor'))) expect(target).toBe(x1 * x2 > 0 ? 1 : 0);
  });

  it('circles are a disc in a ring', () => {
    for (const token of tokens(draw('circles'))) {
      const r = radius(token);
      if (token.target === 1) expect(r).toBeLessThan(2.5 + 1e-6);
      else expect(r > 3.5 - 1e-6 && r < 5 + 1e-6).toBe(true);
    }
  });

  it('the spiral’s arms are one curve, half a turn apart', () => {
    for (const token of tokens(draw('spiral'))) {
      const r = radius(token);
      const side = token.target === 1 ? 1 : -1;
      const angle = (2 * Math.PI * 1.75 * r) / 5;
      expect(side * token.x1).toBeCloseTo(r * Math.sin(angle), 5);
      expect(side * token.x2).toBeCloseTo(r * Math.cos(angle), 5);
    }
  });

  it('checkers’ classes are the colors of the fields', () => {
    const fields = new Set<string>();
    for (const { x1, x2, target } of tokens(draw('checkers'))) {
      const [column, row] = [Math.floor((x1 + 5) / 2.5), Math.floor((x2 + 5) / 2.5)];
      fields.add(`${column} ${row}`);
      expect((column + row) % 2).toBe(target);
    }
    expect(fields.size).toBe(16);
  });

  it('moons are two half circles that a line cannot part', () => {
    const moons = tokens(draw('moons'));
    for (const { x1, x2, target } of moons) {
      const side = target === 1 ? 1 : -1;
      const r = Math.sqrt((side * x1 + 1.6) ** 2 + (side * x2 + 0.8) ** 2);
      expect(r).toBeCloseTo(3.2, 5);
    }
    const ends = (target: number) => moons.filter((token) => token.target === target).map(({ x1 }) => x1);
    expect(Math.max(...ends(1))).toBeGreaterThan(Math.min(...ends(0)) + 1);
  });

  it('three arms make one turn each, a third of a turn apart', () => {
    for (const token of tokens(draw('arms'))) {
      const r = radius(token);
      const angle = 2 * Math.PI * ((r - 0.5) / 4.5 + token.target / 3);
      expect(token.x1).toBeCloseTo(r * Math.sin(angle), 5);
      expect(token.x2).toBeCloseTo(r * Math.cos(angle), 5);
    }
  });

  it('clouds lie around their centers', () => {
    const means = (dataset: DatasetName, target: number) => {
      const own = tokens(draw(dataset)).filter((token) => token.target === target);
      const mean = (pick: (token: Token) => number) =>
        own.reduce((sum, token) => sum + pick(token), 0) / own.length;
      return [mean((token) => token.x1), mean((token) => token.x2)];
    };
    const expected: [DatasetName, number, number[]][] = [
      ['gaussians', 1, [2, 2]],
      ['gaussians', 0, [-2, -2]],
      ['blobs', 0, [3, 1.2]],
      ['blobs', 1, [-1.2, 3]],
      ['blobs', 2, [-3, -1.2]],
      ['blobs', 3, [1.2, -3]],
    ];
    for (const [dataset, target, center] of expected) {
      means(dataset, target).forEach((value, i) =>
        expect(Math.abs(value - (center[i] ?? NaN))).toBeLessThan(0.2),
      );
    }
  });

  it('the plane is (x1 + x2) / 10', () => {
    for (const { x1, x2, target } of tokens(draw('plane'))) expect(target).toBeCloseTo((x1 + x2) / 10, 6);
  });

  it('bumps are ±1 at their centers, smooth, and 0 between them', () => {
    for (const [x1, x2, sign] of [
      [-4, 2.5, 1],
      [0, 2.5, -1],
      [4, 2.5, 1],
      [-4, -2.5, -1],
      [0, -2.5, 1],
      [4, -2.5, -1],
    ] as const) {
      expect(bumpsHeight(x1, x2)).toBeCloseTo(sign, 12);
      expect(bumpsHeight(x1 + 1, x2)).toBeCloseTo(sign * (7 / 8) ** 2, 1);
    }
    expect(bumpsHeight(2, 2.5)).toBeCloseTo(0, 12);
    for (const { x1, x2, target } of tokens(draw('bumps', { samples: 500 }))) {
      expect(target).toBeCloseTo(bumpsHeight(x1, x2), 6);
    }
  });
});

describe('noise', () => {
  it('at a half blurs the spiral’s arms without dissolving them', () => {
    const spread = (noise: number) => {
      const still = tokens(draw('spiral'));
      const moved = tokens(draw('spiral', { noise }));
      const far = moved.map(({ x1, x2 }, i) =>
        Math.hypot(x1 - (still[i]?.x1 ?? 0), x2 - (still[i]?.x2 ?? 0)),
      );
      return Math.max(...far);
    };
    expect(spread(0.5)).toBeGreaterThan(0.5);
    expect(spread(0.5)).toBeLessThanOrEqual(Math.SQRT1_2 + 1e-6);
  });

  it('gives the Gaussians variance 0.5 + 7 · noise', () => {
    const own = tokens(draw('gaussians', { noise: 0.1, samples: 2000 })).filter(({ target }) => target === 1);
    const variance = own.reduce((sum, { x1 }) => sum + (x1 - 2) ** 2, 0) / own.length;
    expect(Math.abs(variance - 1.2)).toBeLessThan(0.12);
  });
});
