import { IRIS_DIGITS } from './irisFlowers';
import type { Points } from './points';
import { shuffledTokens } from './random';

/** The irises: any two of their four measurements, standardised over all 150 flowers. */

export const IRIS_SPECIES = ['setosa', 'versicolor', 'virginica'] as const;
export const IRIS_COLUMNS = ['sepal length', 'sepal width', 'petal length', 'petal width'] as const;
export const IRIS_COUNT = 150;

const FLOWERS_PER_SPECIES = IRIS_COUNT / IRIS_SPECIES.length;

/** What an axis needs to print centimeters: measurement = mean + deviation · coordinate. */
export interface IrisAxis {
  /** 'petal length (cm)' */
  readonly name: string;
  readonly mean: number;
  readonly deviation: number;
}

export function irisAxes(columns: readonly [number, number]): readonly [IrisAxis, IrisAxis] {
  return [irisAxis(columns[0]), irisAxis(columns[1])];
}

function irisAxis(column: number): IrisAxis {
  let sum = 0;
  let squares = 0;
  for (let flower = 0; flower < IRIS_COUNT; flower++) {
    const length = measurement(flower, column);
    sum += length;
    squares += length * length;
  }
  const mean = sum / IRIS_COUNT;
  const deviation = Math.sqrt(squares / IRIS_COUNT - mean * mean);
  return { name: `${IRIS_COLUMNS[column] ?? ''} (cm)`, mean, deviation };
}

/** In centimeters. */
function measurement(flower: number, column: number): number {
  const at = 8 * flower + 2 * column;
  return Number(IRIS_DIGITS.slice(at, at + 2)) / 10;
}

/** At most 150 flowers, the species in turn; the seed decides which flowers a smaller number keeps. */
export function irisPoints(seed: number, samples: number, columns: readonly [number, number]): Points {
  const count = Math.min(samples, IRIS_COUNT);
  const axes = irisAxes(columns);
  const order = shuffledTokens(seed, FLOWERS_PER_SPECIES, 'data');
  const inputs = new Float64Array(count * 2);
  const targets = new Float64Array(count);
  for (let token = 0; token < count; token++) {
    const species = token % IRIS_SPECIES.length;
    const within = order[(token - species) / IRIS_SPECIES.length] ?? 0;
    axes.forEach(({ mean, deviation }, axis) => {
      const length = measurement(species * FLOWERS_PER_SPECIES + within, columns[axis] ?? 0);
      inputs[2 * token + axis] = Math.fround((length - mean) / deviation);
    });
    targets[token] = species;
  }
  return { count, coordinates: 2, outputs: 1, inputs, targets };
}
