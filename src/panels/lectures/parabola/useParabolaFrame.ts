import { useMemo, useRef, type RefObject } from 'react';
import { useThemed } from '../../../controls/useThemeKey';
import { drawInputPlane } from '../../../figures/planes/drawInputPlane';
import { drawOutputPlane } from '../../../figures/planes/drawOutputPlane';
import { createSceneMemory, layoutScene, type Scene, type SceneMemory } from '../../../figures/planes/scene';
import { readPlanesStyle } from '../../../figures/planes/style';
import type { Snapshot } from '../../../protocol/snapshot';
import { probeOf, useFrame, useProbe, useSelect } from '../../../store/context';
import { selectShownUnit } from '../../../store/state';
import { prepareCanvas, useCanvasFont, usePixelRatio } from '../../output/useCanvas';
import { sameSizes } from '../../output/sameSizes';
import { lastActivations, probedOutputs, type ParabolaModel } from './model';
import { PARABOLA, SEMICIRCLE } from './semicircle';
import type { Moved } from './useMoved';

const ARC = 'parabola arc';

/** What a frame gives besides its pictures. */
export interface ParabolaFrame {
  readonly snapshot: Snapshot;
  readonly scene: Scene;
  /** h of the last hidden layer for the chosen token, or its features */
  readonly activations: ArrayLike<number>;
  /** ŷ along the semicircle, [point][output] */
  readonly image: Float64Array;
  readonly moved: Moved | null;
}

export interface ParabolaFrameOptions {
  readonly model: ParabolaModel;
  /** px of a plane */
  readonly width: number;
  readonly height: number;
  readonly shown: (snapshot: Snapshot) => Moved | null;
  /** Writes the frame's numbers. */
  readonly onFrame: (frame: ParabolaFrame) => void;
}

export interface ParabolaPictures {
  readonly input: RefObject<HTMLCanvasElement | null>;
  readonly output: RefObject<HTMLCanvasElement | null>;
  /** what is on show, for hands that reach into it */
  readonly scene: RefObject<Scene | null>;
  readonly memory: RefObject<SceneMemory>;
}

/** Paints both planes with every frame. */
export function useParabolaFrame(options: ParabolaFrameOptions): ParabolaPictures {
  const { model, width, height, shown, onFrame } = options;
  const input = useRef<HTMLCanvasElement>(null);
  const output = useRef<HTMLCanvasElement>(null);
  const scene = useRef<Scene | null>(null);
  const memory = useRef(createSceneMemory());
  const style = useThemed(readPlanesStyle);
  const fontFamily = useCanvasFont();
  const ratio = usePixelRatio();
  const unit = useSelect((state) => {
    const pointed = selectShownUnit(state);
    return pointed?.layer === 0 ? pointed.unit : null;
  });
  const probe = useTokenProbe(model);
  useProbe(ARC, SEMICIRCLE);

  useFrame(
    (snapshot) => {
      const { dataset, sizes, token, tests } = model;
      const tokenValues = probeOf(snapshot, probe);
      const arcValues = probeOf(snapshot, ARC);
      const fits = sameSizes(snapshot.sizes, sizes) && snapshot.outputs.values.length === 2 * dataset.count;
      // One frame later they are there.
      if (width === 0 || !fits || tokenValues === null || arcValues === null) return;
      const moved = shown(snapshot);
      const image = probedOutputs(arcValues);
      const activations = lastActivations(model, tokenValues);
      const { parameters, outputs } = snapshot;
      const { inputs, targets } = dataset;
      const numbers = {
        width,
        height,
        sizes,
        parameters,
        inputs,
        targets,
        outputs: outputs.values,
        image,
        token,
      };
      const next = layoutScene({ ...numbers, activations, columns: model.columns, moved }, memory.current);
      scene.current = next;
      const look = { tests, token, style, fontFamily };
      const pictures = { ...look, plane: next.inputPlane, arc: SEMICIRCLE, inputs, shown: unit };
      paint(input.current, next.inputPlane, ratio, (context) =>
        drawInputPlane(context, { ...pictures, ...next, moved: next.movedRows }),
      );
      const { outputPlane: plane, errors, chain, labels, movedColumns } = next;
      const letter = sizes.length > 2 ? 'h' : 'x';
      const curves = { plane, target: PARABOLA, image, noisy: model.noise > 0 };
      paint(output.current, plane, ratio, (context) =>
        drawOutputPlane(context, { ...look, ...curves, errors, chain, labels, letter, moved: movedColumns }),
      );
      onFrame({ snapshot, scene: next, activations, image, moved });
    },
    [model, width, height, style, fontFamily, ratio, unit, probe, shown, onFrame],
  );
  return { input, output, scene, memory };
}

/** Asks for the activations of the chosen token, under a name of its own: another token's never stand in for them. */
function useTokenProbe({ dataset, token }: ParabolaModel): string {
  const points = useMemo(() => dataset.inputs.slice(2 * token, 2 * token + 2), [dataset, token]);
  const id = `parabola token ${points.join(' ')}`;
  useProbe(id, points);
  return id;
}

function paint(
  canvas: HTMLCanvasElement | null,
  { width, height }: { readonly width: number; readonly height: number },
  ratio: number,
  draw: (context: CanvasRenderingContext2D) => void,
): void {
  const context = canvas === null ? null : prepareCanvas(canvas, width, height, ratio);
  if (context !== null) draw(context);
}
