import { useId, useRef, type PointerEvent } from 'react';
import type { Experiment } from '../../../experiment/experiment';
import { OPTIMIZER_LABELS } from '../../../experiment/names';
import { hitThreshold } from '../../../figures/planes/normals';
import { planeX, planeY } from '../../../figures/planes/plane';
import { useActions } from '../../../store/context';
import { MathSymbol } from '../../network/MathSymbol';
import { noLinesReason, type ParabolaModel } from './model';
import { ThresholdHandles } from './ThresholdHandles';
import { TokenSlider } from './TokenSlider';
import { useThresholdDrag } from './useThresholdDrag';
import type { ParabolaPictures } from './useParabolaFrame';
import { useFrameWriter, writeAttribute, type FrameWriters } from './writers';
import { writeText } from '../../../figures/writeText';

/** px around the pointer in which a token or a line is meant */
const REACH = { token: 9, line: 6, touch: 20 } as const;

export interface PlaneProps {
  readonly model: ParabolaModel;
  readonly width: number;
  readonly height: number;
  readonly pictures: ParabolaPictures;
  readonly writers: FrameWriters;
}

/** Tokens on the semicircle, and the threshold lines of the first layer, which can be moved and turned. */
export function InputPlane({ model, width, height, pictures, writers }: PlaneProps) {
  const id = useId();
  const { scene, memory, input } = pictures;
  const image = useRef<HTMLDivElement>(null);
  const moved = useRef<HTMLSpanElement>(null);
  const actions = useActions();
  const drag = useThresholdDrag({ model, scene, memory });
  const { dataset, token, columns, experiment, sizes } = model;
  const reason = noLinesReason(experiment);
  const rescaling = rescalingText(experiment);

  useFrameWriter(
    writers,
    'read',
    (frame) => {
      const rows = frame.scene.movedRows;
      const magnified = rows === null ? '' : magnifiedText(rows.magnified);
      writeText(moved.current, rows === null ? '' : `rows moved, arrows ${magnified}${rescaling}`);
      const lines = frame.scene.thresholds.map(({ unit, footX, footY, nx, ny }) =>
        [unit + 1, footX.toFixed(2), footY.toFixed(2), nx.toFixed(5), ny.toFixed(5)].join(','),
      );
      writeAttribute(image.current, 'data-lines', lines.join(' '));
    },
    [rescaling],
  );

  function press(x: number, y: number, event: PointerEvent<HTMLElement>): void {
    const reach = event.pointerType === 'touch' ? REACH.touch : REACH.token;
    const near = nearestToken(model, scene, x, y, reach);
    if (near !== null) return actions.setToken(near);
    const hit = hitAt(scene, x, y);
    if (hit !== null && drag.start(hit, x, y)) event.currentTarget.setPointerCapture(event.pointerId);
  }
  function move(x: number, y: number, event: PointerEvent<HTMLElement>): void {
    if (drag.move(x, y)) return;
    const hit = nearestToken(model, scene, x, y, REACH.token) === null ? hitAt(scene, x, y) : null;
    event.currentTarget.dataset['over'] = hit === null ? 'plane' : hit.part;
  }

  return (
    <div className="plane" style={{ width }}>
      <h3 className="plane-title">
        Input plane
        <span
          ref={moved}
          role="status"
          className="plane-moved"
          title={rescaling === '' ? undefined : RESCALED}
        />
        {columns !== null && (
          <span className="plane-note">
            <MathSymbol letter="w" index="k" /> · <MathSymbol letter="x" /> +{' '}
            <MathSymbol letter="b" index="k" /> = 0
          </span>
        )}
      </h3>
      <div className="plane-square" style={{ width, height }}>
        <div ref={image} role="img" aria-label="Input plane" aria-describedby={id} className="plane-image">
          <canvas ref={input} />
        </div>
        <p id={id} className="visually-hidden">
          {`${dataset.count} tokens on the upper unit semicircle${columns === null ? '' : ` and the threshold lines of ${sizes[1] ?? 0} units`}; token ${token + 1} is chosen.`}
        </p>
        <TokenSlider
          plane="input plane"
          token={token}
          count={dataset.count}
          onPress={press}
          onMove={move}
          onRelease={drag.end}
        />
        {columns !== null && <ThresholdHandles model={model} scene={scene} drag={drag} writers={writers} />}
        {reason !== null && <p className="plane-reason">{reason}</p>}
      </div>
    </div>
  );
}

export function magnifiedText(magnified: number): string {
  return magnified === 1 ? 'as long as they are' : `× ${magnified.toLocaleString('en-US')}`;
}

/** What such a step is not. */
export const RESCALED =
  'SGD would move each weight along the gradient; this optimizer gives every weight a step of its own length.';

/** Arrows of a step along the gradient have the lecture's lengths; these optimizers give every weight a step of its own. */
export function rescalingText({ training }: Experiment): string {
  const { kind } = training.optimizer;
  return kind === 'adagrad' || kind === 'rmsprop' || kind === 'adam' ? `, by ${OPTIMIZER_LABELS[kind]}` : '';
}

function hitAt(scene: ParabolaPictures['scene'], x: number, y: number) {
  const shown = scene.current;
  return shown === null ? null : hitThreshold(shown.thresholds, shown.normals, x, y, REACH.line);
}

function nearestToken(
  { dataset }: ParabolaModel,
  scene: ParabolaPictures['scene'],
  x: number,
  y: number,
  reach: number,
): number | null {
  const plane = scene.current?.inputPlane;
  if (plane === undefined) return null;
  let best: number | null = null;
  let least = reach;
  for (let token = 0; token < dataset.count; token++) {
    const dx = planeX(plane, dataset.inputs[2 * token] ?? NaN) - x;
    const dy = planeY(plane, dataset.inputs[2 * token + 1] ?? NaN) - y;
    const far = Math.hypot(dx, dy);
    if (far > least) continue;
    least = far;
    best = token;
  }
  return best;
}
