import { useState } from 'react';
import { layerSizes } from '../../experiment/shape';
import type { UnitRef } from '../../protocol/snapshot';
import { useActions, useSelect } from '../../store/context';
import { selectShownUnit } from '../../store/state';

export interface LensChoice {
  /** 0 = first hidden layer */
  readonly layer: number;
  readonly unit: number;
  /** index of the receiving unit in the next layer */
  readonly receiver: number;
  readonly running: boolean;
}

/** The unit of the lens: the one pointed at or pinned in the network, else the one chosen here last. */
export function useLensUnit() {
  const shown = useSelect(selectShownUnit);
  const experiment = useSelect((state) => state.experiment);
  const { setView } = useActions();
  const [choice, setChoice] = useState<LensChoice>({ layer: 0, unit: 0, receiver: 0, running: false });
  const sizes = layerSizes(experiment);
  const kept = shown !== null && shown.layer >= 0 ? shown : choice;
  const layer = Math.min(kept.layer, sizes.length - 2);
  const ref: UnitRef = { layer, unit: Math.min(kept.unit, (sizes[layer + 1] ?? 1) - 1) };
  const receiver = Math.min(choice.receiver, (sizes[layer + 2] ?? 1) - 1);

  function choose(part: Partial<LensChoice>): void {
    const next = { ...choice, ...ref, receiver, ...part };
    setChoice(next);
    // A unit pinned in the network would win over the choice made here: the pin goes along.
    if (shown !== null) setView({ pinned: { layer: next.layer, unit: next.unit }, hovered: null });
  }
  return { ref, receiver, running: choice.running, choose };
}
