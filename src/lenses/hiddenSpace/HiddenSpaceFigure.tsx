import { useId, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { nearestToken, type Spot } from '../../figures/hiddenSpace/scene';
import { turned } from '../../figures/hiddenSpace/view';
import { useSize } from '../../controls/useSize';
import { useActions, useFrames, useSelect } from '../../store/context';
import { AxisNames } from './AxisNames';
import type { HiddenSpaceChoice } from './useHiddenSpace';
import { useHiddenSpaceDrawing } from './useHiddenSpaceDrawing';

export interface HiddenSpaceFigureProps {
  readonly choice: HiddenSpaceChoice;
  /** The words that the frames write: share of the variance, the chosen token's place. */
  readonly words: RefObject<HTMLDivElement | null>;
  readonly description: string;
}

/** px around the pointer in which a token is meant, and that a press may wander before it turns the figure */
const REACH = { mouse: 10, touch: 22 } as const;
const SLACK = 4;
/** radians a press of a key, and a px of dragging */
const KEY_TURN = Math.PI / 24;
const DRAG_TURN = 0.01;

const ARROWS: Readonly<Record<string, Spot>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The data as a layer sees them. A press chooses a token; three units are turned by dragging and by the arrow keys. */
export function HiddenSpaceFigure({ choice, words, description }: HiddenSpaceFigureProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const names = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const actions = useActions();
  const frames = useFrames();
  const showTest = useSelect((state) => state.view.showTest);
  const press = useRef<{ x: number; y: number; wandered: boolean } | null>(null);
  const { model, turn, deep } = choice;
  const picture = useHiddenSpaceDrawing({ canvas, names, words, size, choice });

  function turnBy(byYaw: number, byPitch: number): void {
    turn.current = turned(turn.current, byYaw, byPitch);
    frames.redraw();
  }
  function start(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0 || !event.isPrimary) return;
    press.current = { x: event.clientX, y: event.clientY, wandered: false };
    event.currentTarget.setPointerCapture(event.pointerId);
  }
  function move(event: PointerEvent<HTMLElement>): void {
    const from = press.current;
    if (from === null) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.wandered && Math.hypot(dx, dy) <= SLACK) return;
    press.current = { x: event.clientX, y: event.clientY, wandered: true };
    if (deep) turnBy(DRAG_TURN * dx, DRAG_TURN * dy);
  }
  function end(event: PointerEvent<HTMLElement>): void {
    const from = press.current;
    press.current = null;
    if (from === null || from.wandered || picture.current === null) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { tokens, frame } = picture.current;
    const spot: Spot = [event.clientX - left, event.clientY - top];
    const { train, test } = model.dataset;
    const reach = event.pointerType === 'touch' ? REACH.touch : REACH.mouse;
    const token = nearestToken(tokens, frame, spot, reach, showTest ? [train, test] : [train]);
    if (token >= 0) actions.setToken(token);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key];
    if (arrow === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (deep) turnBy(KEY_TURN * arrow[0], KEY_TURN * arrow[1]);
    else actions.stepToken(arrow[0] + arrow[1]);
  }
  return (
    <div ref={box} className="hidden-space-figure">
      <canvas ref={canvas} role="img" aria-label="Hidden space" aria-describedby={id} />
      <p id={id} className="visually-hidden">
        {description}
      </p>
      <AxisNames ref={names} choice={choice} />
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- an application has keys of its own */}
      <div
        className="hidden-space-pad"
        role="application"
        aria-label={deep ? 'Turn the hidden space with the arrow keys' : 'Choose a token with the arrow keys'}
        data-keys="arrows"
        data-turns={deep || undefined}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={() => {
          press.current = null;
        }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
