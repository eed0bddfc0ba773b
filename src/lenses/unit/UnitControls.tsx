import { Segment } from '../../controls/Segment';
import { Select } from '../../controls/Select';
import type { UnitModel } from './unitModel';
import type { LensChoice } from './useLensUnit';

export interface UnitControlsProps {
  readonly model: UnitModel;
  readonly choose: (part: Partial<LensChoice>) => void;
}

const numbered = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ value: String(i), label: String(i + 1) }));

/** Which unit is opened, which unit it sends to, and what the last figure adds up. */
export function UnitControls({ model, choose }: UnitControlsProps) {
  const { sizes, ref, receiver, running } = model;
  const hiddenLayers = sizes.length - 2;
  const layers = Array.from({ length: sizes.length - 1 }, (_, l) => ({
    value: String(l),
    label: l === hiddenLayers ? 'Output' : `Hidden ${l + 1}`,
  }));
  const receivers = sizes[ref.layer + 2] ?? 0;
  return (
    <div className="unit-lens-controls">
      <Select
        label="Layer"
        layout="inline"
        value={String(ref.layer)}
        options={layers}
        onChange={(value) => choose({ layer: Number(value), unit: 0 })}
      />
      <Select
        label="Unit"
        layout="inline"
        value={String(ref.unit)}
        options={numbered(sizes[ref.layer + 1] ?? 1)}
        onChange={(value) => choose({ unit: Number(value) })}
      />
      {receivers > 1 && (
        <Select
          label="Sends to"
          layout="inline"
          value={String(receiver?.unit ?? 0)}
          options={numbered(receivers)}
          onChange={(value) => choose({ receiver: Number(value) })}
        />
      )}
      {receiver !== null && (
        <Segment
          label="Last figure"
          value={running ? 'sum' : 'one'}
          options={[
            { value: 'one', label: 'Contribution' },
            { value: 'sum', label: 'Running sum' },
          ]}
          onChange={(value) => choose({ running: value === 'sum' })}
        />
      )}
    </div>
  );
}
