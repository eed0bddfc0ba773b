import { Switch } from '../../controls/Switch';
import { useActions, useSelect } from '../../store/context';

export function SingleKeySwitch() {
  const { setView } = useActions();
  const singleKey = useSelect((state) => state.view.singleKey);
  return (
    <Switch
      label="Single-key shortcuts"
      checked={singleKey}
      onChange={(checked) => setView({ singleKey: checked })}
    />
  );
}
