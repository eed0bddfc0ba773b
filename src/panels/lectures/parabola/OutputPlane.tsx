import { useId, useRef } from 'react';
import { formatFixed, formatLoss } from '../../../figures/numbers';
import { useActions } from '../../../store/context';
import { magnifiedText, RESCALED, rescalingText, type PlaneProps } from './InputPlane';
import { TokenSlider } from './TokenSlider';
import { useFrameWriter, writeAttribute } from './writers';
import { writeText } from '../../../figures/writeText';

/** px around the pointer in which a token is meant */
const REACH = 24;

/** Target curve, what the network makes of the semicircle, every token's error and the chosen token's sum. */
export function OutputPlane({ model, width, height, pictures, writers }: PlaneProps) {
  const id = useId();
  const { scene, output } = pictures;
  const image = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const moved = useRef<HTMLSpanElement>(null);
  const { setToken } = useActions();
  const { dataset, token, tests } = model;
  const rescaling = rescalingText(model.experiment);

  useFrameWriter(
    writers,
    'read',
    ({ scene: shown, snapshot }) => {
      const columns = shown.movedColumns;
      const magnified = columns === null ? '' : magnifiedText(columns.magnified);
      writeText(moved.current, columns === null ? '' : `columns moved, arrows ${magnified}${rescaling}`);
      writeAttribute(image.current, 'data-chain', places(shown.chain));
      writeAttribute(image.current, 'data-error', places(shown.errors.subarray(4 * token, 4 * token + 4)));
      const { left, right } = shown.outputPlane;
      writeAttribute(image.current, 'data-domain', `${left},${right}`);
      const at = (values: ArrayLike<number>) =>
        `(${formatFixed(values[2 * token] ?? NaN, 2)}, ${formatFixed(values[2 * token + 1] ?? NaN, 2)})`;
      const set = tests[token] === 1 ? 'test' : 'train';
      const values = `x = ${at(dataset.inputs)}, y = ${at(dataset.targets)}, ŷ = ${at(snapshot.outputs.values)}`;
      writeText(
        words.current,
        `Token ${token + 1}, ${set}: ${values}. Train loss ${formatLoss(snapshot.trainLoss)}.`,
      );
    },
    [model, rescaling],
  );

  function press(x: number, y: number): void {
    const errors = scene.current?.errors;
    if (errors === undefined) return;
    let least = REACH;
    let best = -1;
    for (let i = 0; i < dataset.count; i++) {
      for (const end of [4 * i, 4 * i + 2]) {
        const far = Math.hypot((errors[end] ?? NaN) - x, (errors[end + 1] ?? NaN) - y);
        if (far >= least) continue;
        least = far;
        best = i;
      }
    }
    if (best >= 0) setToken(best);
  }

  return (
    <div className="plane" style={{ width }}>
      <h3 className="plane-title">
        Output plane
        <span
          ref={moved}
          role="status"
          className="plane-moved"
          title={rescaling === '' ? undefined : RESCALED}
        />
        <span className="plane-note">predictions and errors</span>
      </h3>
      <div className="plane-square" style={{ width, height }}>
        <div ref={image} role="img" aria-label="Output plane" aria-describedby={id} className="plane-image">
          <canvas ref={output} />
        </div>
        <p ref={words} id={id} className="visually-hidden" />
        <TokenSlider plane="output plane" token={token} count={dataset.count} onPress={press} />
      </div>
    </div>
  );
}

function places(values: Float64Array): string {
  const pairs: string[] = [];
  for (let i = 0; i + 1 < values.length; i += 2)
    pairs.push(`${(values[i] ?? NaN).toFixed(2)},${(values[i + 1] ?? NaN).toFixed(2)}`);
  return pairs.join(' ');
}
