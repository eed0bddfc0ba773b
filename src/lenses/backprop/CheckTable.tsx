import { useState } from 'react';
import { useFrame, useSelect } from '../../store/context';
import type { GradientCheck } from './gradientCheck';
import { lightsLink, type Lighting } from './lighting';
import { formatNumber, Num } from './numbers';
import { bias, weight, type Notation } from './symbols';
import { Tex } from '../../panels/network/Tex';
import type { StepValues } from './values';

export interface CheckTableProps extends Lighting {
  readonly notation: Notation;
  readonly values: StepValues;
  readonly layer: number;
  readonly unit: number;
  readonly penalty: boolean;
  /** The mean over a minibatch stands beside the token's own gradient. */
  readonly minibatch: boolean;
  /** Finite differences stand beside the gradients. */
  readonly checked: boolean;
}

/** One row a weight: the product, the penalty's part, and what a finite difference says. */
export function CheckTable(props: CheckTableProps) {
  const { notation, values, layer, unit, penalty, minibatch, checked } = props;
  const sending = layer === 0 ? notation.features.length : (notation.units[layer - 1] ?? 0);
  const rows = [...Array.from({ length: sending }, (_, j) => j), 'b' as const];
  return (
    <table className="explain-table">
      <thead>
        <tr>
          <th scope="col">parameter</th>
          <th scope="col">{minibatch ? 'token' : penalty ? 'data' : 'gradient'}</th>
          {minibatch && <th scope="col">mean</th>}
          {penalty && <th scope="col">penalty</th>}
          {penalty && <th scope="col">sum</th>}
          {checked && <th scope="col">difference</th>}
          {checked && <th scope="col">check</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((j) => (
          <tr key={j} {...(j !== 'b' && lightsLink({ layer, unit, from: j }, props))}>
            <th scope="row">
              <Tex tex={j === 'b' ? bias(layer, unit) : weight(layer, unit, j)} />
            </th>
            <td>
              <Num k={`g:${layer}:${unit}:${j}`} error />
            </td>
            {minibatch && (
              <td>
                <Num k={`m:${layer}:${unit}:${j}`} error />
              </td>
            )}
            {penalty && (
              <td>
                <Num k={`p:${layer}:${unit}:${j}`} />
              </td>
            )}
            {penalty && (
              <td>
                <Num k={`G:${layer}:${unit}:${j}`} />
              </td>
            )}
            {checked && <Checks values={values} k={`g:${layer}:${unit}:${j}`} />}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const VERDICTS: Readonly<Record<GradientCheck['verdict'], string>> = {
  agrees: 'agrees',
  kink: 'a kink lies nearby',
  'too-small': 'too small to tell',
  differs: 'differs',
};

/** The central difference of this token's loss; made anew for every network that stands still. */
function Checks({ values, k }: { values: StepValues; k: string }) {
  const playing = useSelect((state) => state.status.playing);
  const [check, setCheck] = useState<GradientCheck | null>(null);
  useFrame(() => {
    if (playing || values.trace === null) return;
    const next = values.check(k);
    setCheck((last) => (last?.difference === next.difference && last.verdict === next.verdict ? last : next));
  }, [values, k, playing]);
  if (check === null) return <td colSpan={2}>paused runs only</td>;
  return (
    <>
      <td>
        <data className="num" value={String(check.difference)}>
          {formatNumber(check.difference)}
        </data>
      </td>
      <td>
        {VERDICTS[check.verdict]} <small>({check.relativeError.toExponential(0)})</small>
      </td>
    </>
  );
}
