export interface NumberLimits {
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  /** A word that stands beside the numbers, as 'all' does for the batch size. */
  readonly word?: string;
}

export type Parsed =
  { readonly ok: true; readonly value: number | string } | { readonly ok: false; readonly fault: string };

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A typed number, or one sentence that says what was expected and what was found. */
export function parseNumber(text: string, limits: NumberLimits): Parsed {
  const typed = text.trim().replace('−', '-');
  if (limits.word !== undefined && typed.toLowerCase() === limits.word) {
    return { ok: true, value: limits.word };
  }
  const value = NUMBER.test(typed) ? Number(typed) : NaN;
  const fits = value >= limits.min && value <= limits.max;
  if (fits && (limits.integer !== true || Number.isInteger(value))) return { ok: true, value };
  const found = typed === '' ? 'nothing' : Number.isNaN(value) ? `“${shorten(typed)}”` : shorten(typed);
  return { ok: false, fault: `Expected ${describe(limits)}, found ${found}.` };
}

function describe({ min, max, integer, word }: NumberLimits): string {
  const kind = integer === true ? 'a whole number' : 'a number';
  const range =
    max === Infinity ? `${formatNumber(min)} or more` : `${formatNumber(min)} to ${formatNumber(max)}`;
  return `${kind} from ${range}${word === undefined ? '' : `, or “${word}”`}`;
}

function shorten(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}

/** A setting's number: never in powers of ten where twelve decimals do, with a true minus sign. */
export function formatNumber(value: number): string {
  const plain = String(Number(value.toPrecision(12)));
  const text = plain.includes('e-') ? value.toFixed(12).replace(/0+$/, '') : plain;
  return (Number(text) === 0 && value !== 0 ? plain : text).replace('-', '−');
}
