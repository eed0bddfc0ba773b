import { useId } from 'react';
import './Segment.css';

export interface SegmentProps<T extends string> {
  /** Name of the choice, read aloud and not shown. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** Two or three words of which one is underlined: native radio buttons. */
export function Segment<T extends string>({ label, value, options, onChange }: SegmentProps<T>) {
  const name = useId();
  return (
    <div className="segment" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className="segment-option">
          <input
            className="input-over"
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
