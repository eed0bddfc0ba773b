import './SkipButtons.css';

const PANELS = [
  { name: 'the network', panel: '.desk-network' },
  { name: 'the output', panel: '.desk-output' },
  { name: 'the lens', panel: '.desk-lens' },
] as const;

/** What Tab can reach. */
const REACHED = ':is(button, input, select, [tabindex]):not([tabindex="-1"], :disabled)';

/** For the keyboard: from the page's start past the controls in between. Out of sight until Tab comes by. */
export function SkipButtons() {
  return (
    <nav className="skip-buttons" aria-label="Skip to">
      {PANELS.map(({ name, panel }) => (
        <button
          key={name}
          type="button"
          onClick={() => document.querySelector(panel)?.querySelector<HTMLElement>(REACHED)?.focus()}
        >
          Skip to {name}
        </button>
      ))}
    </nav>
  );
}
