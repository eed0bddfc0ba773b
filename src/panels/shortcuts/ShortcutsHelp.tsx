import { IconButton } from '../../controls/IconButton';
import { later } from '../../controls/later';
import { useActions, useSelect } from '../../store/context';
import { SingleKeySwitch } from './SingleKeySwitch';
import './ShortcutsHelp.css';

const ShortcutsDialog = later(async () => (await import('./ShortcutsDialog')).ShortcutsDialog);

/** The button, the sheet behind it, and the switch that turns single keys off. */
export function ShortcutsHelp() {
  const { setView } = useActions();
  const open = useSelect((state) => state.view.shortcutsOpen);
  return (
    <div className="shortcuts-help">
      <IconButton
        label="Keyboard shortcuts"
        icon="help"
        shortcut="?"
        onClick={() => setView({ shortcutsOpen: true })}
      />
      {/* In reach of the keyboard without the sheet, for those whom single keys disturb. */}
      {!open && <SingleKeySwitch />}
      {open && <ShortcutsDialog />}
    </div>
  );
}
