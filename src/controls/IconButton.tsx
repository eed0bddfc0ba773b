import { useRef, useState, type RefObject } from 'react';
import { Icon, type IconName } from './Icon';
import { useFloating } from './useFloating';
import './IconButton.css';

export interface IconButtonProps {
  /** Accessible name and tooltip. */
  readonly label: string;
  readonly icon: IconName;
  readonly onClick: () => void;
  /** The key that does the same, as in 'R' or 'Shift+→'. */
  readonly shortcut?: string;
  /** More to say in the tooltip, under the name. */
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly expanded?: boolean;
  /** For a button that stays in, as a lock does. */
  readonly pressed?: boolean;
  readonly size?: 'regular' | 'small';
  readonly className?: string;
}

/** A button that keeps its place in the order of focus when there is nothing to press. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, onClick, disabled = false, size = 'regular' } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [named, setNamed] = useState(false);
  return (
    // ARIA 1.3 allows a description on every role.
    // eslint-disable-next-line jsx-a11y/role-supports-aria-props
    <button
      ref={button}
      type="button"
      className={`icon-button icon-button-${size} ${props.className ?? ''}`}
      aria-label={label}
      aria-description={props.hint}
      aria-disabled={disabled || undefined}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
      aria-keyshortcuts={props.shortcut === undefined ? undefined : keyNames(props.shortcut)}
      onClick={() => {
        setNamed(false);
        if (!disabled) onClick();
      }}
      onPointerEnter={(event) => setNamed(event.pointerType !== 'touch')}
      onPointerLeave={() => setNamed(false)}
      onFocus={(event) => setNamed(event.currentTarget.matches(':focus-visible'))}
      onBlur={() => setNamed(false)}
      onKeyDown={(event) => event.key === 'Escape' && setNamed(false)}
    >
      <Icon name={icon} />
      {named && <Tooltip {...props} anchor={button} />}
    </button>
  );
}

interface TooltipProps {
  readonly label: string;
  readonly shortcut?: string;
  readonly hint?: string;
  readonly anchor: RefObject<HTMLElement | null>;
}

/** The name in words, and nothing but the name in the text: shortcut and hint are drawn by the style sheet. */
function Tooltip({ label, shortcut, hint, anchor }: TooltipProps) {
  const tip = useRef<HTMLSpanElement>(null);
  useFloating({ anchor, popover: tip, open: true, align: 'center', gap: 0 });
  return (
    <span ref={tip} popover="manual" role="tooltip" className="tooltip">
      <span className="tooltip-text" data-shortcut={shortcut} data-hint={hint}>
        {label}
      </span>
    </span>
  );
}

/** The names that `aria-keyshortcuts` wants. */
function keyNames(shortcut: string): string {
  return shortcut.replace('→', 'ArrowRight').replace('←', 'ArrowLeft').replace('Ctrl', 'Control');
}
