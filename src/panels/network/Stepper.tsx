import type { ReactNode } from 'react';
import { IconButton } from '../../controls/IconButton';

export interface StepperProps {
  readonly removeLabel: string;
  readonly addLabel: string;
  /** Why there is nothing more to remove or to add; null while there is. */
  readonly removeReason: string | null;
  readonly addReason: string | null;
  readonly onRemove: () => void;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

/** A count between a button that takes one away and a button that adds one. */
export function Stepper(props: StepperProps) {
  const reason = (text: string | null) => (text === null ? {} : { hint: text });
  return (
    <span className="network-stepper">
      <IconButton
        label={props.removeLabel}
        icon="minus"
        size="small"
        disabled={props.removeReason !== null}
        onClick={props.onRemove}
        {...reason(props.removeReason)}
      />
      <span className="network-count">{props.children}</span>
      <IconButton
        label={props.addLabel}
        icon="plus"
        size="small"
        disabled={props.addReason !== null}
        onClick={props.onAdd}
        {...reason(props.addReason)}
      />
    </span>
  );
}
