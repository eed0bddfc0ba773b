import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Entry } from '../../../figures/worksheet/judge';

/** What a student has done on one sheet; keys are those of `keyOf`. */
export interface Answers {
  readonly entries: ReadonlyMap<string, Entry>;
  /** boxes whose mark is shown */
  readonly judged: ReadonlySet<string>;
  /** hints taken: 1 the formula, 2 with its numbers, 3 the value */
  readonly hints: ReadonlyMap<string, number>;
}

const NONE: Answers = { entries: new Map(), judged: new Set(), hints: new Map() };

/** More sheets than these are not gone back to. */
const KEPT = 30;

/** Kept by sheet while the page is open: closing the lens, or another tab of the phone, loses no answer. */
const sheets = createStore<ReadonlyMap<string, Answers>>(() => new Map());

function change(sheet: string, to: (answers: Answers) => Answers): void {
  const all = new Map(sheets.getState());
  const answers = to(all.get(sheet) ?? NONE);
  all.delete(sheet);
  all.set(sheet, answers);
  const oldest = all.keys().next();
  if (all.size > KEPT && oldest.done !== true) all.delete(oldest.value);
  sheets.setState(all, true);
}

export function useAnswers(sheet: string): Answers {
  return useStore(sheets, (all) => all.get(sheet) ?? NONE);
}

const added = (set: ReadonlySet<string>, keys: Iterable<string>): ReadonlySet<string> =>
  new Set([...set, ...keys]);

/** A box that is written in is judged anew when it is left. */
export function write(sheet: string, key: string, text: string): void {
  change(sheet, (answers) => ({
    ...answers,
    entries: new Map(answers.entries).set(key, { text, revealed: false }),
    judged: new Set([...answers.judged].filter((each) => each !== key)),
  }));
}

/** Shows the marks of these boxes. */
export function showMarks(sheet: string, keys: readonly string[]): void {
  change(sheet, (answers) => ({ ...answers, judged: added(answers.judged, keys) }));
}

/** One hint further; the third puts the value into the box. */
export function takeHint(sheet: string, key: string, value: string): void {
  change(sheet, (answers) => {
    const level = Math.min(3, (answers.hints.get(key) ?? 0) + 1);
    const hints = new Map(answers.hints).set(key, level);
    if (level < 3) return { ...answers, hints };
    const entries = new Map(answers.entries).set(key, { text: value, revealed: true });
    return { entries, hints, judged: added(answers.judged, [key]) };
  });
}

export function clearAnswers(sheet: string): void {
  change(sheet, () => NONE);
}
