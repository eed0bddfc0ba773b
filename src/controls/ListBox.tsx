import { useRef, type RefObject } from 'react';
import { useFloating } from './useFloating';
import './ListBox.css';

export interface ListBoxProps {
  readonly id: string;
  readonly label: string;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly options: readonly string[];
  /** index of the present value, −1 when it is not in the list */
  readonly selected: number;
  /** index of the option that Enter chooses, −1 for none */
  readonly active: number;
  readonly onChoose: (index: number) => void;
}

/** The list of an editable combobox: focus stays in its field. */
export function ListBox({ id, label, anchor, options, selected, active, onChoose }: ListBoxProps) {
  const list = useRef<HTMLDivElement>(null);
  useFloating({ anchor, popover: list, open: true });
  return (
    <div ref={list} id={`${id}-list`} popover="manual" role="listbox" aria-label={label} className="list-box">
      {options.map((option, index) => (
        // The field's key handler chooses by keyboard.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={option}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === selected}
          data-active={index === active || undefined}
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(index)}
        >
          {option}
        </div>
      ))}
    </div>
  );
}
