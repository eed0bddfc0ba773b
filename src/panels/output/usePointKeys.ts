import type { KeyboardEvent } from 'react';
import type { Dataset } from '../../data/dataset';
import { pointPlace } from '../../figures/decisionMap/layout';
import type { PointButtons } from './pointButtons';
import type { PointTool } from './pointTool';
import type { PointEditing } from './usePointEditing';

/** In the plane's units, as the arrow keys move a point; with Shift the second. */
const STEPS = [0.1, 0.5] as const;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
/** How far along the list of points a key goes. */
const TURNS: Readonly<Record<string, number>> = {
  PageUp: -1,
  '[': -1,
  ',': -1,
  PageDown: 1,
  ']': 1,
  '.': 1,
  Home: -Infinity,
  End: Infinity,
};

export interface PointKeysOptions {
  readonly dataset: Dataset;
  readonly editable: boolean;
  readonly editing: PointEditing;
  readonly tool: PointTool;
  readonly onTool: (tool: PointTool) => void;
  readonly buttons: () => PointButtons | null;
  /** A point was moved, added or removed. */
  readonly onEdit: (token: number) => void;
  readonly onRelease: () => void;
}

/** Points moved, added and removed by keyboard. */
export function usePointKeys(options: PointKeysOptions) {
  const { dataset, editable, editing, tool, onTool, buttons, onEdit } = options;

  function nudge(token: number, [right, up]: readonly [number, number], far: boolean): void {
    const { x1, x2 } = pointPlace(dataset, token);
    const step = far ? STEPS[1] : STEPS[0];
    // Steps fall on whole tenths, however often a key repeats.
    const place = (from: number, by: number) =>
      by === 0 ? from : Math.round((from + by * step) * 100) / 100;
    editing.move(token, { x1: place(x1, right), x2: place(x2, up) });
    onEdit(token);
  }

  function remove(token: number): void {
    if (editing.remove(token)) onEdit(token);
  }

  /** What a press of Enter, Space or a screen reader's own does with the tool at hand. */
  function act(token: number): void {
    if (!editable) return;
    if (tool.name === 'delete') return remove(token);
    if (tool.name !== 'add') return;
    const { x1, x2 } = pointPlace(dataset, token);
    const added = editing.add({ x1: x1 + 0.3, x2 });
    editing.end();
    if (added >= 0) onEdit(added);
  }

  function press(event: KeyboardEvent<HTMLElement>): boolean {
    const token = tokenOf(event.target);
    if (token < 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
    const turn = TURNS[event.key];
    if (turn !== undefined) {
      const list = buttons();
      list?.focus(list.next(token, turn));
      return true;
    }
    if (!editable) return false;
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      nudge(token, arrow, event.shiftKey);
      return true;
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      remove(token);
      return true;
    }
    const label = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : dataset.classes;
    if (label >= dataset.classes) return false;
    onTool({ ...tool, name: 'add', label });
    return true;
  }

  return {
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (!press(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    onKeyUp(event: KeyboardEvent<HTMLElement>) {
      if (!(event.key in ARROWS)) return;
      editing.end();
      options.onRelease();
    },
    act,
  };
}

/** The token of the button that an event comes from; −1 when it is none. */
export function tokenOf(target: EventTarget): number {
  return target instanceof HTMLElement ? Number(target.dataset['token'] ?? -1) : -1;
}
