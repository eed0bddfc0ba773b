import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './IconButton';
import './Dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A native modal dialog, open while it is rendered; Esc, "Close" and a press beside it close it. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    // Focus goes back to where it was, which the browser does only for a dialog that is closed, not removed.
    const before = document.activeElement;
    if (element?.open === false) element.showModal();
    // The dialog itself, not "Close" with its tooltip over the first lines.
    element?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    // The press beside the dialog is for the pointer; the keyboard has Esc.
    <dialog
      ref={dialog}
      className="dialog"
      tabIndex={-1}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className="dialog-body">
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          <IconButton label="Close" icon="close" onClick={onClose} />
        </div>
        {children}
      </div>
    </dialog>
  );
}
