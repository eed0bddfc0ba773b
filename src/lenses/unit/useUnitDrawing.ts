import { useMemo, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { useThemed } from '../../controls/useThemeKey';
import { classCount } from '../../experiment/shape';
import { readPalette } from '../../figures/color';
import { usePixelRatio } from '../../panels/output/useCanvas';
import type { Snapshot } from '../../protocol/snapshot';
import { useActions, useFrame, useFrames, useSelect } from '../../store/context';
import { useThrottle } from '../../store/throttle';
import { nearestToken, type PlotName } from './nearestToken';
import { createPainter, type UnitFrame } from './painter';
import { tableRows } from './tableRows';
import type { UnitModel } from './unitModel';
import { createSeries } from './unitSeries';
import { writeSentences, writeToken } from './unitText';
import { writeTable } from './UnitTable';
import { useUnitPoints } from './useUnitPoints';
import { useUnitStyle } from './useUnitStyle';

export interface UnitDrawing {
  readonly model: UnitModel;
  /** holds the canvases [data-plot] and the table */
  readonly box: RefObject<HTMLDivElement | null>;
  /** paragraphs on the unit */
  readonly text: RefObject<HTMLDivElement | null>;
  /** a line on the chosen token */
  readonly token: RefObject<HTMLElement | null>;
  /** px of the maps */
  readonly side: number;
  readonly curveSide: { readonly width: number; readonly height: number };
}

/** Draws all figures of the unit with every frame; gives the handlers that mark the token under the pointer. */
export function useUnitDrawing({ model, box, text, token: tokenLine, side, curveSide }: UnitDrawing) {
  const points = useUnitPoints(model);
  const { dataset } = points;
  const token = useSelect((state) => state.view.token);
  const style = useUnitStyle(classCount(model.experiment.problem));
  const palette = useThemed(readPalette);
  const pixelRatio = usePixelRatio();
  const rows = useMemo(() => tableRows(model.experiment, dataset), [model, dataset]);
  const [work] = useState(createWork);
  const hovered = useRef(-1);
  const last = useRef<UnitFrame | null>(null);
  const isDue = useThrottle([model, points, token]);

  function frameOf(snapshot: Snapshot): UnitFrame | null {
    const values = points.figureValues(snapshot);
    const tokens = points.tokenValues(snapshot);
    if (tokens === null) return null;
    const { parameters } = snapshot;
    return {
      ...{ model, dataset, values, parameters, style, palette, side, curveSide, pixelRatio },
      points: points.points,
      settled: snapshot.updatesPerSecond === 0,
      figures: values === null ? null : work.figures(model, values, parameters),
      tokens: work.tokens(model, tokens, parameters),
      marked: Math.min(hovered.current >= 0 ? hovered.current : token, dataset.count - 1),
    };
  }

  useFrame(
    (snapshot) => {
      if (side === 0 || box.current === null) return;
      const frame = frameOf(snapshot);
      const before = last.current?.marked;
      last.current = frame;
      if (frame === null) return;
      work.painter.draw(frame, box.current);
      const isTime = isDue(snapshot);
      if (tokenLine.current !== null && (isTime || frame.marked !== before))
        writeToken(tokenLine.current, frame);
      if (!isTime) return;
      if (text.current !== null) writeSentences(text.current, frame);
      const table = box.current.querySelector('table');
      if (table !== null) writeTable(table, rows, frame.tokens);
    },
    [model, points, rows, style, palette, side, curveSide.width, curveSide.height, pixelRatio, token],
  );
  return useMarking(last, hovered);
}

/** What draws and computes, with arrays of its own that serve frame after frame. */
function createWork() {
  const [figures, tokens] = [createSeries(), createSeries()];
  return { painter: createPainter(), figures, tokens };
}

/** Marks the token under the pointer; a press chooses it for the whole page. */
function useMarking(last: RefObject<UnitFrame | null>, hovered: RefObject<number>) {
  const frames = useFrames();
  const actions = useActions();

  function find(plot: PlotName, { currentTarget, clientX, clientY }: PointerEvent): number {
    if (last.current === null) return -1;
    const { left, top } = currentTarget.getBoundingClientRect();
    return nearestToken(last.current, plot, clientX - left, clientY - top);
  }
  function mark(found: number): void {
    if (hovered.current === found) return;
    hovered.current = found;
    frames.redraw();
  }
  return (plot: PlotName) => ({
    onPointerMove: (event: PointerEvent) => mark(find(plot, event)),
    onPointerLeave: () => mark(-1),
    onPointerDown: (event: PointerEvent) => {
      const found = find(plot, event);
      if (found >= 0) actions.setToken(found);
    },
  });
}
