import { useMemo } from 'react';
import type { Activation } from '../../experiment/names';
import { activationPath } from '../../figures/network/activationCurve';

/** A small picture of an activation's curve. */
export function ActivationGlyph({ activation }: { activation: Activation }) {
  const path = useMemo(() => activationPath(activation, 16, 11), [activation]);
  return (
    <svg className="activation-glyph" viewBox="-1 -1.5 18 15" aria-hidden="true">
      <path className="activation-glyph-axis" d="M-1 13H17" />
      <path d={path} />
    </svg>
  );
}
