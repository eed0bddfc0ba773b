import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Icon } from './Icon';
import { useFloating } from './useFloating';
import './Disclosure.css';

export interface DisclosureProps {
  readonly label: string;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
}

/** A button that opens a panel beside it; Esc or a press elsewhere closes it. */
export function Disclosure({ label, children, align = 'start' }: DisclosureProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useFloating({ anchor: button, popover: panel, open, align, gap: 8 });

  useEffect(() => {
    if (!open) return undefined;
    const pressed = (event: PointerEvent) => {
      const { target } = event;
      const inside =
        target instanceof Node && (panel.current?.contains(target) || button.current?.contains(target));
      if (!inside) setOpen(false);
    };
    addEventListener('pointerdown', pressed);
    return () => removeEventListener('pointerdown', pressed);
  }, [open]);

  return (
    // No part of its own: Esc is heard from the fields inside.
    <div
      role="presentation"
      className="disclosure"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
      onBlur={(event) => {
        const to = event.relatedTarget;
        if (to !== null && !event.currentTarget.contains(to)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        className="disclosure-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {label}
        <Icon name="chevron" />
      </button>
      {open && (
        <div
          ref={panel}
          id={id}
          popover="manual"
          role="group"
          aria-label={label}
          className="disclosure-panel"
        >
          {children}
        </div>
      )}
    </div>
  );
}
