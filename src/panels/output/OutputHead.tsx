import { Segment } from '../../controls/Segment';
import { useHidden } from '../../controls/useHidden';
import { useActions, useSelect } from '../../store/context';
import { selectShownUnit } from '../../store/state';
import { shownTitle } from './shown';

/** What the figure shows, in words. */
export function OutputSubtitle() {
  const title = useSelect((state) => shownTitle(state.experiment, selectShownUnit(state)));
  const unit = useSelect((state) => selectShownUnit(state) !== null);
  const [, long = '', short = title] = /^(hidden )?(.*)$/.exec(title) ?? [];
  return (
    <p className="output-subtitle" data-unit={unit || undefined}>
      <span className="output-subtitle-long">{long}</span>
      {short}
    </p>
  );
}

const MAP_STYLES = [
  { value: 'smooth', label: 'Smooth' },
  { value: 'discrete', label: 'Discrete' },
] as const;

export function MapStyleChoice() {
  const discrete = useSelect((state) => state.view.discrete);
  const actions = useActions();
  if (useHidden('Discrete output')) return null;
  return (
    <div className="output-style">
      <Segment
        label="Shades of the map"
        value={discrete ? 'discrete' : 'smooth'}
        options={MAP_STYLES}
        onChange={(value) => actions.setView({ discrete: value === 'discrete' })}
      />
    </div>
  );
}
