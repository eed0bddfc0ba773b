import { useRef, type RefObject } from 'react';
import { useFloating } from './useFloating';
import './Fault.css';

export interface FaultProps {
  readonly id: string;
  readonly text: string | null;
  /** the field that the sentence stands beside */
  readonly anchor: RefObject<HTMLElement | null>;
}

/** One sentence beside a field: what was expected and what was found. */
export function Fault({ id, text, anchor }: FaultProps) {
  const popover = useRef<HTMLParagraphElement>(null);
  useFloating({ anchor, popover, open: text !== null, gap: 8 });
  if (text === null) return null;
  return (
    <p ref={popover} id={id} popover="manual" role="alert" className="fault">
      {text}
    </p>
  );
}
