import { Switch } from '../../controls/Switch';
import { precisionOf, setPrecision } from '../../experiment/precision';
import { useActions, useSelect } from '../../store/context';

export const PRECISION_NOTE =
  'Double precision: weights of 64 bits in place of 32, about 16 digits in place of 7. It trains more slowly.';

/** In what the network computes; a run goes on with its weights. `describedBy` is the id of the note. */
export function PrecisionSwitch({ describedBy }: { describedBy: string }) {
  const { edit } = useActions();
  const precision = useSelect(({ experiment }) => precisionOf(experiment));
  return (
    <Switch
      label="Double precision"
      checked={precision === 'double'}
      describedBy={describedBy}
      onChange={(on) => {
        const chosen = on ? 'double' : 'single';
        edit(`Precision ${chosen}`, setPrecision(chosen));
      }}
    />
  );
}
