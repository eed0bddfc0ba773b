import { useState } from 'react';
import { useFrame, useSelect } from '../../store/context';
import type { GradientCheck } from './gradientCheck';
import { lightsLink, type Lighting } from './lighting';
import { formatBriefly, formatNumber, Num } from './numbers';
import { bias, nameOf, weight, type Notation } from './symbols';
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
  const width = !checked ? undefined : penalty && minibatch ? 'dense' : 'checked';
  return (
    <table className="explain-table" data-width={width}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">parameter</span>
          </th>
          <th scope="col">{minibatch ? 'token' : penalty ? 'data' : 'gradient'}</th>
          {minibatch && <th scope="col">mean</th>}
          {penalty && <th scope="col">penalty</th>}
          {penalty && <th scope="col">sum</th>}
          {checked && <th scope="col">{width === 'dense' ? 'check' : 'difference'}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((j) => (
          <tr key={j} {...(j !== 'b' && lightsLink({ layer, unit, from: j }, props))}>
            <ParameterHead {...{ notation, layer, unit, from: j }} />
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

export interface ParameterHeadProps {
  readonly notation: Notation;
  readonly layer: number;
  readonly unit: number;
  /** sending unit, or the bias */
  readonly from: number | 'b';
}

/** Head of a parameter's row: its symbol to see, its name to hear. */
export function ParameterHead({ notation, layer, unit, from }: ParameterHeadProps) {
  return (
    <th scope="row">
      <span className="visually-hidden">
        {from === 'b' ? 'bias' : `weight from ${nameOf(notation, layer - 1, from)}`}
      </span>
      <span aria-hidden="true">
        <Tex tex={from === 'b' ? bias(layer, unit) : weight(layer, unit, from)} />
      </span>
    </th>
  );
}

const VERDICTS: Readonly<Record<GradientCheck['verdict'], string>> = {
  agrees: 'agrees',
  kink: 'a kink lies nearby',
  'too-small': 'too small to tell',
  differs: 'differs',
};

interface ChecksProps {
  readonly values: StepValues;
  readonly k: string;
}

/** A check belongs to the numbers that it was made of: a playing run has none, and one that comes to rest a new one. */
function Checks(props: ChecksProps) {
  const playing = useSelect((state) => state.status.playing);
  return (
    <td className="explain-check">{playing ? 'paused runs only' : <Check key={props.k} {...props} />}</td>
  );
}

/** The central difference of the tokens' mean loss, made anew for every network on show. */
function Check({ values, k }: ChecksProps) {
  const [check, setCheck] = useState<GradientCheck | null>(null);
  useFrame(() => {
    if (values.trace === null) return;
    const next = values.check(k);
    setCheck((last) => (isSame(last, next) ? last : next));
  }, [values, k]);
  if (check === null) return null;
  return (
    <>
      <data className="num" value={String(check.difference)}>
        {formatNumber(check.difference)}
      </data>
      <span className="explain-verdict">
        {VERDICTS[check.verdict]}{' '}
        <span className="explain-error">
          (
          <data className="num" value={String(check.relativeError)}>
            {formatBriefly(check.relativeError)}
          </data>
          )
        </span>
      </span>
    </>
  );
}

function isSame(last: GradientCheck | null, next: GradientCheck): boolean {
  return (
    last?.difference === next.difference &&
    last.relativeError === next.relativeError &&
    last.verdict === next.verdict
  );
}
