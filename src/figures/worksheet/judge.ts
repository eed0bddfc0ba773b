import { parseAnswer, printedValue } from './paper';
import { keyOf, type Quantity } from './quantities';
import { evaluate, quantitiesOf, type Term } from './terms';

/** What stands in a box. */
export interface Entry {
  readonly text: string;
  /** The value was asked for: it is in the box, and no answer any more. */
  readonly revealed: boolean;
}

export type Mark = 'blank' | 'unreadable' | 'right' | 'carried' | 'wrong' | 'revealed';

export interface Judging {
  /** in the order in which they are filled */
  readonly blanks: readonly Quantity[];
  /** by `keyOf` */
  readonly entries: ReadonlyMap<string, Entry>;
  /** every number of the pass, from the trace */
  readonly truth: (quantity: Quantity) => number;
  readonly rulesOf: (quantity: Quantity) => readonly Term[];
}

/**
 * Within 1 %, or within one unit of the fourth decimal; the sheet says so.
 * @param scale what the 1 % is of
 */
export function agrees(answer: number, value: number, scale = value): boolean {
  return Math.abs(answer - value) <= Math.max(0.01 * Math.abs(scale), 1.000001e-4);
}

/**
 * The mark of every box by `keyOf`. An answer that does not agree with the trace, but follows by its formula from the
 * student's own entries before it, is carried: the mistake was made and marked where it began.
 */
export function judge({ blanks, entries, truth, rulesOf }: Judging): ReadonlyMap<string, Mark> {
  const found = new Map<string, Mark>();
  const isBlank = new Set(blanks.map(keyOf));
  const own = (quantity: Quantity): number => {
    const key = keyOf(quantity);
    // A formula takes what the student reads on the sheet: given values as they are printed.
    if (!isBlank.has(key)) return printedValue(truth(quantity));
    const entry = entries.get(key);
    const answer = entry === undefined || entry.revealed ? null : parseAnswer(entry.text);
    return answer ?? truth(quantity);
  };
  const isMistaken = (quantity: Quantity): boolean => {
    if (!isBlank.has(keyOf(quantity))) return false;
    const mark = markFor(quantity);
    return mark === 'wrong' || mark === 'carried';
  };
  // The 1 % of a new weight is of its change: against the weight itself, most updates would be nothing.
  const agreesWith = (quantity: Quantity, answer: number, value: number): boolean =>
    agrees(answer, value, quantity.kind === 'n' ? value - truth({ ...quantity, kind: 'w' }) : value);
  function markOf(quantity: Quantity): Mark {
    const entry = entries.get(keyOf(quantity));
    if (entry?.revealed === true) return 'revealed';
    if (entry === undefined || entry.text.trim() === '') return 'blank';
    const answer = parseAnswer(entry.text);
    if (answer === null) return 'unreadable';
    if (agreesWith(quantity, answer, truth(quantity))) return 'right';
    const rule = rulesOf(quantity).find((each) => agreesWith(quantity, answer, evaluate(each, own)));
    if (rule === undefined) return 'wrong';
    return quantitiesOf(rule).some(isMistaken) ? 'carried' : 'right';
  }
  // Softmax takes the excitations of units that come later on the sheet.
  function markFor(quantity: Quantity): Mark {
    const key = keyOf(quantity);
    const mark = found.get(key) ?? markOf(quantity);
    found.set(key, mark);
    return mark;
  }
  return new Map(blanks.map((quantity) => [keyOf(quantity), markFor(quantity)]));
}

export interface Tally {
  /** carried ones among them */
  readonly right: number;
  readonly carried: number;
  /** unreadable ones among them */
  readonly wrong: number;
  readonly blank: number;
  readonly revealed: number;
  readonly boxes: number;
  /** key of the first box that is wrong or cannot be read */
  readonly firstWrong: string | null;
}

export function tallyOf(marks: ReadonlyMap<string, Mark>): Tally {
  const count = (...kinds: readonly Mark[]): number =>
    [...marks.values()].filter((mark) => kinds.includes(mark)).length;
  const firstWrong = [...marks].find(([, mark]) => mark === 'wrong' || mark === 'unreadable');
  return {
    right: count('right', 'carried'),
    carried: count('carried'),
    wrong: count('wrong', 'unreadable'),
    blank: count('blank'),
    revealed: count('revealed'),
    boxes: marks.size,
    firstWrong: firstWrong?.[0] ?? null,
  };
}

/** "5 of 8 right, 1 of them carried forward; 1 wrong, 2 blank." */
export function tallyText({ right, carried, wrong, blank, revealed, boxes }: Tally): string {
  const rest = [
    ...(wrong > 0 ? [`${wrong} wrong`] : []),
    ...(blank > 0 ? [`${blank} blank`] : []),
    ...(revealed > 0 ? [`${revealed} revealed`] : []),
  ];
  const forward = carried > 0 ? `, ${carried} of them carried forward` : '';
  return `${right} of ${boxes} right${forward}${rest.length > 0 ? `; ${rest.join(', ')}` : ''}.`;
}
