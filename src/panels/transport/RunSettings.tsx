import { useRef } from 'react';
import { Readout } from '../../controls/Readout';
import { Select } from '../../controls/Select';
import { useHidden } from '../../controls/useHidden';
import { writeText } from '../../figures/writeText';
import { useActions, useFrame, useSelect } from '../../store/context';
import { SPEEDS, THEMES } from '../../store/state';
import { RUNNING_NUMBERS, useThrottle } from '../../store/throttle';

const SPEED_OPTIONS = SPEEDS.map(({ name }) => ({ value: name, label: name }));
const THEME_OPTIONS = THEMES.map((theme) => ({ value: theme, label: theme }));

/** The engine that runs, in words. */
const ENGINES = {
  simd: { note: 'SIMD', hint: 'Trained by WebAssembly kernels made for this network’s shape.' },
  plain: {
    note: 'plain',
    hint: 'This browser has no WebAssembly SIMD; the plain engine trains, more slowly.',
  },
  double: { note: 'double', hint: 'In double precision the plain engine trains, more slowly.' },
} as const;

export function SpeedSelect() {
  const { setSpeed } = useActions();
  const speed = useSelect((state) => state.view.speed);
  if (useHidden('Speed')) return null;
  return <Select label="Speed" value={speed} options={SPEED_OPTIONS} onChange={setSpeed} />;
}

export function UpdatesPerSecond() {
  const output = useRef<HTMLOutputElement>(null);
  const playing = useSelect((state) => state.status.playing);
  // Known once the worker has answered.
  const engine = useSelect((state) => (state.status.trainCount > 0 ? state.status.engine : null));
  const isDue = useThrottle([playing], RUNNING_NUMBERS);
  useFrame(
    (snapshot) => {
      if (!isDue(snapshot)) return;
      writeText(output.current, String(playing ? Math.round(snapshot.updatesPerSecond) : 0));
    },
    [playing],
  );
  return (
    <Readout
      label="Updates per second"
      output={output}
      initial="0"
      size="small"
      {...(engine === null ? {} : ENGINES[engine])}
    />
  );
}

export function ThemeSelect() {
  const { setView } = useActions();
  const theme = useSelect((state) => state.view.theme);
  return (
    <Select
      label="Theme"
      value={theme}
      options={THEME_OPTIONS}
      onChange={(chosen) => setView({ theme: chosen })}
    />
  );
}
