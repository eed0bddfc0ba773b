import { useId, useMemo, useRef, useState, type PointerEvent } from 'react';
import { cssColor } from '../../figures/color';
import { drawLossCurves } from '../../figures/lossCurves/draw';
import {
  createLossScale,
  epochTicks,
  epochX,
  groupMarks,
  hasConverged,
  layoutLossScale,
  lossTicks,
  nearestIndex,
  type MarkGroup,
} from '../../figures/lossCurves/layout';
import { formatLoss } from '../../figures/numbers';
import { useSize } from '../../controls/useSize';
import { useThemed } from '../../controls/useThemeKey';
import type { Mark, Snapshot } from '../../protocol/snapshot';
import { useFrame, useFrames, useSelect } from '../../store/context';
import { prepareCanvas, useCanvasFont, usePixelRatio } from './useCanvas';
import { writeText } from '../../figures/writeText';
import './LossCurves.css';

const MARGINS = { top: 8, right: 100, bottom: 20, left: 0 };
/** px of a digit of the axes, and of the room beside them */
const DIGIT = 6.6;
const BESIDE_DIGITS = 10;
/** px between the numbers of two epochs */
const BETWEEN_EPOCHS = 30;
const BARE_MARGINS = { top: 5, right: 5, bottom: 5, left: 5 };
/** px of height that leave the curves to see beside a word on them */
const ROOM_FOR_WORDS = 90;
/** px around the pointer in which a mark's words are shown */
const MARK_REACH = 6;

/** Train and test loss over the epochs; `bare` is only the lines, where there is no room for words. */
export function LossCurves({ bare = false }: { bare?: boolean }) {
  const log = useSelect((state) => state.view.lossScale === 'log');
  const marks = useSelect((state) => state.status.marks);
  /** The perceptron rule ends by itself or never: its loss tells neither. */
  const byRule = useSelect((state) => state.experiment.loss === 'perceptron');
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const readout = useRef<HTMLParagraphElement>(null);
  const converged = useRef<HTMLParagraphElement>(null);
  /** px from the left edge; −1 when the pointer is elsewhere */
  const pointer = useRef(-1);
  const size = useSize(box);
  const frames = useFrames();
  const pixelRatio = usePixelRatio();
  const fontFamily = useCanvasFont();
  const colors = useThemed(readColors);
  const style = useMemo(() => ({ ...colors, fontFamily }), [colors, fontFamily]);
  const [scale] = useState(createLossScale);

  function draw(snapshot: Snapshot): void {
    if (canvas.current === null || size.width === 0) return;
    const context = prepareCanvas(canvas.current, size.width, size.height, pixelRatio);
    if (context === null) return;
    const { history, timeline } = snapshot;
    const ends = [snapshot.trainLoss, snapshot.testLoss];
    layoutLossScale(scale, history, log, size, bare ? BARE_MARGINS : MARGINS, ends);
    const ticks = lossTicks(log, scale.low, scale.high, Math.max(2, Math.floor(size.height / 32)));
    if (!bare) scale.left = BESIDE_DIGITS + DIGIT * Math.max(3, ...ticks.map(({ text }) => text.length));
    const epoch =
      pointer.current < 0
        ? NaN
        : ((pointer.current - scale.left) / (scale.right - scale.left)) * scale.epochs;
    const epochGap = BETWEEN_EPOCHS + DIGIT * String(Math.round(scale.epochs)).length;
    const pointed = Number.isNaN(epoch) ? -1 : nearestIndex(history, epoch);
    drawLossCurves(context, {
      history,
      scale,
      lossTicks: ticks,
      epochTicks: epochTicks(scale.epochs, Math.max(1, Math.floor((scale.right - scale.left) / epochGap))),
      marks,
      epoch: timeline.at,
      train: snapshot.trainLoss,
      test: snapshot.testLoss,
      pointed,
      labelled: !bare,
      style,
    });
    writeText(readout.current, pointed < 0 ? '' : readoutText(snapshot, pointed, markNear(pointer.current)));
    if (converged.current !== null)
      converged.current.hidden =
        byRule || size.height < ROOM_FOR_WORDS || pointed >= 0 || !hasConverged(history);
  }
  useFrame(draw, [size, log, marks, byRule, style, pixelRatio, bare]);

  function markNear(x: number): Mark | null {
    return marks.find(({ epoch }) => Math.abs(epochX(scale, epoch) - x) <= MARK_REACH) ?? null;
  }

  function point(event: PointerEvent<HTMLElement> | null): void {
    pointer.current = event === null ? -1 : event.clientX - event.currentTarget.getBoundingClientRect().left;
    const snapshot = frames.current();
    if (snapshot !== null) draw(snapshot);
  }

  return (
    <div
      ref={box}
      className="loss-curves"
      data-bare={bare || undefined}
      onPointerMove={point}
      onPointerLeave={() => point(null)}
    >
      <canvas ref={canvas} role="img" aria-label="Loss curves" aria-describedby={id} />
      <p ref={readout} className="loss-curves-readout" aria-hidden="true" />
      {!bare && (
        <p ref={converged} className="loss-curves-converged" hidden>
          converged: &lt; 0.1% in 50 epochs
        </p>
      )}
      <MarkList id={id} marks={marks} />
    </div>
  );
}

/** The changes marked on the curves, for readers of the screen. */
function MarkList({ id, marks }: { id: string; marks: readonly Mark[] }) {
  return (
    <div id={id} className="visually-hidden">
      {marks.length === 0 ? (
        'Train and test loss by epoch. Nothing was changed during the run.'
      ) : (
        <>
          Train and test loss by epoch. Changes during the run:
          <ul>
            {groupMarks(marks).map((group, i) => (
              <li key={i}>{markText(group)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function markText({ label, count, from, to }: MarkGroup): string {
  const first = Math.floor(from);
  if (count === 1) return `${label} at epoch ${first}`;
  return `${label}, ${count} times from epoch ${first} to ${Math.floor(to)}`;
}

function readoutText({ history }: Snapshot, at: number, mark: Mark | null): string {
  const epoch = history.epoch[at] ?? 0;
  const test = history.test[at] ?? NaN;
  const losses = `train ${formatLoss(history.train[at] ?? NaN)}${Number.isFinite(test) ? `, test ${formatLoss(test)}` : ''}`;
  return `Epoch ${Number(epoch.toFixed(1))}: ${losses}${mark === null ? '' : ` · ${mark.label}`}`;
}

function readColors(root: HTMLElement) {
  return {
    ink: cssColor(root, 'ink'),
    inkFaint: cssColor(root, 'ink-3'),
    rule: cssColor(root, 'rule'),
    frame: cssColor(root, 'rule-2'),
    paper: cssColor(root, 'paper'),
  };
}
