import { useRef } from 'react';
import { formatFixed, formatLoss } from '../../../figures/numbers';
import { MathSymbol } from '../../network/MathSymbol';
import { Vector, type TokenSumProps } from './TokenSum';
import { useFrameWriter } from './writers';
import { writeText } from '../../../figures/writeText';

/** ε = ŷ − y of the chosen token and ½‖ε‖². The name ε is for a linear output: elsewhere it is not ŷ − y. */
export function TokenError({ model, writers }: TokenSumProps) {
  const root = useRef<HTMLDivElement>(null);
  const half = useRef<HTMLSpanElement>(null);
  const { dataset, token, linear } = model;
  useFrameWriter(
    writers,
    'read',
    ({ snapshot }) => {
      const cells = root.current?.getElementsByClassName('planes-number');
      if (!cells) return;
      const target = dataset.targets.subarray(2 * token, 2 * token + 2);
      const output = snapshot.outputs.values.subarray(2 * token, 2 * token + 2);
      const error = target.map((y, k) => (output[k] ?? NaN) - y);
      [...output, ...target, ...error].forEach((value, i) => writeText(cells[i], formatFixed(value, 2)));
      const [e1 = NaN, e2 = NaN] = error;
      writeText(half.current, formatLoss(0.5 * (e1 * e1 + e2 * e2)));
    },
    [model],
  );
  const difference = (
    <>
      <MathSymbol letter="y" hat /> − <MathSymbol letter="y" />
    </>
  );
  return (
    <div ref={root} className="planes-error" role="group" aria-label="Error of the chosen token">
      {linear && (
        <>
          <span className="planes-epsilon">
            <MathSymbol letter="ε" />
          </span>{' '}
          ={' '}
        </>
      )}
      {difference} = <Vector /> − <Vector /> = <Vector error />
      <span className="planes-half">
        ½‖{linear ? <MathSymbol letter="ε" /> : difference}‖² = <span ref={half} />
      </span>
    </div>
  );
}
