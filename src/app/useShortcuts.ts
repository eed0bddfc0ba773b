import { useContext, useEffect } from 'react';
import { HiddenControls } from '../controls/useHidden';
import { neighborPoint } from '../figures/timeline/layout';
import { assertNever } from '../protocol/assertNever';
import type { Actions } from '../store/actions';
import { useActions, useFrames, useSelect } from '../store/context';
import type { Frames } from '../store/frames';
import { SHORTCUT_CONTROLS, shortcutOf, usedKeys, type Shortcut } from './shortcuts';

/** Keys for the whole page. */
export function useShortcuts(): void {
  const actions = useActions();
  const frames = useFrames();
  const singleKey = useSelect((state) => state.view.singleKey);
  const playing = useSelect((state) => state.status.playing);
  const hidden = useContext(HiddenControls);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      // A dialog has the page's keys while it is open.
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const used = usedKeys(target instanceof Element ? target : null);
      const shortcut = shortcutOf(strokeOf(event), used, singleKey);
      if (shortcut === null) return;
      const control = SHORTCUT_CONTROLS[shortcut];
      if (control !== undefined && hidden.has(control)) return;
      event.preventDefault();
      if (playing && (shortcut === 'step' || shortcut === 'epoch')) return;
      perform(shortcut, actions, frames);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [actions, frames, singleKey, playing, hidden]);
}

function strokeOf(event: KeyboardEvent) {
  const { key, shiftKey: shift, altKey: alt, repeat } = event;
  return { key, shift, alt, repeat, ctrl: event.ctrlKey || event.metaKey };
}

function perform(shortcut: Shortcut, actions: Actions, frames: Frames): void {
  switch (shortcut) {
    case 'toggle':
      return actions.toggle();
    case 'step':
      return actions.step('update');
    case 'epoch':
      return actions.step('epoch');
    case 'back':
      return goBack(actions, frames);
    case 'reset':
      return actions.reset();
    case 'newWeights':
      return actions.newWeights();
    case 'newData':
      return actions.newData();
    case 'theme': {
      const dark = document.documentElement.dataset['theme'] === 'dark';
      return actions.setView({ theme: dark ? 'Light' : 'Dark' });
    }
    case 'help':
      return actions.setView({ shortcutsOpen: true });
    case 'lens':
      return actions.toggleLens();
    case 'tokenBefore':
      return actions.stepToken(-1);
    case 'tokenAfter':
      return actions.stepToken(1);
    case 'undo':
      return actions.undo();
    case 'redo':
      return actions.redo();
    case 'release':
      return actions.pin(null);
    default:
      return assertNever(shortcut);
  }
}

/** To the point of the past before the one on show. */
function goBack(actions: Actions, frames: Frames): void {
  const timeline = frames.current()?.timeline;
  if (timeline !== undefined) actions.seek(neighborPoint(timeline, timeline.at, -1e-9));
}
