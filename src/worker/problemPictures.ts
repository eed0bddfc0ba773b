import type { Problem } from '../experiment/experiment';
import type { createDigitPictures } from './digitPictures';

/** Pictures that few problems need; their code loads with the first of them. */
let digitPictures: typeof createDigitPictures | null = null;

/** Loads what is missing; null when all is there. */
export function loadPictures({ dataset }: Problem): Promise<void> | null {
  if (dataset !== 'digits' || digitPictures !== null) return null;
  return import('./digitPictures').then((module) => {
    digitPictures = module.createDigitPictures;
  });
}

/** @throws before they are loaded */
export function loadedDigitPictures(): typeof createDigitPictures {
  if (digitPictures === null)
    throw new Error('Expected the digits’ pictures to be loaded; see loadPictures.');
  return digitPictures;
}
