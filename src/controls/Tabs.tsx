import type { KeyboardEvent } from 'react';
import './Tabs.css';

export interface TabsProps<T extends string> {
  /** Name of the choice, read aloud and not shown. */
  readonly label: string;
  readonly className: string;
  /** What the ids begin with: a tab's ends in its name, that of the panel the caller shows in `panel`. */
  readonly id: string;
  readonly tabs: readonly { readonly name: T; readonly label: string }[];
  /** null where none is open */
  readonly value: T | null;
  /** A press, on the open tab too; the keys call it for another tab only. */
  readonly onPress: (name: T) => void;
}

/** Tab reaches the open one, else the first; arrows, Home and End open another. */
export function Tabs<T extends string>({ label, className, id, tabs, value, onPress }: TabsProps<T>) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>, at: number): void {
    const to = targetOf(event.key, at, tabs.length);
    const next = to === null ? undefined : tabs[to];
    if (to === null || next === undefined) return;
    event.preventDefault();
    const button = event.currentTarget.parentElement?.children[to];
    if (next.name !== value) onPress(next.name);
    if (button instanceof HTMLElement) button.focus();
  }
  return (
    <div className={`tabs ${className}`} role="tablist" aria-label={label}>
      {tabs.map((tab, at) => (
        <button
          key={tab.name}
          type="button"
          role="tab"
          id={`${id}-${tab.name}`}
          aria-selected={tab.name === value}
          aria-controls={tab.name === value ? `${id}-panel` : undefined}
          tabIndex={tab.name === (value ?? tabs[0]?.name) ? 0 : -1}
          onClick={() => onPress(tab.name)}
          onKeyDown={(event) => onKeyDown(event, at)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

/** Where a key leads; null for keys that are not the tabs'. */
function targetOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'ArrowRight':
      return (at + 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
