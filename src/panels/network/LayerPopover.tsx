import { useCallback, useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { HeadMode } from '../../figures/network/layout';
import { useFloating } from '../../controls/useFloating';

export interface LayerPopoverProps {
  readonly title: string;
  /** null for the output, whose units are not a choice */
  readonly count: number | null;
  readonly activation: string;
  readonly mode: HeadMode;
  readonly children: ReactNode;
}

/** "8 tanh": a layer's controls behind one button, beside it or, on a phone, as a sheet at the bottom. */
export function LayerPopover({ title, count, activation, mode, children }: LayerPopoverProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = useCallback(() => {
    setOpen(false);
    button.current?.focus();
  }, []);
  const name =
    count === null
      ? `${title} ${activation}`
      : `${title}: ${count} ${activation} ${count === 1 ? 'unit' : 'units'}`;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="network-head-button"
        aria-label={name}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <b>{count ?? title}</b> <span>{activation}</span>
      </button>
      {open && (
        <LayerSheet id={id} title={title} phone={mode === 'phone'} anchor={button} onClose={close}>
          {children}
        </LayerSheet>
      )}
    </>
  );
}

interface LayerSheetProps {
  readonly id: string;
  readonly title: string;
  readonly phone: boolean;
  readonly anchor: RefObject<HTMLButtonElement | null>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

function LayerSheet({ id, title, phone, anchor, onClose, children }: LayerSheetProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useFloating({ anchor, popover: sheet, open: true, align: 'center', gap: 4 });
  useEffect(() => sheet.current?.querySelector<HTMLElement>('button, select')?.focus(), []);
  useEffect(() => {
    const outside = ({ target }: PointerEvent) => {
      if (!(target instanceof Node)) return;
      if (!sheet.current?.contains(target) && !anchor.current?.contains(target)) onClose();
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [anchor, onClose]);
  return (
    // No part of its own: Esc is heard from the sheet and all that is in it.
    <div
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div
        ref={sheet}
        id={id}
        role="dialog"
        tabIndex={-1}
        aria-label={title}
        popover="manual"
        className={phone ? 'network-sheet network-sheet-phone' : 'network-sheet'}
      >
        <h3>{title}</h3>
        {children}
      </div>
    </div>
  );
}
