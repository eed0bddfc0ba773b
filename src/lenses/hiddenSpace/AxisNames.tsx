import type { Ref } from 'react';
import { FeatureSymbol, UnitSymbol } from '../../panels/network/MathSymbol';
import type { HiddenSpaceChoice } from './useHiddenSpace';

/** The axes' names; the drawing puts them in their places, and hides them between two layers. */
export function AxisNames({ ref, choice }: { ref: Ref<HTMLDivElement>; choice: HiddenSpaceChoice }) {
  const { model, layer, units, view } = choice;
  const shown =
    units <= 3 ? Array.from({ length: units }, (_, k) => k) : view.kind === 'pair' ? view.units : null;
  return (
    <div ref={ref} className="hidden-space-names" aria-hidden="true">
      {shown === null
        ? ['component 1', 'component 2'].map((name) => <span key={name}>{name}</span>)
        : shown.map((unit, d) => (
            <span key={d}>
              <UnitName model={model} layer={layer} unit={unit} />
            </span>
          ))}
    </div>
  );
}

function UnitName({
  model,
  layer,
  unit,
}: {
  model: HiddenSpaceChoice['model'];
  layer: number;
  unit: number;
}) {
  const { sizes, experiment } = model;
  const feature = experiment.features[unit];
  if (layer === 0) return feature === undefined ? null : <FeatureSymbol feature={feature} />;
  const hiddenLayers = sizes.length - 2;
  return <UnitSymbol layer={layer - 1} unit={unit} hiddenLayers={hiddenLayers} units={sizes[layer] ?? 1} />;
}
