import { showValue, type Path } from './sentences';

/** Faults of the large lists of numbers in an experiment. They stop at the first, so that rubbish stays cheap. */

export interface Fault {
  readonly path: Path;
  readonly expected: string;
  readonly found: string;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

const isFiniteNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** Fault of what should be rows of equally many finite numbers, or null. */
export function matrixFault(value: unknown, rows: Range, columns: Range): Fault | null {
  if (!Array.isArray(value) || value.length < rows.min || value.length > rows.max) {
    return { path: [], expected: `a list of ${rangeText(rows)} rows of numbers`, found: showValue(value) };
  }
  let width = -1;
  for (let r = 0; r < value.length; r++) {
    const row: unknown = value[r];
    const fault = listFault(row, width < 0 ? columns : { min: width, max: width });
    if (fault) return { ...fault, path: [r, ...fault.path] };
    if (Array.isArray(row)) width = row.length;
  }
  return null;
}

/** Fault of what should be a list of finite numbers, or null. */
export function listFault(value: unknown, length: Range): Fault | null {
  if (!Array.isArray(value) || value.length < length.min || value.length > length.max) {
    return { path: [], expected: `a list of ${rangeText(length)} numbers`, found: showValue(value) };
  }
  const wrong = value.findIndex((entry) => !isFiniteNumber(entry));
  return wrong < 0 ? null : { path: [wrong], expected: 'a finite number', found: showValue(value[wrong]) };
}

function rangeText({ min, max }: Range): string {
  return min === max ? String(min) : `${min} to ${max}`;
}
