import { useMemo, useRef } from 'react';
import { HiddenControls } from '../controls/useHidden';
import { later } from '../controls/later';
import { PHONE, useMedia } from '../controls/useMedia';
import { StatusRegion } from '../panels/status/StatusRegion';
import { DropTarget } from '../panels/tools/DropTarget';
import { useSelect } from '../store/context';
import { DeskLayout } from './DeskLayout';
import { KeepFocus, type HeldFocus } from './KeepFocus';
import { useShortcuts } from './useShortcuts';
import './fonts.css';
import './tokens.css';
import './base.css';
import './forcedColors.css';

/** A desk never loads it. */
const PhoneLayout = later(async () => (await import('./PhoneLayout')).PhoneLayout);

/** The page: one typeset figure with panels a, b, c. */
export function App() {
  const phone = useMedia(PHONE);
  const held = useRef<HeldFocus | null>(null);
  const hide = useSelect((state) => state.experiment.hide);
  const showHidden = useSelect((state) => state.view.showHidden);
  const hidden = useMemo(() => new Set(showHidden ? [] : hide), [hide, showHidden]);
  return (
    <HiddenControls.Provider value={hidden}>
      <Shortcuts />
      <KeepFocus key={phone ? 'phone' : 'desk'} held={held}>
        {phone ? <PhoneLayout /> : <DeskLayout />}
      </KeepFocus>
      <StatusRegion />
      <DropTarget />
    </HiddenControls.Provider>
  );
}

function Shortcuts() {
  useShortcuts();
  return null;
}
