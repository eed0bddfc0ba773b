import { useId, useRef } from 'react';
import { placeOn, weightExtent } from '../../../figures/gates/planes';
import { formatShort } from '../../../figures/numbers';
import { useFrame, useSelect } from '../../../store/context';
import { isOneUnit, presentUnit } from './presentUnit';
import type { RuleWatch } from './ruleWatch';
import { placeCircle, placeLine } from './vectorLines';

/** A unit's weight as the page prints it here. */
export const weightText = (value: number): string => formatShort(Number(value.toPrecision(4)));

export interface WeightPlaneProps {
  /** px */
  readonly side: number;
  readonly watch: RuleWatch | null;
}

/** The unit's weights as an arrow in the plane of w₁ and w₂, with the update that the last mistake made. */
export function WeightPlane({ side, watch }: WeightPlaneProps) {
  const id = useId();
  const experiment = useSelect((state) => state.experiment);
  const revision = useSelect((state) => state.revision);
  const old = useRef<SVGLineElement>(null);
  const vector = useRef<SVGLineElement>(null);
  const update = useRef<SVGLineElement>(null);
  const dot = useRef<SVGCircleElement>(null);
  const high = useRef<SVGTextElement>(null);
  const top = useRef<SVGTextElement>(null);
  const text = useRef<HTMLParagraphElement>(null);

  useFrame(
    (snapshot) => {
      if (snapshot.revision !== revision || snapshot.parameters.length !== 3 || !isOneUnit(experiment))
        return;
      const { now, before } = presentUnit(snapshot, watch?.at(snapshot) ?? null);
      const from = before ?? now;
      const extent = weightExtent([now.w1, now.w2, from.w1, from.w2]);
      const origin = placeOn(side, extent, 0, 0);
      const to = placeOn(side, extent, now.w1, now.w2);
      const start = placeOn(side, extent, from.w1, from.w2);
      placeLine(vector.current, origin, to);
      placeLine(old.current, before && origin, start);
      placeLine(update.current, before && start, to);
      placeCircle(dot.current, to);
      for (const tick of [high.current, top.current]) if (tick !== null) tick.textContent = String(extent);
      if (text.current !== null)
        text.current.textContent = `w = (${weightText(now.w1)}, ${weightText(now.w2)}), b = ${weightText(now.b)}`;
    },
    [experiment, revision, side, watch],
  );

  const middle = side / 2;
  return (
    <div className="weight-plane" style={{ '--side': `${side}px` }}>
      <svg role="img" aria-label="Weight plane" aria-describedby={id} viewBox={`0 0 ${side} ${side}`}>
        <ArrowHead id={`${id}-head`} />
        <line className="weight-plane-axis" x1={0} x2={side} y1={middle} y2={middle} />
        <line className="weight-plane-axis" x1={middle} x2={middle} y1={0} y2={side} />
        <rect className="weight-plane-frame" x={0.5} y={0.5} width={side - 1} height={side - 1} />
        <text ref={high} className="weight-plane-tick" x={side - 4} y={middle + 13} textAnchor="end" />
        <text ref={top} className="weight-plane-tick" x={middle - 4} y={13} textAnchor="end" />
        <Name x={side - 4} y={middle - 6} index={1} anchor="end" />
        <Name x={middle + 5} y={13} index={2} anchor="start" />
        <line ref={old} className="weight-plane-old" />
        <line ref={vector} className="weight-plane-vector" markerEnd={`url(#${id}-head)`} />
        <line ref={update} className="weight-plane-update" markerEnd={`url(#${id}-head)`} />
        <circle ref={dot} className="weight-plane-dot" r={2.5} />
      </svg>
      <p ref={text} id={id} className="weight-plane-text" />
    </div>
  );
}

function Name({ x, y, index, anchor }: { x: number; y: number; index: number; anchor: 'start' | 'end' }) {
  return (
    <text className="weight-plane-name" x={x} y={y} textAnchor={anchor}>
      w
      <tspan className="weight-plane-index" dy={3}>
        {index}
      </tspan>
    </text>
  );
}

/** The head of an arrow in the line's own color. */
export function ArrowHead({ id }: { id: string }) {
  return (
    <marker
      id={id}
      viewBox="0 0 8 8"
      refX={7}
      refY={4}
      markerWidth={7}
      markerHeight={7}
      markerUnits="userSpaceOnUse"
      orient="auto"
    >
      <path d="M0 0.8 8 4 0 7.2z" fill="var(--ink)" />
    </marker>
  );
}
