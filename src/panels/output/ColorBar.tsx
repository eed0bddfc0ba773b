import { useEffect, useRef } from 'react';
import { readPalette } from '../../figures/color';
import { scaleEnds } from '../../figures/decisionMap/levels';
import { useThemeKey } from '../../controls/useThemeKey';
import { useFrame, useSelect } from '../../store/context';
import { shownKind } from './shown';
import './ColorBar.css';

/** Colours of the ramp: 511 from −1 over 0 to +1 */
const COLORS = 511;
/** Digits of the ends for which there is room on both sides of the bar */
const LONGEST = 4;

/** The map's colours with the values at their ends; those of a unit follow its layer's scale. */
export function ColorBar() {
  const experiment = useSelect((state) => state.experiment);
  const discrete = useSelect((state) => state.view.discrete);
  const theme = useThemeKey();
  const bar = useRef<HTMLCanvasElement>(null);
  const low = useRef<HTMLSpanElement>(null);
  const high = useRef<HTMLSpanElement>(null);
  const written = useRef('');

  useEffect(() => {
    const context = bar.current?.getContext('2d');
    if (!context) return;
    const { ramp } = readPalette(document.documentElement);
    const image = context.createImageData(COLORS, 1);
    for (let i = 0; i < COLORS; i++) {
      const from = 3 * (discrete ? (i < COLORS / 2 ? 0 : COLORS - 1) : i);
      image.data.set([ramp[from] ?? 0, ramp[from + 1] ?? 0, ramp[from + 2] ?? 0, 255], 4 * i);
    }
    context.putImageData(image, 0, 0);
  }, [theme, discrete]);

  useFrame(
    ({ field }) => {
      if (field === null || low.current === null || high.current === null) return;
      const kind = shownKind(experiment, field.unit);
      const key = `${kind} ${field.scale}`;
      if (key === written.current) return;
      written.current = key;
      const [least, most] = scaleEnds(kind, field.scale);
      const long = most.length > LONGEST;
      low.current.textContent = long ? '' : least;
      high.current.textContent = long ? `±${most}` : most;
    },
    [experiment],
  );

  return (
    <span className="color-bar">
      <span ref={low} />
      <canvas ref={bar} width={COLORS} height={1} aria-hidden="true" />
      <span ref={high} />
    </span>
  );
}
