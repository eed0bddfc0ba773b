import { IconButton } from '../../controls/IconButton';
import { useActions, useSelect } from '../../store/context';

/** Undo and redo; the tooltip tells which change. */
export function HistoryButtons() {
  const { undo, redo } = useActions();
  const back = useSelect(({ history }) => history.undo[history.undo.length - 1]?.label);
  const again = useSelect(({ history }) => history.redo[history.redo.length - 1]?.label);
  return (
    <>
      <IconButton
        label="Undo"
        icon="undo"
        shortcut="Ctrl+Z"
        disabled={back === undefined}
        onClick={undo}
        {...(back === undefined ? {} : { hint: back })}
      />
      <IconButton
        label="Redo"
        icon="redo"
        shortcut="Ctrl+Shift+Z"
        disabled={again === undefined}
        onClick={redo}
        {...(again === undefined ? {} : { hint: again })}
      />
    </>
  );
}
