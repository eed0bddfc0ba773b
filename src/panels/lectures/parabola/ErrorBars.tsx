import { useId, useRef } from 'react';
import { useSize } from '../../../controls/useSize';
import { useThemed } from '../../../controls/useThemeKey';
import { drawBars } from '../../../figures/planes/drawBars';
import { errorLengths, layoutBars } from '../../../figures/planes/bars';
import { formatFixed } from '../../../figures/numbers';
import { readPlanesStyle } from '../../../figures/planes/style';
import { prepareCanvas, useCanvasFont, usePixelRatio } from '../../output/useCanvas';
import type { TokenSumProps } from './TokenSum';
import { useFrameWriter } from './writers';
import { writeText } from '../../../figures/writeText';

/** ‖ŷ − y‖ of every token, in their order along the semicircle. */
export function ErrorBars({ model, writers }: TokenSumProps) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const largest = useRef<HTMLSpanElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const { width, height } = useSize(box);
  const style = useThemed(readPlanesStyle);
  const fontFamily = useCanvasFont();
  const ratio = usePixelRatio();
  const { dataset, tests, token } = model;

  useFrameWriter(
    writers,
    'drawn',
    ({ snapshot }) => {
      const lengths = errorLengths(dataset.targets, snapshot.outputs.values);
      let most = 0;
      for (const [i, length] of lengths.entries()) if (length > (lengths[most] ?? 0)) most = i;
      const text = formatFixed(lengths[most] ?? NaN, 2);
      writeText(largest.current, text);
      writeText(words.current, `The largest error is ${text}, of token ${most + 1}.`);
      if (canvas.current === null || width === 0 || height === 0) return;
      const context = prepareCanvas(canvas.current, width, height, ratio);
      const layout = layoutBars(width, height, lengths);
      if (context !== null) drawBars(context, { layout, width, lengths, tests, token, style, fontFamily });
    },
    [model, width, height, style, fontFamily, ratio],
  );
  return (
    <section className="planes-bars">
      <div className="planes-bars-head">
        <h3>Error by token</h3>
        <span className="planes-largest">
          largest <span ref={largest} />
        </span>
      </div>
      <div ref={box} className="planes-bars-figure">
        <canvas ref={canvas} role="img" aria-label="Error by token" aria-describedby={id} />
      </div>
      <p ref={words} id={id} className="visually-hidden" />
    </section>
  );
}
