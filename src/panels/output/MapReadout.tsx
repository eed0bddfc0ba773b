import { useImperativeHandle, useRef, type Ref } from 'react';
import { useFrame, useFrames, useSelect } from '../../store/context';
import { extentOf } from '../../experiment/shape';
import { shareX, shareY, type Place } from '../../figures/decisionMap/layout';
import { sampleField } from '../../figures/decisionMap/sampleField';
import { formatFixed, formatOnScale } from '../../figures/numbers';
import type { Snapshot } from '../../protocol/snapshot';
import { axesOf, classNames, type ClassName } from './shown';
import './MapReadout.css';

/** Probabilities listed under the pointer. */
const MOST_CLASSES = 4;

export interface MapReadoutHandle {
  /** Shows the values at a place, exactly those of a token where one is given (else −1); nothing for null. */
  show(place: Place | null, token: number): void;
}

/** The coordinates and the network's values under the pointer or at the focused point; follows training. */
export function MapReadout({ handle }: { handle: Ref<MapReadoutHandle> }) {
  const experiment = useSelect((state) => state.experiment);
  const frames = useFrames();
  const box = useRef<HTMLDivElement>(null);
  const first = useRef<HTMLSpanElement>(null);
  const second = useRef<HTMLSpanElement>(null);
  const value = useRef<HTMLSpanElement>(null);
  const symbol = useRef<HTMLElement>(null);
  const shown = useRef<{ place: Place; token: number } | null>(null);
  const extent = extentOf(experiment.problem);
  const axes = axesOf(experiment.problem);
  const names = classNames(experiment);

  function write(snapshot: Snapshot): void {
    if (shown.current === null || value.current === null) return;
    const { place, token } = shown.current;
    const unit = snapshot.field?.unit ?? null;
    value.current.textContent = valueText(snapshot, place, token, extent, names);
    if (symbol.current !== null) {
      symbol.current.textContent = unit === null ? 'ŷ' : unit.layer < 0 ? 'x' : 'h';
      symbol.current.hidden = unit === null && (snapshot.field?.channels ?? 1) > 1;
    }
  }

  function show(place: Place | null, token: number): void {
    shown.current = place === null ? null : { place, token };
    if (box.current === null) return;
    box.current.hidden = place === null;
    if (place === null) return;
    box.current.dataset['edge'] = place.x2 < 0 ? 'top' : 'bottom';
    const [a, b] = axes ?? [null, null];
    if (first.current) first.current.textContent = coordinate(place.x1, a);
    if (second.current) second.current.textContent = coordinate(place.x2, b);
    const snapshot = frames.current();
    if (snapshot !== null) write(snapshot);
  }

  useImperativeHandle(handle, () => ({ show }));
  useFrame(write, [experiment]);

  return (
    <div ref={box} className="map-readout" aria-hidden="true" hidden>
      <span>
        {axes === null ? <Variable index={1} /> : axes[0].name.replace(' (cm)', '')} <span ref={first} />
      </span>
      <span>
        {axes === null ? <Variable index={2} /> : axes[1].name.replace(' (cm)', '')} <span ref={second} />
      </span>
      <span className="map-readout-value">
        <i ref={symbol}>ŷ</i> <span ref={value} />
      </span>
    </div>
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

function coordinate(
  value: number,
  unit: { readonly mean: number; readonly deviation: number } | null,
): string {
  return unit === null ? formatFixed(value, 2) : `${formatFixed(unit.mean + unit.deviation * value, 2)} cm`;
}

function valueText(
  { field, outputs }: Snapshot,
  { x1, x2 }: Place,
  token: number,
  extent: number,
  names: readonly ClassName[],
): string {
  if (field === null) return '';
  const { values, size, channels, scale } = field;
  const exact = field.unit === null && token >= 0 && outputs.channels === channels;
  const at = (channel: number) =>
    exact
      ? (outputs.values[token * channels + channel] ?? NaN)
      : sampleField(values, channel * size * size, size, shareX(x1, extent), shareY(x2, extent));
  if (channels === 1) return formatOnScale(at(0), scale);
  const probabilities = Array.from({ length: channels }, (_, k) => ({ k, share: at(k) }));
  return probabilities
    .sort((a, b) => b.share - a.share)
    .slice(0, MOST_CLASSES)
    .map(({ k, share }) => `${names[k]?.short ?? k + 1}: ${formatFixed(share, 2)}`)
    .join('   ');
}
