import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useSize } from '../../controls/useSize';
import { useThemed } from '../../controls/useThemeKey';
import { ELEMENTWISE_ACTIVATIONS } from '../../engine/activations/activations';
import { setActivation } from '../../experiment/changes';
import { ACTIVATION_LABELS, HIDDEN_ACTIVATIONS, type Activation } from '../../experiment/names';
import { ACTIVATION_FORMULAS } from '../../figures/activations/formulas';
import { drawGalleryCurve } from '../../figures/activations/drawGallery';
import { STRIP_HEIGHT } from '../../figures/activations/strip';
import { cssColor } from '../../figures/color';
import { prepareCanvas, useCanvasFont, usePixelRatio } from '../../panels/output/useCanvas';
import { useActions } from '../../store/context';
import { Tex } from '../../panels/network/Tex';

export interface ActivationCellProps {
  readonly activation: Activation;
  /** layers that use it, 0 = first hidden layer, the last is the output */
  readonly layers: readonly number[];
  readonly hiddenLayers: number;
  /** the hidden layers that a click sets; null where it may not */
  readonly target: number | 'all' | null;
}

/** An activation's name, formulas, range and curves, and a strip for each layer that uses it. */
export function ActivationCell({ activation, layers, hiddenLayers, target }: ActivationCellProps) {
  const { value, derivative, range } = ACTIVATION_FORMULAS[activation];
  const label = ACTIVATION_LABELS[activation];
  return (
    <li className="activation-cell" data-used={layers.length > 0 || undefined}>
      <div className="activation-cell-head">
        <ActivationName
          activation={activation}
          target={target}
          pressed={layers.some((l) => l < hiddenLayers)}
        />
        <Tex
          tex={range}
          label={`range ${range.replaceAll('\\infty', 'infinity').replaceAll(/\\[{}]/g, '')}`}
        />
      </div>
      <div className="activation-cell-formulas">
        <Tex tex={value} label={`${label}: ${spoken(value)}`} />
        <Tex tex={derivative} label={`derivative: ${spoken(derivative)}`} />
      </div>
      <CellCurve activation={activation} />
      {layers.map((layer) => (
        <canvas
          key={layer}
          className="activation-cell-strip"
          role="img"
          aria-label={`Excitations of ${layer === hiddenLayers ? 'the output' : `hidden layer ${layer + 1}`}`}
          data-layer={layer}
          style={{ height: STRIP_HEIGHT }}
        />
      ))}
    </li>
  );
}

/** TeX as it may be read aloud. */
function spoken(tex: string): string {
  return tex
    .replaceAll(/\\(?:[,;]|textstyle)/g, ' ')
    .replaceAll('\\le', '≤')
    .replaceAll('\\cdot', 'times')
    .replaceAll(/[\\{}_]/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}

interface ActivationNameProps {
  readonly activation: Activation;
  readonly target: number | 'all' | null;
  readonly pressed: boolean;
}

/** A button where the activation may be chosen for hidden layers; softmax is for outputs. */
function ActivationName({ activation, target, pressed }: ActivationNameProps) {
  const actions = useActions();
  const label = ACTIVATION_LABELS[activation];
  const chosen = HIDDEN_ACTIVATIONS.find((each) => each === activation);
  if (target === null || chosen === undefined) return <span className="activation-cell-name">{label}</span>;
  const where = target === 'all' ? 'all hidden layers' : `hidden layer ${target + 1}`;
  return (
    <button
      type="button"
      className="activation-cell-name"
      aria-label={`${label}: set for ${where}`}
      data-used={pressed || undefined}
      onClick={() => actions.edit(label, setActivation(target, chosen))}
    >
      {label}
    </button>
  );
}

/** Softmax of two classes, the other excitation 0, is a sigmoid. */
const curveOf = (activation: Activation) =>
  ELEMENTWISE_ACTIVATIONS[activation === 'softmax' ? 'sigmoid' : activation];

function CellCurve({ activation }: { activation: Activation }) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = useSize(box);
  const pixelRatio = usePixelRatio();
  const style = useGalleryStyle();
  useEffect(() => {
    if (canvas.current === null || width === 0) return;
    const context = prepareCanvas(canvas.current, width, height, pixelRatio);
    if (context !== null) drawGalleryCurve(context, curveOf(activation), width, height, style);
  }, [activation, width, height, pixelRatio, style]);
  const label = `${ACTIVATION_LABELS[activation]} and its derivative`;
  return (
    <div ref={box} className="activation-cell-curve">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}

export function useGalleryStyle() {
  const fontFamily = useCanvasFont();
  const colors = useThemed(
    useCallback(
      (root: HTMLElement) => ({
        ink: cssColor(root, 'ink'),
        inkSecondary: cssColor(root, 'ink-2'),
        inkFaint: cssColor(root, 'ink-3'),
        rule: cssColor(root, 'rule'),
      }),
      [],
    ),
  );
  return useMemo(() => ({ ...colors, fontFamily }), [colors, fontFamily]);
}
