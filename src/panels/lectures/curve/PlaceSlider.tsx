import type { KeyboardEvent, Ref } from 'react';
import { PROBES } from '../../../figures/curve/layout';

/** Hundredths of x that a key moves by. */
const KEYS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: -PROBES,
  End: PROBES,
};
const FAR = 10;

export interface PlaceSliderProps {
  readonly ref: Ref<HTMLDivElement>;
  readonly bishop: boolean;
  /** by how many hundredths the place of the read-out moves; 0 shows it, null lets it go */
  readonly onPlace: (by: number | null) => void;
}

/** The read-out's place on the axis: moved by keys; its position and value are written by the drawing. */
export function PlaceSlider({ ref, bishop, onPlace }: PlaceSliderProps) {
  function onKeyDown(event: KeyboardEvent): void {
    const by = KEYS[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onPlace(by * (event.shiftKey ? FAR : 1));
  }
  return (
    <div
      ref={ref}
      role="slider"
      tabIndex={0}
      data-keys="arrows"
      className="curve-place"
      aria-label={bishop ? 'Read-out at t' : 'Read-out at x'}
      aria-valuemin={bishop ? -0.05 : -1.1}
      aria-valuemax={bishop ? 1.05 : 1.1}
      aria-valuenow={0}
      onFocus={() => onPlace(0)}
      onBlur={() => onPlace(null)}
      onKeyDown={onKeyDown}
    />
  );
}
