import type { Change } from './changes';
import type { Experiment } from './experiment';
import type { Precision } from './names';

export function precisionOf({ precision }: Experiment): Precision {
  return precision ?? 'single';
}

/** Single precision, the usual one, is left unsaid. */
export function setPrecision(precision: Precision): Change {
  return (experiment) => {
    const { precision: _precision, ...rest } = experiment;
    return precision === 'double' ? { ...rest, precision } : rest;
  };
}
