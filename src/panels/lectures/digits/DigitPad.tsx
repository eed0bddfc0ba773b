import { useId, useMemo, useState } from 'react';
import { TextButton } from '../../../controls/TextButton';
import { DIGIT_DEPTH, DIGIT_PIXELS, digitInput } from '../../../data/digits/digitShape';
import { normalizeDigit } from '../../../figures/digits/normalize';
import {
  blockCounts,
  EMPTY_PAD,
  isBlank,
  PAD_PROBE,
  padOf,
  type PadPicture,
} from '../../../figures/digits/pad';
import { useProbe, useSelect } from '../../../store/context';
import { useDataset } from '../../useDataset';
import { ClassBars } from './ClassBars';
import { PadSurface } from './PadSurface';
import { InkPicture } from './InkPicture';

/** Draw a digit: the network reads it as you draw, in the form that the data have. */
export function DigitPad() {
  const title = useId();
  const help = useId();
  const [picture, setPicture] = useState<PadPicture>(EMPTY_PAD);
  const counts = useMemo(() => blockCounts(normalizeDigit(picture)), [picture]);
  const blank = isBlank(picture);
  const points = useMemo(() => (blank ? null : Float64Array.from(counts, digitInput)), [counts, blank]);
  const shades = useMemo(() => Array.from(counts, (count) => count / DIGIT_DEPTH), [counts]);
  const loadToken = useTokenCounts();
  useProbe(PAD_PROBE, points);
  return (
    <section className="digit-pad-part">
      <h3 id={title}>Digit pad</h3>
      {/* The group's box is the surface; what belongs to it stands beside and below. */}
      <div className="digit-pad" role="group" aria-labelledby={title} aria-describedby={help}>
        <PadSurface picture={picture} onChange={setPicture} onClear={() => setPicture(EMPTY_PAD)} />
        {blank && (
          <p className="digit-pad-hint" aria-hidden="true">
            Draw a digit
          </p>
        )}
        <ClassBars probe={PAD_PROBE} blank={blank} />
        <div className="digit-pad-tools">
          <TextButton onClick={() => setPicture(EMPTY_PAD)}>Clear</TextButton>
          <TextButton onClick={() => setPicture(padOf(loadToken()))}>Load token</TextButton>
          <InkPicture className="digit-pad-seen" shades={shades} label="The drawing as the network sees it" />
          <span className="digit-pad-note" aria-hidden="true">
            as the network sees it
          </span>
        </div>
        <p id={help} className="visually-hidden">
          Draw with mouse or finger. By keyboard, arrow keys move over 8 × 8 blocks, Space darkens or whitens
          one, Shift with an arrow draws, + and − change a block by one shade, C clears.
        </p>
      </div>
    </section>
  );
}

/** Reads the chosen token's pixels, 0 … 16 each. */
function useTokenCounts(): () => Uint8Array {
  const { inputs, count } = useDataset();
  const token = useSelect((state) => state.view.token);
  return () => {
    const at = Math.min(token, count - 1) * DIGIT_PIXELS;
    return Uint8Array.from(inputs.subarray(at, at + DIGIT_PIXELS), (input) =>
      Math.round(((input + 1) * DIGIT_DEPTH) / 2),
    );
  };
}
