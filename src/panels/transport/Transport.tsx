import { useRef } from 'react';
import { IconButton } from '../../controls/IconButton';
import { Readout } from '../../controls/Readout';
import { useHidden } from '../../controls/useHidden';
import { writeText } from '../../figures/writeText';
import { useActions, useFrame, useSelect } from '../../store/context';
import { RUNNING_NUMBERS, useThrottle } from '../../store/throttle';
import { Timeline } from './Timeline';
import './Transport.css';

/** Play, pause, step, reset, the epoch and the run's past. */
export function Transport() {
  const hidden = useHidden('Timeline');
  return (
    <section className="transport" aria-label="Transport">
      <TransportButtons />
      <Epoch />
      {!hidden && <Timeline />}
    </section>
  );
}

function TransportButtons() {
  const actions = useActions();
  const playing = useSelect((state) => state.status.playing);
  const hidden = {
    reset: useHidden('Reset'),
    play: useHidden('Play'),
    step: useHidden('Step'),
    epoch: useHidden('Step one epoch'),
  };
  return (
    <div className="transport-buttons">
      {!hidden.reset && <IconButton label="Reset" icon="reset" shortcut="R" onClick={actions.reset} />}
      {!hidden.play && (
        <IconButton
          label={playing ? 'Pause' : 'Play'}
          icon={playing ? 'pause' : 'play'}
          shortcut="Space"
          className="transport-play"
          onClick={actions.toggle}
        />
      )}
      {!hidden.step && (
        <IconButton
          label="Step"
          icon="step"
          shortcut="→"
          disabled={playing}
          onClick={() => actions.step('update')}
        />
      )}
      {!hidden.epoch && (
        <IconButton
          label="Step one epoch"
          icon="step-epoch"
          shortcut="Shift+→"
          disabled={playing}
          onClick={() => actions.step('epoch')}
        />
      )}
    </div>
  );
}

function Epoch() {
  const output = useRef<HTMLOutputElement>(null);
  const isDue = useThrottle([], RUNNING_NUMBERS);
  useFrame((snapshot) => {
    if (isDue(snapshot)) writeText(output.current, String(Math.floor(snapshot.epoch)));
  }, []);
  return <Readout label="Epoch" output={output} initial="0" />;
}
