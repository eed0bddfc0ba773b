import { useId } from 'react';
import { toggleFeature } from '../../experiment/changes';
import type { Feature } from '../../experiment/names';
import { availableFeatures } from '../../experiment/shape';
import type { ColumnLayout, NetworkLayout } from '../../figures/network/layout';
import { useHidden } from '../../controls/useHidden';
import { useActions, useSelect } from '../../store/context';
import { FeatureSymbol } from './MathSymbol';
import type { UnitPointer } from './useUnitPointer';
import './InputGroup.css';

export interface InputGroupProps {
  readonly layout: NetworkLayout;
  readonly pointer: UnitPointer;
}

/** The features: those in use are the network's first column, the others wait in a row at the bottom. */
export function InputGroup({ layout, pointer }: InputGroupProps) {
  const features = useSelect((state) => state.experiment.features);
  const problem = useSelect((state) => state.experiment.problem);
  const fixed = useHidden('Inputs');
  const column = layout.columns[0];
  const offered = fixed ? features : availableFeatures(problem);
  const anyOff = offered.length > features.length;
  // Pixels of one picture stand side by side without a gap.
  if (column !== undefined && column.across > 1 && column.pitch === column.tile)
    return <PixelPicture column={column} />;
  return (
    <div className="network-inputs" role="group" aria-label="Inputs">
      {anyOff && (
        <span className="network-inputs-label" aria-hidden="true">
          Add input
        </span>
      )}
      {offered.map((feature) => {
        const place = features.indexOf(feature);
        const unit = column?.units[place];
        if (!column || !unit) return <FeatureChip key={feature} feature={feature} />;
        return (
          <FeatureTile
            key={feature}
            feature={feature}
            place={place}
            fixed={fixed}
            only={features.length === 1}
            compact={column.across > 1}
            box={{ left: unit.x - column.tile / 2, top: unit.y - column.tile / 2, side: column.tile }}
            slop={Math.max(0, Math.min(12, (column.pitch - column.tile) / 2))}
            pointer={pointer}
          />
        );
      })}
    </div>
  );
}

/** The chosen token's pixels, all of which enter. */
function PixelPicture({ column }: { column: ColumnLayout }) {
  const { x, top, bottom, units } = column;
  const side = bottom - top;
  const id = useId();
  return (
    <div className="network-inputs" role="group" aria-label="Inputs">
      <div
        className="network-input-picture"
        role="img"
        aria-labelledby={id}
        style={{ left: x - side / 2, top, width: side, height: side }}
      >
        <span id={id}>{units.length} pixels</span>
      </div>
    </div>
  );
}

function FeatureChip({ feature }: { feature: Feature }) {
  const actions = useActions();
  return (
    <label className="network-chip">
      <input
        type="checkbox"
        aria-label={feature}
        checked={false}
        onChange={() => actions.edit(`Add ${feature}`, toggleFeature(feature, true))}
      />
      <FeatureSymbol feature={feature} />
    </label>
  );
}

interface FeatureTileProps {
  readonly feature: Feature;
  readonly place: number;
  readonly fixed: boolean;
  /** The last one stays on. */
  readonly only: boolean;
  readonly compact: boolean;
  readonly box: { readonly left: number; readonly top: number; readonly side: number };
  /** px that the hit area reaches beyond the picture */
  readonly slop: number;
  readonly pointer: UnitPointer;
}

function FeatureTile(props: FeatureTileProps) {
  const { feature, place, fixed, only, compact, box, slop, pointer } = props;
  const actions = useActions();
  return (
    <label
      className="network-input"
      title={only && !fixed ? `${feature}: at least one input stays on` : feature}
      style={{ left: box.left, top: box.top, width: box.side, height: box.side, '--slop': `${slop}px` }}
      {...pointer.hoverProps({ layer: -1, unit: place })}
    >
      {!fixed && (
        <input
          type="checkbox"
          aria-label={feature}
          aria-disabled={only || undefined}
          checked
          onChange={() => actions.edit(`Remove ${feature}`, toggleFeature(feature, false))}
        />
      )}
      {!compact && (
        <span className="network-input-label">
          <FeatureSymbol feature={feature} />
        </span>
      )}
    </label>
  );
}
