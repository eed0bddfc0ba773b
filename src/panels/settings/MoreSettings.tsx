import { useId } from 'react';
import { Select } from '../../controls/Select';
import { Switch } from '../../controls/Switch';
import { setTraining } from '../../experiment/changes';
import { BATCH_ORDERS, BATCH_ORDER_LABELS } from '../../experiment/names';
import { useActions, useSelect } from '../../store/context';
import { OptimizerParameters } from './OptimizerParameters';
import { PRECISION_NOTE, PrecisionSwitch } from './PrecisionSwitch';
import { StopRuleSettings } from './StopRuleSettings';
import './MoreSettings.css';

const ORDERS = BATCH_ORDERS.map((value) => ({ value, label: BATCH_ORDER_LABELS[value] }));

/** Settings that few runs need: behind a disclosure. */
export function MoreSettings() {
  const { edit } = useActions();
  const note = useId();
  const { order, regularization } = useSelect((state) => state.experiment.training);
  return (
    <div className="more-settings">
      <OptimizerParameters />
      <Select
        label="Order of batches"
        value={order}
        options={ORDERS}
        onChange={(chosen) => edit(BATCH_ORDER_LABELS[chosen], setTraining({ order: chosen }))}
      />
      <Switch
        label="Penalty sets weights to 0 (L1)"
        checked={regularization.clip === true}
        disabled={regularization.kind !== 'l1'}
        onChange={(clip) =>
          edit(
            clip ? 'L1 sets weights to 0' : 'L1 lets weights change sign',
            setTraining({ regularization: { ...regularization, clip } }),
          )
        }
      />
      <div>
        <PrecisionSwitch describedBy={note} />
        <p id={note} className="more-settings-note">
          {PRECISION_NOTE}
        </p>
      </div>
      <StopRuleSettings />
    </div>
  );
}
