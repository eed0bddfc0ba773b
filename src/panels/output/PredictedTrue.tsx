import { useMemo, useRef } from 'react';
import { cssColor } from '../../figures/color';
import { drawPredictedTrue } from '../../figures/predictedTrue/draw';
import { layoutPredictedTrue } from '../../figures/predictedTrue/layout';
import { useSize } from '../../controls/useSize';
import { useThemed } from '../../controls/useThemeKey';
import { useFrame, useSelect } from '../../store/context';
import { useDataset } from '../useDataset';
import { prepareCanvas, useCanvasFont, usePixelRatio } from './useCanvas';
import './PredictedTrue.css';

/** Regression: every point's prediction against its true value. */
export function PredictedTrue() {
  const showTest = useSelect((state) => state.view.showTest);
  const dataset = useDataset();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(box);
  const pixelRatio = usePixelRatio();
  const fontFamily = useCanvasFont();
  const colors = useThemed(readColors);
  const style = useMemo(() => ({ ...colors, fontFamily }), [colors, fontFamily]);
  const scale = useMemo(() => layoutPredictedTrue(dataset.targets, size), [dataset, size]);

  useFrame(
    ({ outputs }) => {
      if (canvas.current === null || size.width === 0) return;
      if (outputs.values.length < dataset.count * outputs.channels) return;
      const context = prepareCanvas(canvas.current, size.width, size.height, pixelRatio);
      if (context !== null) drawPredictedTrue(context, scale, dataset, outputs, showTest, style);
    },
    [dataset, scale, size, pixelRatio, style, showTest],
  );

  return (
    <div ref={box} className="predicted-true">
      <canvas ref={canvas} role="img" aria-label="Predicted against true" />
    </div>
  );
}

function readColors(root: HTMLElement) {
  return {
    ink: cssColor(root, 'ink'),
    inkFaint: cssColor(root, 'ink-3'),
    frame: cssColor(root, 'rule-2'),
    paper: cssColor(root, 'paper'),
  };
}
