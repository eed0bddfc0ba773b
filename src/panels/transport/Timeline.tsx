import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { useSize } from '../../controls/useSize';
import { useThemed } from '../../controls/useThemeKey';
import { drawTimeline, readTimelineColors } from '../../figures/timeline/draw';
import { layoutTimeline, nearestPoint, neighborPoint, timelineEpoch } from '../../figures/timeline/layout';
import type { Snapshot } from '../../protocol/snapshot';
import { useActions, useFrame, useFrames, useSelect } from '../../store/context';
import { prepareCanvas, usePixelRatio } from '../output/useCanvas';
import './Timeline.css';

/** Milliseconds between two updates of what a screen reader finds here while the run goes on. */
const READ_INTERVAL = 250;

/** The run's past as a slider: drag or keys go back to an epoch that was kept. */
export function Timeline() {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = useSize(host);
  const colors = useThemed(readTimelineColors);
  const pixelRatio = usePixelRatio();
  const playing = useSelect((state) => state.status.playing);
  const { seek } = useActions();
  const frames = useFrames();
  /** The epoch asked for last, while the frame that shows it is on its way. */
  const asked = useRef<number | null>(null);
  const readAt = useRef(0);

  useFrame(
    (snapshot) => {
      if (canvas.current === null || host.current === null || width === 0) return;
      const context = prepareCanvas(canvas.current, width, height, pixelRatio);
      if (context === null) return;
      const layout = layoutTimeline(width, height, snapshot.timeline.head);
      drawTimeline(context, { layout, colors, timeline: snapshot.timeline, history: snapshot.history });
      if (snapshot.timeline.at === asked.current) asked.current = null;
      const now = performance.now();
      if (playing && now - readAt.current < READ_INTERVAL) return;
      readAt.current = now;
      describeSlider(host.current, snapshot);
    },
    [width, height, colors, pixelRatio, playing],
  );

  function goTo(epoch: number): void {
    if (asked.current === epoch) return;
    asked.current = epoch;
    seek(epoch);
  }
  function drag(event: PointerEvent): void {
    const timeline = frames.current()?.timeline;
    if (timeline === undefined || host.current === null) return;
    const x = event.clientX - host.current.getBoundingClientRect().left;
    const epoch = timelineEpoch(layoutTimeline(width, height, timeline.head), x);
    goTo(nearestPoint(timeline, epoch));
  }
  function onKeyDown(event: KeyboardEvent): void {
    const timeline = frames.current()?.timeline;
    if (timeline === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = keyTarget(event.key, timeline, asked.current ?? timeline.at);
    if (to === null) return;
    event.preventDefault();
    goTo(to);
  }

  return (
    <div
      ref={host}
      className="timeline"
      role="slider"
      tabIndex={0}
      aria-label="Timeline"
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={0}
      aria-valuenow={0}
      onKeyDown={onKeyDown}
      onKeyUp={() => (asked.current = null)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        asked.current = null;
        drag(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) drag(event);
      }}
      onPointerUp={() => (asked.current = null)}
    >
      <canvas ref={canvas} aria-hidden="true" />
    </div>
  );
}

/** Where a key leads; null for keys that are not the slider's. */
function keyTarget(key: string, timeline: Snapshot['timeline'], from: number): number | null {
  const page = Math.max(1, timeline.head / 10);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return neighborPoint(timeline, from, -1e-9);
    case 'ArrowRight':
    case 'ArrowUp':
      return neighborPoint(timeline, from, 1e-9);
    case 'PageDown':
      return neighborPoint(timeline, from, -page);
    case 'PageUp':
      return neighborPoint(timeline, from, page);
    case 'Home':
      return nearestPoint(timeline, 0);
    case 'End':
      return timeline.head;
    default:
      return null;
  }
}

function describeSlider(slider: HTMLElement, { timeline, trainLoss }: Snapshot): void {
  const at = Math.floor(timeline.at);
  const head = Math.floor(timeline.head);
  slider.setAttribute('aria-valuemax', String(head));
  slider.setAttribute('aria-valuenow', String(at));
  const loss = Number.isFinite(trainLoss) ? `, train loss ${trainLoss.toPrecision(2)}` : '';
  slider.setAttribute('aria-valuetext', `epoch ${at} of ${head}${loss}`);
}
