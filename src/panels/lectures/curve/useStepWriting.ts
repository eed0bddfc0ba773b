import { useRef, type FocusEvent, type KeyboardEvent, type PointerEvent } from 'react';
import type { Experiment } from '../../../experiment/experiment';
import type { HiddenActivation } from '../../../experiment/names';
import {
  heightPlace,
  moveStep,
  positionOf,
  raiseStep,
  steepenStep,
  steepnessPlace,
  stepIndices,
  stepOf,
  weightAt,
  type UnitStep,
} from '../../../figures/curve/handles';
import { useActions, useFrames } from '../../../store/context';

export type Grip = 'position' | 'steepness' | 'height';

export interface StepWritingOptions {
  readonly experiment: Experiment;
  readonly activation: HiddenActivation;
  readonly locate: (event: PointerEvent) => { x: number; y: number } | null;
  readonly onHold: (held: boolean) => void;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Drag {
  readonly step: UnitStep;
  /** from the pointer to the handle's own place */
  readonly offset: Place;
}

/** What the keys wrote last, until the frames have surely brought it. */
interface Written {
  readonly unit: number;
  readonly step: UnitStep;
  readonly at: number;
}

/** ms after which a frame has brought what was written */
const SETTLED = 1000;
const ARROWS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
/** What a key changes, and what it does with Shift. */
const MOVES = [0.01, 0.1] as const;
const RAISES = [0.05, 0.5] as const;
const STEEPER = [1.05, 1.5] as const;

/** The handlers of a unit's handles: a drag, or the press of a key, writes its weights and is one step of undo. */
export function useStepWriting({ experiment, activation, locate, onHold }: StepWritingOptions) {
  const actions = useActions();
  const frames = useFrames();
  const drag = useRef<Drag | null>(null);
  const written = useRef<Written | null>(null);

  function present(unit: number): UnitStep | null {
    const snapshot = frames.current();
    return snapshot === null ? null : stepOf(experiment, snapshot.parameters, unit);
  }

  /** Writes those of the unit's parameters that differ from `from`. */
  function write(unit: number, from: UnitStep, to: UnitStep, gesture: string): void {
    const parameters = frames.current()?.parameters.slice();
    if (parameters === undefined) return;
    const indices = stepIndices(experiment, unit);
    for (const name of ['weight', 'bias', 'output'] as const)
      if (from[name] !== to[name]) parameters[indices[name]] = to[name];
    actions.setParameters(`Unit ${unit + 1} by hand`, parameters, gesture);
  }

  function begin(event: PointerEvent<HTMLElement>, unit: number, grip: Grip): void {
    const step = present(unit);
    const place = locate(event);
    if (event.button !== 0 || !event.isPrimary || step === null || place === null) return;
    const own = ownPlace(step, grip, activation) ?? place;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    event.preventDefault();
    event.stopPropagation();
    // A handle at the frame's edge stands for a place beyond it: it comes to the pointer.
    const near = Number.isFinite(own.x) && !event.currentTarget.hasAttribute('data-off');
    drag.current = { step, offset: near ? { x: own.x - place.x, y: own.y - place.y } : { x: 0, y: 0 } };
    written.current = null;
    onHold(true);
  }

  function move(event: PointerEvent<HTMLElement>, unit: number, grip: Grip): void {
    const place = locate(event);
    if (drag.current === null || place === null) return;
    event.stopPropagation();
    const { step, offset } = drag.current;
    const to = dragged(step, grip, activation, { x: place.x + offset.x, y: place.y + offset.y });
    write(unit, step, to, `drag ${grip} ${unit}`);
  }

  function end(): void {
    if (drag.current === null) return;
    drag.current = null;
    actions.endGesture();
    onHold(false);
  }

  function press(event: KeyboardEvent<HTMLElement>, unit: number, grip: Grip): void {
    if (event.ctrlKey || event.metaKey) written.current = null;
    const direction = ARROWS[event.key];
    if (direction === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const last = written.current;
    const known = last !== null && last.unit === unit && event.timeStamp - last.at < SETTLED;
    const step = known ? last.step : present(unit);
    if (step === null) return;
    const to = nudged(step, grip, direction, event.shiftKey ? 1 : 0);
    written.current = { unit, step: to, at: event.timeStamp };
    write(unit, { weight: NaN, bias: NaN, output: NaN }, to, `key ${grip} ${unit}`);
  }

  return (unit: number, grip: Grip) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => begin(event, unit, grip),
    onPointerMove: (event: PointerEvent<HTMLElement>) => move(event, unit, grip),
    onPointerUp: end,
    onPointerCancel: end,
    onLostPointerCapture: end,
    onClick: (event: { stopPropagation: () => void }) => event.stopPropagation(),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => press(event, unit, grip),
    onKeyUp: () => actions.endGesture(),
    onBlur: (_event: FocusEvent) => {
      written.current = null;
      actions.endGesture();
    },
  });
}

function ownPlace(step: UnitStep, grip: Grip, activation: HiddenActivation): Place | null {
  if (grip === 'position') return { x: positionOf(step), y: 0 };
  return grip === 'steepness' ? steepnessPlace(step, activation) : heightPlace(step, activation);
}

/** The step as it is with a handle brought to a place. */
function dragged(step: UnitStep, grip: Grip, activation: HiddenActivation, { x, y }: Place): UnitStep {
  if (grip === 'position') return moveStep(step, x);
  return grip === 'steepness' ? steepenStep(step, weightAt(step, x)) : raiseStep(step, activation, y);
}

/** The step after one press of an arrow key; `far` is 1 with Shift. */
function nudged(step: UnitStep, grip: Grip, direction: -1 | 1, far: 0 | 1): UnitStep {
  if (grip === 'height') return { ...step, output: step.output + direction * RAISES[far] };
  if (grip === 'steepness') return steepenStep(step, step.weight * STEEPER[far] ** direction);
  const position = Number.isFinite(positionOf(step)) ? positionOf(step) : 0;
  return moveStep(step, Math.round((position + direction * MOVES[far]) * 1000) / 1000);
}
