import { useRef } from 'react';
import { SpinButton } from '../../../controls/SpinButton';
import { ABSENT } from '../../../figures/numbers';
import { useActions, useFrame, useSelect } from '../../../store/context';
import { useDataset } from '../../useDataset';
import { describeDigits } from './worstDigitWriting';
import { writeText } from '../../../figures/writeText';

/** The digit that stands at the network's input: which one, what it is and how it is read. */
export function ChosenToken() {
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const token = useSelect((state) => Math.min(state.view.token, dataset.count - 1));
  const { setToken } = useActions();
  const reading = useRef<HTMLOutputElement>(null);
  useFrame(
    ({ outputs }) => {
      if (outputs.values.length !== dataset.count * outputs.channels || reading.current === null) return;
      const [digit] = describeDigits(experiment, dataset, outputs, [token]);
      writeText(reading.current, digit === undefined ? ABSENT : `${digit.truth} → ${digit.read}`);
    },
    [experiment, dataset, token],
  );
  return (
    <div className="digit-token">
      <SpinButton
        label="Token"
        layout="inline"
        min={1}
        max={dataset.count}
        value={token + 1}
        onChange={(to) => setToken(to - 1)}
        onEnd={() => {}}
      />
      {/* Another token's reading is none of this one's. */}
      <output key={token} ref={reading} aria-live="off" aria-label="Token, true and read as">
        {ABSENT}
      </output>
    </div>
  );
}
