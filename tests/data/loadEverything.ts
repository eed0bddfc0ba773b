import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadResources, provideDigits } from '../../src/data/resources';
import { setDataset } from '../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import type { Problem } from '../../src/experiment/experiment';

const DIGITS = join(import.meta.dirname, '..', '..', 'src', 'data', 'digits', 'digits.bin');

/** All that some problems need before their points can be made, without a network. */
export async function loadEverything(): Promise<void> {
  await provideDigits(new Uint8Array(readFileSync(DIGITS)).buffer);
  await loadResources(setDataset('parabola')(DEFAULT_EXPERIMENT).problem);
  const playground: Problem = {
    dataset: 'spiral',
    generator: 'tensorflow-playground',
    seed: '0.1',
    samples: 500,
    noise: 0,
    trainFraction: 0.5,
  };
  await loadResources(playground);
}
