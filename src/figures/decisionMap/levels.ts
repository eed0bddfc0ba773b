import { isProbability, isSymmetric, type Activation } from '../../experiment/names';
import { formatShort } from '../numbers';

/** How a map's values are read: probabilities 0 … 1, −1 … 1, or by a scale of their own. */
export type FieldKind = 'probability' | 'signed' | 'scaled';

export function fieldKind(activation: Activation): FieldKind {
  if (isProbability(activation)) return 'probability';
  return isSymmetric(activation) ? 'signed' : 'scaled';
}

export interface Level {
  readonly value: number;
  readonly text: string;
  /** px to the neighboring isoline where there is room for this one's value */
  readonly room: number;
}

/** Where isolines crowd, the outermost values are enough; the others need a line of text between them. */
const OUTER_ROOM = 3;
const INNER_ROOM = 11;

/** The main line comes first: it is drawn strongest and gets its label before the others. */
const PROBABILITIES = [
  ...levelsAt([0.5]),
  ...levelsAt([0.1, 0.9], OUTER_ROOM),
  ...levelsAt([0.3, 0.7, 0.2, 0.8, 0.4, 0.6], INNER_ROOM),
];
/** Between neighboring levels of probabilities. */
export const PROBABILITY_STEP = 0.1;
const SIGNED = levelsAt([0, -0.8, 0.8, -0.4, 0.4]);

/** Isolines of a map, the one between the two sides first. */
export function fieldLevels(kind: FieldKind, scale: number): readonly Level[] {
  if (kind === 'probability') return PROBABILITIES;
  return kind === 'signed' && scale === 1 ? SIGNED : scaledLevels(scale);
}

function levelsAt(values: readonly number[], room = 0): readonly Level[] {
  return values.map((value) => ({ value, text: formatShort(value), room }));
}

/** Two or three round steps on either side of zero. */
function scaledLevels(scale: number): readonly Level[] {
  if (!(scale > 0) || !Number.isFinite(scale)) return levelsAt([0]);
  const step = isolineStep(scale);
  const values = [0];
  for (let k = 1; k * step < scale; k++) values.push(-k * step, k * step);
  return levelsAt(values);
}

/** 1, 2, 4 or 5 times a power of ten, so that 2 … 3 steps fit below `scale`. */
function isolineStep(scale: number): number {
  const power = 10 ** Math.floor(Math.log10(scale));
  const digits = scale / power;
  if (digits <= 1.25) return 0.4 * power;
  if (digits <= 1.6) return 0.5 * power;
  if (digits <= 3) return power;
  return (digits <= 6 ? 2 : 4) * power;
}

/** The values at the two ends of a map's colour bar. */
export function scaleEnds(kind: FieldKind, scale: number): readonly [low: string, high: string] {
  if (kind === 'probability') return ['0', '1'];
  const high = formatShort(Number(scale.toPrecision(2)));
  return [`−${high}`, high];
}
