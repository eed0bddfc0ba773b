import { useId, useRef } from 'react';
import { UNIT_EXTENT } from '../../../experiment/limits';
import { layerSizes } from '../../../experiment/shape';
import { boundaryOf, placeOn, type Boundary, type Point } from '../../../figures/gates/planes';
import { useFrame, useSelect } from '../../../store/context';
import { useDataset } from '../../useDataset';
import { isOneUnit, lineCount, presentUnit, weightsOf, type UnitWeights } from './presentUnit';
import type { RuleWatch } from './ruleWatch';
import { presentGate } from './tableCells';
import { placeCircle, placeLine, placeText } from './vectorLines';
import { ArrowHead } from './WeightPlane';

/** px that a normal reaches to the side that is on, and from a line to its name on the other side */
const NORMAL = 16;
const NAME = 12;
/** px of a name's letters at most */
const LETTER = 8;

export interface SeparatorLayerProps {
  /** px */
  readonly side: number;
  readonly watch: RuleWatch | null;
}

/** Over the decision map: the line of each unit of steps on x₁ and x₂ with the side that is on. */
export function SeparatorLayer({ side, watch }: SeparatorLayerProps) {
  const id = useId();
  const experiment = useSelect((state) => state.experiment);
  const revision = useSelect((state) => state.revision);
  const root = useRef<SVGSVGElement>(null);
  const units = lineCount(experiment);
  const oneUnit = isOneUnit(experiment);

  useFrame(
    (snapshot) => {
      if (snapshot.revision !== revision || snapshot.sizes.join() !== layerSizes(experiment).join()) return;
      root.current?.querySelectorAll<SVGGElement>('.separator-unit').forEach((group, unit) => {
        const name = oneUnit ? '' : (presentGate(experiment, { layer: 0, unit }, snapshot.parameters) ?? '');
        drawUnit(group, weightsOf(snapshot.parameters, unit, units), side, name);
      });
    },
    [experiment, revision, units, oneUnit, side],
  );

  return (
    <svg
      ref={root}
      className="separator"
      viewBox={`0 0 ${side} ${side}`}
      aria-hidden="true"
      style={{ '--side': `${side}px` }}
    >
      <ArrowHead id={`${id}-head`} />
      {watch !== null && oneUnit && <LastLook side={side} watch={watch} />}
      {Array.from({ length: units }, (_, unit) => (
        <g key={unit} className="separator-unit">
          <line className="separator-line" />
          <line className="separator-normal" markerEnd={`url(#${id}-head)`} />
          <text className="separator-name" textAnchor="middle" dominantBaseline="central" />
        </g>
      ))}
    </svg>
  );
}

/** The line before the last update, and a ring around the row looked at. */
function LastLook({ side, watch }: { side: number; watch: RuleWatch }) {
  const { inputs } = useDataset();
  const old = useRef<SVGLineElement>(null);
  const ring = useRef<SVGCircleElement>(null);
  useFrame(
    (snapshot) => {
      const run = watch.at(snapshot);
      const { before } = presentUnit(snapshot, run);
      const past = before && cut(before);
      placeLine(old.current, past && place(past.from, side), past && place(past.to, side));
      const row = run?.last?.row;
      const at = row === undefined ? null : { x: inputs[2 * row] ?? 0, y: inputs[2 * row + 1] ?? 0 };
      placeCircle(ring.current, at && place(at, side));
    },
    [watch, inputs, side],
  );
  return (
    <>
      <line ref={old} className="separator-old" />
      <circle ref={ring} className="separator-ring" r={8} />
    </>
  );
}

function drawUnit(group: SVGGElement, weights: UnitWeights, side: number, name: string): void {
  const [line, normal] = group.querySelectorAll('line');
  const boundary = cut(weights);
  const foot = boundary && place(boundary.middle, side);
  const at = (reach: number): Point | null =>
    foot && boundary && { x: foot.x + reach * boundary.normal.x, y: foot.y - reach * boundary.normal.y };
  placeLine(line ?? null, boundary && place(boundary.from, side), boundary && place(boundary.to, side));
  placeLine(normal ?? null, foot, at(NORMAL));
  placeText(group.querySelector('text'), inside(at(-NAME), side, name), name);
}

/** Where a name is whole. */
function inside(at: Point | null, side: number, name: string): Point | null {
  if (at === null) return null;
  const within = (place: number, half: number) => Math.max(half, Math.min(side - half, place));
  return { x: within(at.x, (LETTER * name.length) / 2 + 3), y: within(at.y, LETTER) };
}

function cut({ w1, w2, b }: UnitWeights): Boundary | null {
  return boundaryOf(w1, w2, b, UNIT_EXTENT);
}

function place({ x, y }: Point, side: number): Point {
  return placeOn(side, UNIT_EXTENT, x, y);
}
