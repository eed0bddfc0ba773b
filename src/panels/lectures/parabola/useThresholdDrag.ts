import { useRef, type RefObject } from 'react';
import { distanceFrom, biasThrough, turnTowards, type UnitWeights } from '../../../figures/planes/thresholds';
import { planePlace, planeScale } from '../../../figures/planes/plane';
import type { Scene, SceneMemory } from '../../../figures/planes/scene';
import type { ThresholdHit } from '../../../figures/planes/normals';
import { useActions, useFrames } from '../../../store/context';
import { firstLayerRef, type ParabolaModel } from './model';
import { currentWeights, parametersWith } from './thresholdWeights';

interface Drag extends ThresholdHit {
  /** px from the line to the pointer when it was taken */
  readonly offset: number;
  readonly weights: UnitWeights;
  /** the place about which the line turns */
  readonly about: readonly [number, number];
}

export interface ThresholdDragOptions {
  readonly model: ParabolaModel;
  readonly scene: RefObject<Scene | null>;
  readonly memory: RefObject<SceneMemory>;
}

/** Threshold lines moved and turned by mouse, pen and finger: each drag one step of undo. */
export function useThresholdDrag({ model, scene, memory }: ThresholdDragOptions) {
  const actions = useActions();
  const frames = useFrames();
  const drag = useRef<Drag | null>(null);

  function start(hit: ThresholdHit, x: number, y: number): boolean {
    const parameters = frames.current()?.parameters;
    const shown = scene.current;
    const line = shown?.thresholds.find(({ unit }) => unit === hit.unit);
    const normal = shown?.normals.find(({ unit }) => unit === hit.unit);
    if (!parameters || !shown || !line || !normal) return false;
    const weights = currentWeights(model, parameters, hit.unit);
    const about = planePlace(shown.inputPlane, normal.baseX, normal.baseY);
    drag.current = { ...hit, offset: distanceFrom(line, x, y), weights, about };
    memory.current.held = hit.unit;
    return true;
  }

  function move(x: number, y: number): boolean {
    const going = drag.current;
    const parameters = frames.current()?.parameters;
    const plane = scene.current?.inputPlane;
    if (going === null || !parameters || !plane) return false;
    const { unit, part, weights, about, offset } = going;
    const place = planePlace(plane, x, y);
    const gesture = `threshold ${part} ${unit}`;
    if (part === 'line') {
      const now = currentWeights(model, parameters, unit);
      const bias = biasThrough(now, place) + (Math.hypot(now.w1, now.w2) * offset) / planeScale(plane);
      actions.setParameter(firstLayerRef(unit, 'bias'), bias, gesture);
      return true;
    }
    const turned = turnTowards(weights, about, [place[0] - about[0], place[1] - about[1]]);
    if (turned === null) return true;
    const label = `Turn the line of unit ${unit + 1}`;
    actions.setParameters(label, parametersWith(model, parameters, unit, turned), gesture);
    return true;
  }

  function end(): void {
    if (drag.current === null) return;
    drag.current = null;
    memory.current.held = null;
    actions.endGesture();
  }
  return { start, move, end };
}
