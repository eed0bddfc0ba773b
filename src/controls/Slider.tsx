import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { Fault } from './Fault';
import { formatNumber, parseNumber } from './parseNumber';
import { useFault } from './useFault';
import './Slider.css';

export interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value as shown beside the track. */
  readonly text: string;
  /** The value as read aloud. */
  readonly valueText?: string;
  /** What a typed number is divided by, as 100 where percents are shown. */
  readonly typedScale?: number;
  readonly onChange: (value: number) => void;
  /** The drag, or the press of a key, is over. */
  readonly onEnd: () => void;
  /** Not applicable: shows "–". */
  readonly disabled?: boolean;
}

const MOVING_KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];

/** A native slider; a double click or Enter on it types a number. */
export function Slider(props: SliderProps) {
  const { label, value, min, max, step, disabled = false, onEnd } = props;
  const id = useId();
  const range = useRef<HTMLInputElement>(null);
  const held = useRef(false);
  const [typing, setTyping] = useState(false);
  const [fault, setFault] = useFault();

  // React's onChange is the input event; the native change event tells the end of a drag.
  useEffect(() => {
    const element = range.current;
    const released = () => {
      if (!held.current) onEnd();
    };
    element?.addEventListener('change', released);
    return () => element?.removeEventListener('change', released);
  }, [onEnd]);

  function release(): void {
    if (held.current) onEnd();
    held.current = false;
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (MOVING_KEYS.includes(event.key)) held.current = true;
    if (event.key === 'Enter') {
      event.preventDefault();
      setTyping(true);
    }
  }
  const share = (100 * (Math.max(min, Math.min(max, value)) - min)) / (max - min);
  return (
    <div className="slider" data-disabled={disabled || undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={range}
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        disabled={disabled}
        aria-valuetext={disabled ? 'not applicable' : (props.valueText ?? props.text)}
        style={{ '--share': `${share}%` }}
        onChange={(event) => props.onChange(event.target.valueAsNumber)}
        onKeyDown={onKeyDown}
        onKeyUp={release}
        onBlur={release}
        onDoubleClick={() => setTyping(true)}
      />
      {typing && !disabled ? (
        <TypedValue
          {...props}
          faultId={`${id}-fault`}
          fault={fault}
          setFault={setFault}
          range={range}
          onDone={() => setTyping(false)}
        />
      ) : (
        // Typing is offered to the keyboard by Enter on the slider itself.

        <span className="slider-value" aria-hidden="true" onDoubleClick={() => setTyping(true)}>
          {disabled ? '–' : props.text}
        </span>
      )}
      <Fault id={`${id}-fault`} text={fault} anchor={range} />
    </div>
  );
}

interface TypedValueProps extends SliderProps {
  readonly faultId: string;
  readonly fault: string | null;
  readonly setFault: (fault: string | null) => void;
  readonly range: RefObject<HTMLInputElement | null>;
  readonly onDone: () => void;
}

function TypedValue(props: TypedValueProps) {
  const { label, value, min, max, step, typedScale = 1, fault, setFault } = props;
  const field = useRef<HTMLInputElement>(null);
  const before = formatNumber(value * typedScale);
  const [draft, setDraft] = useState(before);
  /** Set once Enter or Esc has settled the matter, so that the blur that follows does not. */
  const settled = useRef(false);
  useEffect(() => field.current?.select(), []);

  function commit(): boolean {
    const integer = Number.isInteger(step * typedScale);
    const parsed = parseNumber(draft, { min: min * typedScale, max: max * typedScale, integer });
    setFault(parsed.ok ? null : parsed.fault);
    if (!parsed.ok) return false;
    if (draft !== before) props.onChange(Number(parsed.value) / typedScale);
    props.onEnd();
    return true;
  }
  function finish(): void {
    settled.current = true;
    props.onDone();
    props.range.current?.focus();
  }
  return (
    <input
      ref={field}
      className="slider-typed"
      inputMode="decimal"
      aria-label={`${label} as a number`}
      aria-invalid={fault !== null || undefined}
      aria-describedby={fault === null ? undefined : props.faultId}
      value={draft}
      onChange={(event) => {
        setDraft(event.target.value);
        setFault(null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          setFault(null);
          finish();
        } else if (event.key === 'Enter' && commit()) finish();
      }}
      onBlur={() => {
        if (settled.current) return;
        commit();
        props.onDone();
      }}
    />
  );
}
