import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useThemed } from '../../../controls/useThemeKey';
import { surfaceTarget } from '../../../data/lectures/surface';
import { extentOf, layerSizes } from '../../../experiment/shape';
import { cssColor } from '../../../figures/color';
import { FULL_HEIGHT, netOf, pointsOf } from '../../../figures/surface/mesh';
import { dragged, keyed, namePlaces, START_ORBIT } from '../../../figures/surface/orbit';
import { createPace } from '../../../figures/surface/pace';
import { useFrame, useSelect } from '../../../store/context';
import { selectShownUnit } from '../../../store/state';
import { sameSizes } from '../../output/sameSizes';
import { usePixelRatio } from '../../output/useCanvas';
import { useDataset } from '../../useDataset';
import { createSurfaceScene, type SurfaceScene } from './createScene';

/** Lines of the target's net in each direction, and straight pieces of each. */
const NET = { lines: 20, steps: 80, coarse: 30 } as const;
const LABELS = ['x1', 'x2', 'y'] as const;

/** ŷ over the plane as a surface that can be turned, with the target as a net and the points. */
export function SurfaceView({ width, height }: { width: number; height: number }) {
  const experiment = useSelect((state) => state.experiment);
  const showTest = useSelect((state) => state.view.showTest);
  const unit = useSelect(selectShownUnit);
  const dataset = useDataset();
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const labels = useRef<(HTMLSpanElement | null)[]>([]);
  const scene = useRef<SurfaceScene | null>(null);
  const pace = useRef(createPace(false));
  const orbit = useRef(START_ORBIT);
  const [missing, setMissing] = useState(false);
  const pixelRatio = usePixelRatio();
  const colors = useThemed(readColors);
  const sizes = useMemo(() => layerSizes(experiment), [experiment]);
  const { problem } = experiment;
  const extent = extentOf(problem);
  const scale = useMemo(() => largestOf(dataset.targets), [dataset]);

  useEffect(() => {
    if (canvas.current === null) return undefined;
    const made = createSurfaceScene(canvas.current);
    scene.current = made;
    pace.current = createPace(made?.slow ?? false);
    setMissing(made === null);
    return () => {
      scene.current = null;
      made?.dispose();
    };
  }, []);

  function render(shown?: () => void): void {
    const { current } = scene;
    if (current === null) return;
    current.look(orbit.current);
    current.render(shown);
    const places = namePlaces(orbit.current, FULL_HEIGHT);
    LABELS.forEach((name, i) => {
      const [x, y] = current.project(...places[name]);
      const label = labels.current[i];
      if (label) label.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
    });
    const { turn, tilt, zoom } = orbit.current;
    if (words.current)
      words.current.textContent = `Turned ${Math.round(turn)}°, tilted ${Math.round(tilt)}°, zoom ${Math.round(100 * zoom)} %`;
  }

  useEffect(() => {
    scene.current?.resize(width, height, pixelRatio);
    scene.current?.paint(colors);
    render();
  }, [width, height, pixelRatio, colors]);
  useEffect(() => {
    if (problem.dataset === 'custom') return;
    scene.current?.setData({
      net: netOf(surfaceTarget(problem), extent, scale, NET.lines, NET.steps),
      coarseNet: netOf(surfaceTarget(problem), extent, scale, NET.lines, NET.coarse),
      train: pointsOf(dataset.train, dataset.inputs, dataset.targets, extent, scale),
      test: pointsOf(showTest ? dataset.test : NO_TOKENS, dataset.inputs, dataset.targets, extent, scale),
    });
    render();
  }, [problem, dataset, extent, scale, showTest]);
  useFrame(
    ({ field, sizes: drawn, updatesPerSecond }) => {
      if (field === null || !sameSizes(drawn, sizes)) return;
      const running = updatesPerSecond > 0;
      const began = performance.now();
      if (running && (scene.current?.busy() === true || !pace.current.due(began))) return;
      scene.current?.raise(field, field.unit === null ? scale : field.scale);
      scene.current?.detail(running ? pace.current.stride() : 1);
      render(() => running && pace.current.took(began, performance.now()));
    },
    [sizes, scale, width, height, pixelRatio, colors],
  );

  function onKeyDown(event: KeyboardEvent): void {
    const next =
      event.ctrlKey || event.metaKey || event.altKey ? null : keyed(orbit.current, event.key, event.shiftKey);
    if (next === null) return;
    event.preventDefault();
    orbit.current = next;
    render();
  }
  function onPointerMove(event: PointerEvent): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    orbit.current = dragged(orbit.current, event.movementX, event.movementY);
    scene.current?.detail(pace.current.stride());
    render();
  }
  function onLostPointerCapture(): void {
    scene.current?.detail(1);
    render();
  }

  if (missing)
    return (
      <p className="surface-missing" style={{ width, height }}>
        This browser has no WebGL, which the surface is drawn with; the map shows the same values.
      </p>
    );
  return (
    // A picture that the keyboard turns: it has the focus like a control, and is read as the picture it is.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="img"
      aria-label="Surface figure"
      aria-describedby={id}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-keys="arrows"
      className="surface-view"
      style={{ width, height }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onLostPointerCapture={onLostPointerCapture}
    >
      <canvas ref={canvas} />
      {LABELS.map((name, i) => (
        <span
          key={name}
          ref={(label) => {
            labels.current[i] = label;
          }}
          className="surface-label"
        >
          <i>{name === 'y' ? (unit === null ? 'ŷ' : 'h') : 'x'}</i>
          {name !== 'y' && <sub>{name.slice(1)}</sub>}
        </span>
      ))}
      <span id={id} ref={words} className="surface-words" />
    </div>
  );
}

const NO_TOKENS = new Uint32Array(0);

function largestOf(targets: Float64Array): number {
  let largest = 0;
  for (const target of targets) largest = Math.max(largest, Math.abs(target));
  return largest || 1;
}

function readColors(root: HTMLElement) {
  return {
    ink: cssColor(root, 'ink'),
    inkSecondary: cssColor(root, 'ink-2'),
    rule: cssColor(root, 'rule-2'),
    paper: cssColor(root, 'paper'),
  };
}
