import { useId, useRef, useState } from 'react';
import { Fault } from './Fault';
import { Field, type FieldProps } from './Field';
import { parseNumber } from './parseNumber';
import { useFault } from './useFault';
import './SpinButton.css';

export interface SpinButtonProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly integer?: boolean;
  readonly onChange: (value: number) => void;
  /** What was typed is complete: the next change is another one. */
  readonly onEnd: () => void;
  readonly layout?: NonNullable<FieldProps['layout']>;
  readonly disabled?: boolean;
}

/** A native number field whose every valid value takes effect while it is typed. */
export function SpinButton(props: SpinButtonProps) {
  const { label, value, min, max, step = 1, integer = true, layout, disabled = false } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [fault, setFault] = useFault();

  function type(text: string): void {
    setDraft(text);
    setFault(null);
    const parsed = parseNumber(text, { min, max, integer });
    if (parsed.ok) props.onChange(Number(parsed.value));
  }
  function finish(): void {
    if (draft !== null) {
      const parsed = parseNumber(draft, { min, max, integer });
      // The native field keeps to itself what is no number at all.
      const badInput = field.current?.validity.badInput === true;
      setFault(parsed.ok ? null : badInput ? parsed.fault.replace('nothing', 'no number') : parsed.fault);
    }
    setDraft(null);
    props.onEnd();
  }
  return (
    <Field label={label} htmlFor={id} disabled={disabled} {...(layout ? { layout } : {})}>
      <input
        ref={field}
        id={id}
        className="spin-button"
        type="number"
        min={min}
        max={max}
        step={integer ? step : 'any'}
        disabled={disabled}
        value={disabled ? '' : (draft ?? String(value))}
        placeholder={disabled ? '–' : undefined}
        aria-invalid={fault !== null || undefined}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        style={{ '--digits': String(value).length }}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && finish()}
        onBlur={finish}
      />
      <Fault id={`${id}-fault`} text={fault} anchor={field} />
    </Field>
  );
}
