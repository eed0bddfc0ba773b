import { useRef, type PointerEvent } from 'react';
import { layerSizes, parameterIndex } from '../../experiment/shape';
import { biasAtShare, gaugeShare } from '../../figures/network/drawUnits';
import { GAUGE_ROOM, type ColumnLayout } from '../../figures/network/layout';
import type { UnitRef } from '../../protocol/snapshot';
import { useActions, useFrames, useSelect } from '../../store/context';

export interface BiasGaugeProps {
  readonly unit: UnitRef;
  readonly column: ColumnLayout;
  /** centre of the unit, in px */
  readonly x: number;
  readonly y: number;
}

/** Dragging a unit's gauge up or down sets its bias. The canvas draws it; the keyboard has the bias's field. */
export function BiasGauge({ unit, column, x, y }: BiasGaugeProps) {
  const experiment = useSelect((state) => state.experiment);
  const actions = useActions();
  const frames = useFrames();
  const drag = useRef<{ readonly y: number; readonly share: number } | null>(null);
  const ref = { layer: unit.layer, unit: unit.unit, from: 'bias' } as const;
  const half = column.tile / 2;
  const compact = column.across > 1;

  function start(event: PointerEvent): void {
    if (event.button !== 0) return;
    const bias = frames.current()?.parameters[parameterIndex(layerSizes(experiment), ref)] ?? 0;
    drag.current = { y: event.clientY, share: gaugeShare(bias) };
    event.currentTarget.setPointerCapture(event.pointerId);
    event.preventDefault();
  }
  function move(event: PointerEvent): void {
    if (drag.current === null) return;
    const share = drag.current.share - (event.clientY - drag.current.y) / half;
    actions.setParameter(ref, biasAtShare(share), `bias ${unit.layer} ${unit.unit}`);
  }
  function end(): void {
    if (drag.current === null) return;
    drag.current = null;
    actions.endGesture();
  }

  const width = compact ? 8 : 16;
  const offset = compact ? 3 : GAUGE_ROOM - 2.5;
  return (
    <span
      className="network-gauge"
      aria-hidden="true"
      style={{ left: x - half - offset - width / 2, top: y - half, width, height: column.tile }}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    />
  );
}
