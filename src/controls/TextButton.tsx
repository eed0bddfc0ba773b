import type { ReactNode } from 'react';
import './TextButton.css';

export interface TextButtonProps {
  readonly onClick: () => void;
  readonly children: ReactNode;
  /** The one that is most likely wanted. */
  readonly primary?: boolean;
  /** the accessible name, where the words alone would name another button of the page too */
  readonly label?: string;
}

export function TextButton({ onClick, children, primary = false, label }: TextButtonProps) {
  return (
    <button
      type="button"
      className="text-button"
      data-primary={primary || undefined}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
