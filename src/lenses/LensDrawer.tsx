import { useId } from 'react';
import { IconButton } from '../controls/IconButton';
import { later } from '../controls/later';
import { Tabs } from '../controls/Tabs';
import { useActions, useSelect } from '../store/context';
import { LENSES, type LensName } from '../store/state';
import './LensDrawer.css';

const LENS_VIEWS: Readonly<Record<LensName, ReturnType<typeof later>>> = {
  backprop: later(async () => (await import('./backprop/BackpropLens')).BackpropLens),
  unit: later(async () => (await import('./unit/UnitLens')).UnitLens),
  activations: later(async () => (await import('./activations/ActivationsLens')).ActivationsLens),
  'hidden-space': later(async () => (await import('./hiddenSpace/HiddenSpaceLens')).HiddenSpaceLens),
  divergence: later(async () => (await import('./divergence/DivergenceLens')).DivergenceLens),
};

/** Panel d: views that explain the network on the page. Closed it is a bar of tabs and costs nothing. */
export function LensDrawer() {
  const id = useId();
  const lens = useSelect((state) => state.view.lens);
  const { setView, toggleLens } = useActions();
  const View = lens === null ? null : LENS_VIEWS[lens];
  return (
    <section className="lens" aria-labelledby={`${id}-title`} data-open={lens !== null || undefined}>
      <div className="lens-bar">
        <span className="lens-letter" aria-hidden="true">
          d
        </span>
        <h2 id={`${id}-title`}>Lens</h2>
        {/* A press on the open lens closes it. */}
        <Tabs
          label="Lens"
          className="lens-tabs"
          id={id}
          tabs={LENSES}
          value={lens}
          onPress={(name) => setView({ lens: name === lens ? null : name })}
        />
        <IconButton
          label={lens === null ? 'Open the lens' : 'Close the lens'}
          icon="chevron"
          shortcut="L"
          size="small"
          onClick={toggleLens}
        />
      </div>
      {View !== null && (
        <div className="lens-view" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${lens ?? ''}`}>
          <View />
        </div>
      )}
    </section>
  );
}
