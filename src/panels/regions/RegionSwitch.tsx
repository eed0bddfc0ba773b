import { Switch } from '../../controls/Switch';
import { useActions, useSelect } from '../../store/context';

export function RegionSwitch() {
  const on = useSelect((state) => state.view.regions);
  const actions = useActions();
  return <Switch label="Linear regions" checked={on} onChange={(regions) => actions.setView({ regions })} />;
}
