import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { Fault } from '../../../controls/Fault';
import { parseNumber } from '../../../controls/parseNumber';
import { useFault } from '../../../controls/useFault';
import { Num } from '../numbers';

/** Numbers that a leaf takes. */
const LIMITS = { min: -100, max: 100 } as const;
/** change per px of a drag */
const PER_PX = 0.02;
/** px that a pressed pointer may wander before it drags */
const SLACK = 3;

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 0.1,
  ArrowRight: 0.1,
  ArrowDown: -0.1,
  ArrowLeft: -0.1,
  PageUp: 1,
  PageDown: -1,
};

export interface LeafProps {
  readonly name: string;
  readonly node: number;
  /** `gesture` is the same throughout one drag. */
  readonly onMove: (value: number, gesture: string) => void;
}

let gestures = 0;

/** A leaf's number: dragged sideways, moved by the arrow keys, or typed after Enter, a digit or a double click. */
export function Leaf({ name, node, onMove }: LeafProps) {
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; value: number; gesture: string; moved: boolean } | null>(null);
  const [draft, setDraft] = useState<string | null>(null);

  const present = () => Number(box.current?.querySelector('data')?.value);
  const move = (value: number, gesture: string) => onMove(round(value), gesture);
  const nextGesture = () => `leaf ${(gestures += 1)}`;

  function press(event: PointerEvent<HTMLDivElement>): void {
    if (event.button !== 0 || !event.isPrimary) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, value: present(), gesture: nextGesture(), moved: false };
  }
  function follow({ clientX }: PointerEvent<HTMLDivElement>): void {
    const going = drag.current;
    if (going === null) return;
    going.moved ||= Math.abs(clientX - going.x) > SLACK;
    if (going.moved) move(going.value + (clientX - going.x) * PER_PX, going.gesture);
  }
  const release = () => {
    drag.current = null;
  };
  function key(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = STEPS[event.key];
    if (step !== undefined) move(present() + (event.shiftKey ? step / 10 : step), nextGesture());
    else if (event.key === 'Enter') setDraft(String(present()));
    else if (/^[-0-9.]$/u.test(event.key)) setDraft(event.key);
    else return;
    event.preventDefault();
  }
  function end(value: number | null, byKey: boolean): void {
    setDraft(null);
    if (value !== null) onMove(value, nextGesture());
    if (byKey) requestAnimationFrame(() => box.current?.focus());
  }
  return (
    <>
      {draft !== null && <LeafField name={name} draft={draft} onEnd={end} />}
      <div
        ref={box}
        role="slider"
        hidden={draft !== null}
        tabIndex={0}
        className="graph-leaf"
        aria-label={name}
        aria-valuemin={LIMITS.min}
        aria-valuemax={LIMITS.max}
        aria-valuenow={0}
        title="Drag sideways, or press Enter to type"
        onPointerDown={press}
        onPointerMove={follow}
        onPointerUp={release}
        onPointerCancel={release}
        onDoubleClick={() => setDraft(String(present()))}
        onKeyDown={key}
      >
        <Num k={`v:${node}`} />
      </div>
    </>
  );
}

function round(value: number): number {
  return Number(Math.max(LIMITS.min, Math.min(LIMITS.max, value)).toFixed(4));
}

interface LeafFieldProps {
  readonly name: string;
  readonly draft: string;
  /** null leaves the number as it is */
  readonly onEnd: (value: number | null, byKey: boolean) => void;
}

function LeafField({ name, draft, onEnd }: LeafFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(draft);
  const [fault, setFault] = useFault();
  useEffect(() => field.current?.focus(), []);
  function take(byKey: boolean): void {
    const parsed = parseNumber(text, LIMITS);
    if (parsed.ok) onEnd(Number(parsed.value), byKey);
    else if (byKey) setFault(parsed.fault);
    else onEnd(null, false);
  }
  return (
    <>
      <input
        ref={field}
        className="graph-field"
        aria-label={`Value of ${name}`}
        aria-invalid={fault !== null || undefined}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => take(false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(true);
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onEnd(null, true);
        }}
      />
      <Fault id={`fault-${name}`} text={fault} anchor={field} />
    </>
  );
}
