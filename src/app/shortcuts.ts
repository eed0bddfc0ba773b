import type { HideableControl } from '../experiment/names';

export type Shortcut =
  | 'toggle'
  | 'step'
  | 'epoch'
  | 'back'
  | 'reset'
  | 'newWeights'
  | 'newData'
  | 'theme'
  | 'help'
  | 'undo'
  | 'redo'
  | 'release'
  | 'lens'
  | 'tokenBefore'
  | 'tokenAfter';

export interface Keystroke {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly repeat: boolean;
}

/** The keys that the focused element uses itself. */
export interface UsedKeys {
  /** every character, and undo too: a text field */
  readonly text: boolean;
  /** every character: a list answers to first letters */
  readonly letters: boolean;
  readonly arrows: boolean;
  readonly space: boolean;
}

const NONE: UsedKeys = { text: false, letters: false, arrows: false, space: false };
const ARROWS: UsedKeys = { ...NONE, arrows: true };

const SINGLE_KEYS: Readonly<Record<string, Shortcut>> = {
  ' ': 'toggle',
  ArrowRight: 'step',
  ArrowLeft: 'back',
  r: 'reset',
  n: 'newWeights',
  d: 'newData',
  t: 'theme',
  l: 'lens',
  '[': 'tokenBefore',
  ']': 'tokenAfter',
  '?': 'help',
  Escape: 'release',
};

/** A shortcut does not do what a link has hidden the control of. */
export const SHORTCUT_CONTROLS: Partial<Readonly<Record<Shortcut, HideableControl>>> = {
  toggle: 'Play',
  step: 'Step',
  epoch: 'Step one epoch',
  back: 'Timeline',
  reset: 'Reset',
  newWeights: 'New weights',
  newData: 'New data',
};

/** What a keystroke asks for; null when it is the focused element's, or nobody's. */
export function shortcutOf(stroke: Keystroke, used: UsedKeys, singleKey: boolean): Shortcut | null {
  const key = stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key;
  if (stroke.alt) return null;
  if (stroke.ctrl) {
    if (used.text) return null;
    if (key === 'z') return stroke.shift ? 'redo' : 'undo';
    return key === 'y' && !stroke.shift ? 'redo' : null;
  }
  const shortcut = SINGLE_KEYS[key];
  if (shortcut === undefined || used.text) return null;
  if (shortcut === 'release') return 'release';
  if (!singleKey || used.letters) return null;
  const isArrow = key === 'ArrowRight' || key === 'ArrowLeft';
  if (isArrow ? used.arrows : stroke.repeat || (key === ' ' && used.space)) return null;
  if (!stroke.shift || key === '?') return shortcut;
  return shortcut === 'step' ? 'epoch' : null;
}

/** Which keys an element uses itself, with those around it that listen for it. */
export function usedKeys(element: Element | null): UsedKeys {
  if (element === null) return NONE;
  const own = ownKeys(element);
  return element.closest('[data-keys~="arrows"]') === null ? own : { ...own, arrows: true, space: true };
}

function ownKeys(element: Element): UsedKeys {
  if (element instanceof HTMLSelectElement) return { ...ARROWS, letters: true, space: true };
  if (element instanceof HTMLInputElement) {
    if (element.type === 'range') return ARROWS;
    if (element.type === 'radio') return { ...ARROWS, space: true };
    if (['checkbox', 'button', 'submit', 'file', 'reset'].includes(element.type))
      return { ...NONE, space: true };
    return { text: true, letters: true, arrows: true, space: true };
  }
  const isText = element instanceof HTMLElement && element.isContentEditable;
  if (isText || element instanceof HTMLTextAreaElement || element.matches('[role=textbox]')) {
    return { text: true, letters: true, arrows: true, space: true };
  }
  if (element.matches('[role=slider]')) return ARROWS;
  if (element.matches('[role=tab], [role=option], [role=gridcell], [role=row]'))
    return { ...ARROWS, space: true };
  return { ...NONE, space: element.matches('button, a[href], summary, [role=button]') };
}
