import { useMemo } from 'react';
import { HiddenControls } from '../controls/useHidden';
import { PHONE, useMedia } from '../controls/useMedia';
import { StatusRegion } from '../panels/status/StatusRegion';
import { DropTarget } from '../panels/tools/DropTarget';
import { useSelect } from '../store/context';
import { DeskLayout } from './DeskLayout';
import { PhoneLayout } from './PhoneLayout';
import { useShortcuts } from './useShortcuts';
import './fonts.css';
import './tokens.css';
import './base.css';
import './forcedColors.css';

/** The page: one typeset figure with panels a, b, c. */
export function App() {
  const phone = useMedia(PHONE);
  const hide = useSelect((state) => state.experiment.hide);
  const showHidden = useSelect((state) => state.view.showHidden);
  const hidden = useMemo(() => new Set(showHidden ? [] : hide), [hide, showHidden]);
  return (
    <HiddenControls.Provider value={hidden}>
      <Shortcuts />
      {phone ? <PhoneLayout /> : <DeskLayout />}
      <StatusRegion />
      <DropTarget />
    </HiddenControls.Provider>
  );
}

function Shortcuts() {
  useShortcuts();
  return null;
}
