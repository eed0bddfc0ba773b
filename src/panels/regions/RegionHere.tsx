import { useImperativeHandle, useRef, type Ref } from 'react';
import type { Experiment } from '../../experiment/experiment';
import { outputCount } from '../../experiment/shape';
import type { PlaceInNetwork } from '../../figures/regions/affine';
import type { PiecewiseNetwork } from '../../figures/regions/piecewise';
import { magnitudeText, patternText, signedText } from '../../figures/regions/text';

/** Outputs whose maps are written out. */
const MOST_OUTPUTS = 4;

export interface RegionHereHandle {
  /** What holds where the reader points; nothing for null. */
  show(network: PiecewiseNetwork, here: PlaceInNetwork | null): void;
}

/** The activation pattern of the region pointed at and the affine map that the network is there; written in place. */
export function RegionHere({ experiment, ref }: { experiment: Experiment; ref: Ref<RegionHereHandle> }) {
  const hint = useRef<HTMLParagraphElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const pattern = useRef<HTMLSpanElement>(null);
  const rows = useRef<(HTMLSpanElement | null)[]>([]);
  const outputs = outputCount(experiment);
  const { hidden, output } = experiment.network;
  const linear = output === 'linear';

  function show(network: PiecewiseNetwork, here: PlaceInNetwork | null): void {
    if (hint.current) hint.current.hidden = here !== null;
    if (box.current) box.current.hidden = here === null;
    if (here === null) return;
    if (pattern.current) pattern.current.textContent = patternText(network, here.pattern);
    rows.current.forEach((row, o) => {
      const [a, b, c] = row?.querySelectorAll('span') ?? [];
      const at = (i: number) => here.output[3 * o + i] ?? 0;
      if (a) a.textContent = at(0) < 0 ? `−${magnitudeText(-at(0))}` : magnitudeText(at(0));
      if (b) b.textContent = signedText(at(1));
      if (c) c.textContent = signedText(at(2));
    });
  }

  useImperativeHandle(ref, () => ({ show }));
  return (
    <>
      <p ref={hint}>Point at a region, or move the cross-hair with the arrow keys.</p>
      <div ref={box} className="region-here" hidden>
        {hidden.length > 0 && (
          <span>
            Pattern <span ref={pattern} className="region-pattern" />
          </span>
        )}
        {Array.from({ length: Math.min(MOST_OUTPUTS, outputs) }, (_, o) => (
          <span key={o}>
            <i>{linear ? 'ŷ' : 'e'}</i>
            {!linear && <sup>({hidden.length + 1})</sup>}
            {outputs > 1 && <sub>{o + 1}</sub>} ={' '}
            <span
              ref={(row) => {
                rows.current[o] = row;
              }}
            >
              <span /> <Variable index={1} /> <span /> <Variable index={2} /> <span />
            </span>
          </span>
        ))}
      </div>
    </>
  );
}

function Variable({ index }: { index: number }) {
  return (
    <>
      <i>x</i>
      <sub>{index}</sub>
    </>
  );
}
