import { useId, useRef, type KeyboardEvent } from 'react';
import { IconButton } from '../controls/IconButton';
import { later } from '../controls/later';
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
  const { toggleLens } = useActions();
  const View = lens === null ? null : LENS_VIEWS[lens];
  return (
    <section className="lens" aria-labelledby={`${id}-title`} data-open={lens !== null || undefined}>
      <div className="lens-bar">
        <span className="lens-letter" aria-hidden="true">
          d
        </span>
        <h2 id={`${id}-title`}>Lens</h2>
        <LensTabs id={id} />
        <IconButton
          label={lens === null ? 'Open the lens' : 'Close the lens'}
          icon="chevron"
          shortcut="L"
          size="small"
          onClick={toggleLens}
        />
      </div>
      {View !== null && (
        <div className="lens-view" role="tabpanel" id={`${id}-view`} aria-labelledby={`${id}-${lens ?? ''}`}>
          <View />
        </div>
      )}
    </section>
  );
}

/** A press on the open lens closes it. */
function LensTabs({ id }: { id: string }) {
  const { setView } = useActions();
  const lens = useSelect((state) => state.view.lens);
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const index = LENSES.findIndex(({ name }) => name === lens);
    const next = LENSES[(index + by + LENSES.length) % LENSES.length];
    if (next === undefined) return;
    setView({ lens: next.name });
    list.current?.querySelector<HTMLElement>(`[data-lens="${next.name}"]`)?.focus();
  }
  return (
    <div
      ref={list}
      className="lens-tabs"
      role="tablist"
      tabIndex={-1}
      aria-label="Lens"
      onKeyDown={onKeyDown}
    >
      {LENSES.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`${id}-${name}`}
          data-lens={name}
          aria-selected={name === lens}
          aria-controls={name === lens ? `${id}-view` : undefined}
          tabIndex={name === (lens ?? LENSES[0].name) ? 0 : -1}
          onClick={() => setView({ lens: name === lens ? null : name })}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
