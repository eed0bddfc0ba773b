import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Fault } from './Fault';
import { Field } from './Field';
import { ListBox } from './ListBox';
import { formatNumber, parseNumber, type NumberLimits } from './parseNumber';
import { useFault } from './useFault';
import './ValueBox.css';
import './NumberCombobox.css';

export interface NumberComboboxProps {
  readonly label: string;
  /** A number, or the limits' word. */
  readonly value: number | string;
  /** Common values. */
  readonly options: readonly (number | string)[];
  readonly limits: NumberLimits;
  readonly onChange: (value: number | string) => void;
  readonly disabled?: boolean;
}

const show = (value: number | string) => (typeof value === 'number' ? formatNumber(value) : value);

/** A field with a list of common values; any number within the limits can be typed. */
export function NumberCombobox(props: NumberComboboxProps) {
  const { label, value, options, limits, onChange, disabled = false } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const [fault, setFault] = useFault();
  const present = options.findIndex((option) => option === value);

  function close(): void {
    setOpen(false);
    setActive(-1);
  }
  function choose(index: number): void {
    const chosen = options[index];
    close();
    setDraft(null);
    setFault(null);
    if (chosen !== undefined && chosen !== value) onChange(chosen);
  }
  function commit(): void {
    const typed = draft;
    close();
    setDraft(null);
    if (typed === null || typed === show(value)) return;
    const parsed = parseNumber(typed, limits);
    setFault(parsed.ok ? null : parsed.fault);
    if (parsed.ok && parsed.value !== value) onChange(parsed.value);
  }
  function move(by: number): void {
    const from = active >= 0 ? active : open || present < 0 ? (by > 0 ? -1 : options.length) : present - by;
    setOpen(true);
    setActive(Math.max(0, Math.min(options.length - 1, from + by)));
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (event.altKey) setOpen(event.key === 'ArrowDown');
      else move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      if (open && active >= 0) choose(active);
      else commit();
    } else if (event.key === 'Escape' && (open || draft !== null || fault !== null)) {
      event.stopPropagation();
      if (!open) setDraft(null);
      setFault(null);
      close();
    }
  }

  return (
    <Field label={label} htmlFor={id} disabled={disabled}>
      <span className="value-box number-combobox">
        <span className="value-box-width" aria-hidden="true">
          {disabled ? '–' : (draft ?? show(value))}
        </span>
        <input
          ref={input}
          id={id}
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          inputMode={limits.word === undefined ? 'decimal' : 'text'}
          aria-autocomplete="none"
          aria-expanded={open}
          aria-controls={open ? `${id}-list` : undefined}
          aria-activedescendant={open && active >= 0 ? `${id}-${active}` : undefined}
          aria-invalid={fault !== null || undefined}
          aria-describedby={fault === null ? undefined : `${id}-fault`}
          disabled={disabled}
          value={disabled ? '–' : (draft ?? show(value))}
          onChange={(event) => {
            setDraft(event.target.value);
            setFault(null);
            setActive(-1);
          }}
          onFocus={(event) => event.target.select()}
          onClick={() => setOpen(true)}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
      </span>
      {open && (
        <ListBox
          id={id}
          label={label}
          anchor={input}
          options={options.map(show)}
          selected={present}
          active={active}
          onChoose={choose}
        />
      )}
      <Fault id={`${id}-fault`} text={fault} anchor={input} />
    </Field>
  );
}
