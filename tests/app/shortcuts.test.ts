import { describe, expect, it } from 'vitest';
import { shortcutOf, type Keystroke, type UsedKeys } from '../../src/app/shortcuts';

const stroke = (key: string, part: Partial<Keystroke> = {}): Keystroke => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  repeat: false,
  ...part,
});
const NOTHING: UsedKeys = { text: false, letters: false, arrows: false, space: false };
const FIELD: UsedKeys = { text: true, letters: true, arrows: true, space: true };
const LIST: UsedKeys = { text: false, letters: true, arrows: true, space: true };
const SLIDER: UsedKeys = { ...NOTHING, arrows: true };
const BUTTON: UsedKeys = { ...NOTHING, space: true };

describe('with nothing in the way', () => {
  it('every key does what the sheet says', () => {
    const keys = [' ', 'ArrowRight', 'ArrowLeft', 'r', 'n', 'd', 't', 'Escape'];
    expect(keys.map((key) => shortcutOf(stroke(key), NOTHING, true))).toEqual([
      'toggle',
      'step',
      'back',
      'reset',
      'newWeights',
      'newData',
      'theme',
      'release',
    ]);
    expect(shortcutOf(stroke('ArrowRight', { shift: true }), NOTHING, true)).toBe('epoch');
    expect(shortcutOf(stroke('?', { shift: true }), NOTHING, true)).toBe('help');
    expect(shortcutOf(stroke('R'), NOTHING, true)).toBe('reset');
  });

  it('a key held down steps on but toggles only once', () => {
    expect(shortcutOf(stroke('ArrowRight', { repeat: true }), NOTHING, true)).toBe('step');
    expect(shortcutOf(stroke(' ', { repeat: true }), NOTHING, true)).toBeNull();
    expect(shortcutOf(stroke('r', { repeat: true }), NOTHING, true)).toBeNull();
  });

  it('the browser keeps what it does with Ctrl, Alt and Shift', () => {
    expect(shortcutOf(stroke('r', { ctrl: true }), NOTHING, true)).toBeNull();
    expect(shortcutOf(stroke('ArrowLeft', { alt: true }), NOTHING, true)).toBeNull();
    expect(shortcutOf(stroke('ArrowLeft', { shift: true }), NOTHING, true)).toBeNull();
    expect(shortcutOf(stroke('d', { ctrl: true }), NOTHING, true)).toBeNull();
  });

  it('undo and redo have their usual keys', () => {
    expect(shortcutOf(stroke('z', { ctrl: true }), NOTHING, true)).toBe('undo');
    expect(shortcutOf(stroke('Z', { ctrl: true, shift: true }), NOTHING, true)).toBe('redo');
    expect(shortcutOf(stroke('y', { ctrl: true }), NOTHING, true)).toBe('redo');
  });
});

describe('the focused element keeps its own keys:', () => {
  it('a text field all of them, and its own undo', () => {
    for (const key of [' ', 'r', 'ArrowRight', '?', 'Escape']) {
      expect(shortcutOf(stroke(key), FIELD, true)).toBeNull();
    }
    expect(shortcutOf(stroke('z', { ctrl: true }), FIELD, true)).toBeNull();
  });

  it('a list its letters, arrows and space', () => {
    for (const key of [' ', 'n', 'ArrowRight']) expect(shortcutOf(stroke(key), LIST, true)).toBeNull();
    expect(shortcutOf(stroke('z', { ctrl: true }), LIST, true)).toBe('undo');
  });

  it('a slider its arrows and no more', () => {
    expect(shortcutOf(stroke('ArrowRight', { shift: true }), SLIDER, true)).toBeNull();
    expect(shortcutOf(stroke(' '), SLIDER, true)).toBe('toggle');
    expect(shortcutOf(stroke('r'), SLIDER, true)).toBe('reset');
  });

  it('a button its space and no more', () => {
    expect(shortcutOf(stroke(' '), BUTTON, true)).toBeNull();
    expect(shortcutOf(stroke('ArrowRight'), BUTTON, true)).toBe('step');
  });
});

it('single keys can be switched off without losing undo', () => {
  for (const key of [' ', 'r', 'ArrowRight', '?']) expect(shortcutOf(stroke(key), NOTHING, false)).toBeNull();
  expect(shortcutOf(stroke('z', { ctrl: true }), NOTHING, false)).toBe('undo');
});
