import { useId, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { formatFixed } from '../../../figures/numbers';
import { turnTowards, type UnitWeights } from '../../../figures/planes/thresholds';
import { planePlace } from '../../../figures/planes/plane';
import type { Scene } from '../../../figures/planes/scene';
import { useActions, useFrames } from '../../../store/context';
import { firstLayerRef, type ParabolaModel } from './model';
import { currentWeights, parametersWith } from './thresholdWeights';
import type { useThresholdDrag } from './useThresholdDrag';
import { useFrameWriter, writeAttribute, type FrameWriters } from './writers';

/** In the plane's units and in degrees, as the arrow keys go; with Shift the second. */
const MOVES = [0.02, 0.1] as const;
const TURNS = [2, 15] as const;

const PARTS = ['line', 'normal'] as const;
type Part = (typeof PARTS)[number];

export interface ThresholdHandlesProps {
  readonly model: ParabolaModel;
  readonly scene: RefObject<Scene | null>;
  readonly drag: ReturnType<typeof useThresholdDrag>;
  readonly writers: FrameWriters;
}

/** Every threshold line's two handles: one moves it, one turns it. One of them at a time can be tabbed to. */
export function ThresholdHandles({ model, scene, drag, writers }: ThresholdHandlesProps) {
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const actions = useActions();
  const frames = useFrames();
  const [current, setCurrent] = useState(0);
  const units = model.sizes[1] ?? 0;
  // One feature alone gives all lines one direction.
  const turns = model.columns !== null && model.columns.every((column) => column >= 0);
  const parts = turns ? PARTS : (['line'] as const);
  const handles = Array.from({ length: units }, (_, unit) => parts.map((part) => ({ unit, part }))).flat();
  const tabbed = Math.min(current, handles.length - 1);

  useFrameWriter(
    writers,
    'read',
    ({ scene: shown, snapshot }) => {
      for (const handle of group.current?.children ?? []) {
        const unit = Number(handle.getAttribute('data-unit'));
        const part = handle.getAttribute('data-part') === 'normal' ? 'normal' : 'line';
        if (handle instanceof HTMLElement)
          writeHandle(handle, part, unit, shown, currentWeights(model, snapshot.parameters, unit));
      }
    },
    [model, turns],
  );

  function focus(index: number): void {
    const next = Math.max(0, Math.min(handles.length - 1, index));
    setCurrent(next);
    const handle = group.current?.children[next];
    if (handle instanceof HTMLElement) handle.focus({ preventScroll: true });
  }

  function steer(unit: number, part: Part, by: number, far: boolean): void {
    const parameters = frames.current()?.parameters;
    if (!parameters) return;
    const weights = currentWeights(model, parameters, unit);
    const norm = Math.hypot(weights.w1, weights.w2);
    const gesture = `threshold key ${part} ${unit}`;
    if (part === 'line') {
      const step = by * (far ? MOVES[1] : MOVES[0]);
      actions.setParameter(firstLayerRef(unit, 'bias'), weights.b - norm * step, gesture);
      return;
    }
    const turned = turnBy(weights, aboutOf(scene.current, unit, weights), by * (far ? TURNS[1] : TURNS[0]));
    if (turned === null) return;
    const label = `Turn the line of unit ${unit + 1}`;
    actions.setParameters(label, parametersWith(model, parameters, unit, turned), gesture);
  }

  function press(event: KeyboardEvent, index: number): void {
    const handle = handles[index];
    if (handle === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    const turn = { PageDown: 1, PageUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (by !== undefined) steer(handle.unit, handle.part, by, event.shiftKey);
    else if (turn !== undefined) focus(index + turn);
    else return;
    event.preventDefault();
  }

  function grab(event: PointerEvent<HTMLElement>, unit: number, part: Part): void {
    const box = group.current?.getBoundingClientRect();
    if (box === undefined || event.button !== 0 || !event.isPrimary) return;
    if (drag.start({ unit, part }, event.clientX - box.left, event.clientY - box.top))
      event.currentTarget.setPointerCapture(event.pointerId);
  }
  function pull(event: PointerEvent<HTMLElement>): void {
    const box = group.current?.getBoundingClientRect();
    if (box !== undefined) drag.move(event.clientX - box.left, event.clientY - box.top);
  }

  return (
    <>
      <div
        ref={group}
        role="group"
        aria-label="Threshold lines"
        aria-describedby={id}
        className="plane-handles"
        data-keys="arrows"
      >
        {handles.map(({ unit, part }, index) => (
          <span
            key={`${part} ${unit}`}
            role="slider"
            tabIndex={index === tabbed ? 0 : -1}
            className="plane-handle"
            data-unit={unit}
            data-part={part}
            aria-label={`${part === 'line' ? 'Line' : 'Normal'} of unit ${unit + 1}`}
            aria-valuenow={0}
            onFocus={() => setCurrent(index)}
            onKeyDown={(event) => press(event, index)}
            onKeyUp={() => actions.endGesture()}
            onPointerDown={(event) => grab(event, unit, part)}
            onPointerMove={pull}
            onPointerUp={drag.end}
            onPointerCancel={drag.end}
          />
        ))}
      </div>
      <p id={id} className="visually-hidden">
        Arrow keys move a line along its normal{turns ? ' or turn the normal' : ''}, with Shift farther. Page
        Down and Page Up go from handle to handle.
      </p>
    </>
  );
}

/** The place about which a line turns: where its normal stands, or where it is nearest to the origin. */
function aboutOf(shown: Scene | null, unit: number, { w1, w2, b }: UnitWeights): readonly [number, number] {
  const normal = shown?.normals.find((each) => each.unit === unit);
  if (shown && normal) return planePlace(shown.inputPlane, normal.baseX, normal.baseY);
  const norm = w1 * w1 + w2 * w2;
  return [(-b * w1) / norm, (-b * w2) / norm];
}

function turnBy(weights: UnitWeights, about: readonly [number, number], degrees: number): UnitWeights | null {
  const angle = (degrees * Math.PI) / 180;
  const { w1, w2 } = weights;
  const normal = [
    w1 * Math.cos(angle) - w2 * Math.sin(angle),
    w1 * Math.sin(angle) + w2 * Math.cos(angle),
  ] as const;
  return turnTowards(weights, about, normal);
}

/** Where a handle stands and what it says of its line. */
function writeHandle(
  handle: HTMLElement,
  part: Part,
  unit: number,
  { normals, inputPlane }: Scene,
  { w1, w2, b }: UnitWeights,
): void {
  const normal = normals.find((each) => each.unit === unit);
  handle.hidden = normal === undefined;
  if (normal === undefined) return;
  const [x, y] = part === 'line' ? [normal.baseX, normal.baseY] : [normal.tipX, normal.tipY];
  const inside = (at: number, size: number) => Math.max(0, Math.min(size, at));
  const place = `translate(${inside(x, inputPlane.width).toFixed(2)}px, ${inside(y, inputPlane.height).toFixed(2)}px)`;
  if (handle.style.transform !== place) handle.style.transform = place;
  const angle = (Math.atan2(w2, w1) * 180) / Math.PI;
  const away = -b / Math.hypot(w1, w2);
  const value = part === 'line' ? away.toFixed(2) : angle.toFixed(0);
  const text =
    part === 'line'
      ? `${formatFixed(away, 2)} from the origin`
      : `points to ${formatFixed(angle, 0)} degrees`;
  writeAttribute(handle, 'aria-valuenow', value);
  writeAttribute(handle, 'aria-valuetext', text);
}
