import { useImperativeHandle, useRef, type PointerEvent, type Ref } from 'react';
import { formatFixed } from '../../../figures/numbers';
import type { HiddenActivation } from '../../../experiment/names';
import {
  hasSteepness,
  heightPlace,
  positionOf,
  spreadHandles,
  steepnessPlace,
  stepOf,
  type UnitStep,
} from '../../../figures/curve/handles';
import { placeX, placeY, type CurveScale } from '../../../figures/curve/layout';
import type { Snapshot } from '../../../protocol/snapshot';
import { useSelect } from '../../../store/context';
import { placeText } from './readouts';
import { useStepWriting, type Grip } from './useStepWriting';
import { writeAttribute } from './writeAttribute';

export interface HandlesView {
  /** Puts the handles where the frame's weights have them. */
  show(scale: CurveScale, snapshot: Snapshot): void;
}

export interface UnitHandlesProps {
  readonly ref: Ref<HandlesView>;
  /** units with handles */
  readonly units: readonly number[];
  /** the unit whose height and steepness have handles too, or −1 */
  readonly chosen: number;
  readonly bishop: boolean;
  /** a pointer's place on the figure */
  readonly locate: (event: PointerEvent) => { x: number; y: number } | null;
  readonly onChoose: (unit: number) => void;
  /** A drag begins or ends. */
  readonly onHold: (held: boolean) => void;
}

/** px of a handle from the frame at least */
const INSIDE = 6;

const NAMES: Readonly<Record<Grip, string>> = {
  position: 'Position',
  steepness: 'Steepness',
  height: 'Height',
};

/**
 * The units of the hidden layer as steps to be moved, steepened and raised: each a slider, by pointer and by keys. Their
 * places and values are written with the frames.
 */
export function UnitHandles(props: UnitHandlesProps) {
  const { ref, units, chosen, bishop, onChoose } = props;
  const experiment = useSelect((state) => state.experiment);
  const activation: HiddenActivation = experiment.network.hidden[0]?.activation ?? 'tanh';
  const root = useRef<HTMLDivElement>(null);
  const writing = useStepWriting({ experiment, activation, locate: props.locate, onHold: props.onHold });

  useImperativeHandle(ref, () => ({
    show(scale, snapshot) {
      const tops = topPlaces(units, (unit) => stepOf(experiment, snapshot.parameters, unit), scale);
      for (const element of root.current?.querySelectorAll<HTMLElement>('[data-grip]') ?? []) {
        const unit = Number(element.dataset['unit']);
        const step = stepOf(experiment, snapshot.parameters, unit);
        const grip = gripOf(element);
        const place = gripPlace(grip, step, activation, scale);
        element.hidden = place === null;
        if (place === null) continue;
        element.style.left = `${grip === 'position' ? (tops[units.indexOf(unit)] ?? 0) : place.left}px`;
        element.style.top = `${place.top}px`;
        element.toggleAttribute('data-off', place.off);
        tell(element, grip, step, bishop);
      }
    },
  }));

  const grips = (unit: number): readonly Grip[] =>
    unit !== chosen
      ? ['position']
      : hasSteepness(activation)
        ? ['position', 'steepness', 'height']
        : ['position', 'height'];
  return (
    <div ref={root} className="curve-handles" role="group" aria-label="Units by hand">
      {units.flatMap((unit) =>
        grips(unit).map((grip) => (
          <div
            key={`${unit} ${grip}`}
            role="slider"
            tabIndex={0}
            data-keys="arrows"
            data-grip={grip}
            data-unit={unit}
            data-chosen={unit === chosen || undefined}
            className="curve-handle"
            aria-label={`${NAMES[grip]} of unit ${unit + 1}`}
            aria-orientation={grip === 'height' ? 'vertical' : 'horizontal'}
            aria-valuenow={0}
            onFocus={() => onChoose(unit)}
            {...writing(unit, grip)}
          >
            {grip === 'position' && <span aria-hidden="true">{unit + 1}</span>}
          </div>
        )),
      )}
    </div>
  );
}

/** Where the handles over the frame stand, [index in units]: at their steps, but beside one another. */
function topPlaces(
  units: readonly number[],
  step: (unit: number) => UnitStep,
  scale: CurveScale,
): readonly number[] {
  const wanted = units.map((unit) => {
    const x = positionOf(step(unit));
    return placeX(scale, Number.isFinite(x) ? x : 0);
  });
  return spreadHandles(wanted, scale.left + INSIDE, scale.right - INSIDE);
}

function gripOf(element: HTMLElement): Grip {
  const { grip } = element.dataset;
  return grip === 'steepness' || grip === 'height' ? grip : 'position';
}

interface Place {
  readonly left: number;
  readonly top: number;
  /** beyond the frame, shown at its edge */
  readonly off: boolean;
}

/** Where a handle stands, in px of the figure; null where a unit has no such place. */
function gripPlace(
  grip: Grip,
  step: UnitStep,
  activation: HiddenActivation,
  scale: CurveScale,
): Place | null {
  if (grip === 'position') {
    // A unit that does not see x has its handle in the middle, to be given a place.
    const x = Number.isFinite(positionOf(step)) ? positionOf(step) : 0;
    return { ...inside(scale, placeX(scale, x), scale.top), top: scale.top - 10 };
  }
  const place = grip === 'steepness' ? steepnessPlace(step, activation) : heightPlace(step, activation);
  if (place === null || !Number.isFinite(place.x)) return null;
  return inside(scale, placeX(scale, place.x), placeY(scale, place.y));
}

function inside({ left, right, top, bottom }: CurveScale, x: number, y: number): Place {
  const within = (value: number, low: number, high: number) =>
    Math.max(low + INSIDE, Math.min(high - INSIDE, value));
  const place = { left: within(x, left, right), top: within(y, top, bottom) };
  return { ...place, off: x < left || x > right || y < top || y > bottom };
}

function tell(element: HTMLElement, grip: Grip, step: UnitStep, bishop: boolean): void {
  const position = positionOf(step);
  const [value, text] =
    grip === 'position'
      ? [position, Number.isFinite(position) ? `step at ${placeText(position, bishop)}` : 'no step']
      : grip === 'steepness'
        ? [step.weight, `weight ${formatFixed(step.weight, 2)}`]
        : [step.output, `output weight ${formatFixed(step.output, 2)}`];
  writeAttribute(element, 'aria-valuenow', String(Number.isFinite(value) ? Number(value.toFixed(4)) : 0));
  writeAttribute(element, 'aria-valuetext', text);
}
