import { Dialog } from '../../controls/Dialog';
import { useActions } from '../../store/context';
import { SingleKeySwitch } from './SingleKeySwitch';
import './ShortcutsDialog.css';

const SHORTCUTS = [
  { keys: ['Space'], does: 'Play or pause' },
  { keys: ['→'], does: 'Step: one update' },
  { keys: ['Shift', '→'], does: 'Step one epoch' },
  { keys: ['←'], does: 'Back on the timeline' },
  { keys: ['R'], does: 'Reset' },
  { keys: ['N'], does: 'New weights' },
  { keys: ['D'], does: 'New data' },
  { keys: ['['], does: 'The token before' },
  { keys: [']'], does: 'The next token' },
  { keys: ['L'], does: 'Open or close the lens' },
  { keys: ['T'], does: 'Light or dark' },
  { keys: ['?'], does: 'These shortcuts' },
  { keys: ['Esc'], does: 'Let go of a pinned unit' },
  { keys: ['Ctrl', 'Z'], does: 'Undo' },
  { keys: ['Ctrl', 'Shift', 'Z'], does: 'Redo' },
] as const;

/** The sheet that lists the keys. */
export function ShortcutsDialog() {
  const { setView } = useActions();
  return (
    <Dialog title="Keyboard shortcuts" onClose={() => setView({ shortcutsOpen: false })}>
      <dl className="shortcuts">
        {SHORTCUTS.map(({ keys, does }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="shortcuts-note">
        A field, list, slider or figure that has the focus keeps its own keys: arrows move in it, Enter types
        a number on a slider, Tab goes on to the next control.
      </p>
      <SingleKeySwitch />
    </Dialog>
  );
}
