import { useId } from 'react';
import { Select } from '../../controls/Select';
import { TextButton } from '../../controls/TextButton';
import { MathSymbol } from '../../panels/network/MathSymbol';
import { classNames } from '../../panels/output/shown';
import { useDataset } from '../../panels/useDataset';
import { useSelect } from '../../store/context';
import {
  canType,
  endTyping,
  faultOf,
  setTyping,
  typed,
  typingOf,
  type TypedNumber,
  type Typing,
} from './typedToken';
import { usePad } from './useToldToken';
import './TypedToken.css';

/** Begins and ends a token of one's own: in fields, or for digits by what is drawn on the pad. */
export function TypedTokenButton({ typing, place }: { typing: Typing | null; place: number }) {
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const pad = usePad();
  // One button in one place keeps the focus; little room is left beside the stages.
  if (typing !== null)
    return (
      <TextButton label="Back to the data" onClick={endTyping}>
        Back
      </TextButton>
    );
  const from = canType(experiment) ? 'fields' : pad === null ? null : 'pad';
  if (from === null) return null;
  return (
    <TextButton
      label={from === 'pad' ? 'Use the pad’s digit' : 'Type a token'}
      onClick={() => setTyping(typingOf(experiment, dataset, place, from))}
    >
      {from === 'pad' ? 'Pad’s digit' : 'Type'}
    </TextButton>
  );
}

/** The fields of the token that is told: coordinates, then what the network is to answer. */
export function TypedTokenFields({ typing }: { typing: Typing }) {
  const { point, target } = typing;
  const experiment = useSelect((state) => state.experiment);
  const names = classNames(experiment);
  const change = (all: readonly TypedNumber[], i: number, text: string): readonly TypedNumber[] =>
    all.map((each, k) => (k === i ? typed(text, each) : each));
  return (
    <div className="typed-token" role="group" aria-label="Typed token">
      <span className="typed-token-name">{typing.from === 'pad' ? 'Pad’s digit' : 'Typed token'}</span>
      {point.map(({ text }, d) => (
        <NumberField
          key={d}
          letter="x"
          index={String(d + 1)}
          text={text}
          onChange={(to) => setTyping({ ...typing, point: change(point, d, to) })}
        />
      ))}
      {target.map(({ text }, k) => (
        <NumberField
          key={k}
          letter="y"
          index={target.length > 1 ? String(k + 1) : ''}
          text={text}
          onChange={(to) => setTyping({ ...typing, target: change(target, k, to) })}
        />
      ))}
      {target.length === 0 && (
        <Select
          label="y"
          layout="inline"
          value={String(typing.label)}
          options={names.map(({ name }, label) => ({ value: String(label), label: name }))}
          onChange={(label) => setTyping({ ...typing, label: Number(label) })}
        />
      )}
    </div>
  );
}

interface NumberFieldProps {
  readonly letter: string;
  /** '' where there is but one */
  readonly index: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Every number takes effect while it is typed; what is none keeps standing, with a sentence beside it. */
function NumberField({ letter, index, text, onChange }: NumberFieldProps) {
  const id = useId();
  const fault = faultOf(text);
  return (
    <div className="typed-token-field">
      <label htmlFor={id} aria-hidden="true">
        <MathSymbol letter={letter} {...(index === '' ? {} : { index })} />
      </label>
      <input
        id={id}
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={`${letter}${index}`}
        value={text}
        aria-invalid={fault !== null || undefined}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onChange={(event) => onChange(event.target.value)}
      />
      {fault !== null && (
        <span id={`${id}-fault`} role="alert" className="typed-token-fault">
          {fault} The last number holds.
        </span>
      )}
    </div>
  );
}
