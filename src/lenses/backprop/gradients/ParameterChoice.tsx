import { Select } from '../../../controls/Select';
import type { ParameterRef } from '../../../experiment/experiment';
import type { Feature } from '../../../experiment/names';
import { parameterIndex } from '../../../experiment/shape';

export interface ParameterChoiceProps {
  /** labels of the two selects */
  readonly label: string;
  readonly unitLabel: string;
  readonly features: readonly Feature[];
  /** units per layer, [features, hidden …, outputs] */
  readonly sizes: readonly number[];
  readonly value: ParameterRef;
  readonly onChange: (value: ParameterRef) => void;
}

/** A weight or bias: the unit that receives, and where it comes from. Two lists, as networks may have thousands. */
export function ParameterChoice(props: ParameterChoiceProps) {
  const { label, unitLabel, features, sizes, value, onChange } = props;
  const outputs = sizes.length - 2;
  const units = sizes.slice(1).flatMap((count, layer) =>
    Array.from({ length: count }, (_, unit) => ({
      value: `${layer}:${unit}`,
      label: layer === outputs ? `output ${unit + 1}` : `layer ${layer + 1}, unit ${unit + 1}`,
    })),
  );
  const senders = Array.from({ length: sizes[value.layer] ?? 0 }, (_, from) => ({
    value: String(from),
    label: value.layer === 0 ? `from ${features[from] ?? ''}` : `from unit ${from + 1}`,
  }));

  function chooseUnit(text: string): void {
    const [layer = 0, unit = 0] = text.split(':').map(Number);
    const there = { ...value, layer, unit };
    onChange(parameterIndex(sizes, there) < 0 ? { ...there, from: 0 } : there);
  }
  return (
    <>
      <Select
        label={unitLabel}
        value={`${value.layer}:${value.unit}`}
        options={units}
        onChange={chooseUnit}
      />
      <Select
        label={label}
        value={String(value.from)}
        options={[...senders, { value: 'bias', label: 'bias' }]}
        onChange={(from) => onChange({ ...value, from: from === 'bias' ? 'bias' : Number(from) })}
      />
    </>
  );
}

/** The chosen parameter, or where the network has no such one the first. */
export function presentParameter(sizes: readonly number[], ref: ParameterRef): ParameterRef {
  return parameterIndex(sizes, ref) < 0 ? { layer: 0, unit: 0, from: 0 } : ref;
}
