import { useMemo, useState } from 'react';
import {
  fitInT,
  fitInX,
  rootMeanSquare,
  trainPoints,
  type CurvePoints,
  type Graph,
} from '../../../data/polynomialFit';
import { MOST_ORDER } from '../../../experiment/polynomial';
import { precisionOf } from '../../../experiment/precision';
import { curveTarget } from '../../../data/lectures/curve';
import { useSelect } from '../../../store/context';
import { useDataset } from '../../useDataset';
import { BasisChoice, type Basis } from './BasisChoice';
import { formatCoefficient, powerText } from './coefficientText';
import { formatLoss } from '../../../figures/numbers';
import { selectCurve } from './curveKinds';

interface Column {
  readonly head: string;
  /** [power]; null where the points do not determine them */
  readonly weights: Float64Array | null;
}

/** x from −1 to 1, where a fit is measured against the target. */
const EVENLY = Float64Array.from({ length: 201 }, (_, i) => (i - 100) / 100);
const ORDERS = Array.from({ length: MOST_ORDER + 1 }, (_, order) => order);
/** Bishop's choice for M = 9. */
const PENALTIES = [
  { head: 'ln λ = −∞', lambda: 0 },
  { head: 'ln λ = −18', lambda: Math.exp(-18) },
  { head: 'ln λ = 0', lambda: 1 },
] as const;

/** The least-squares coefficients of every order, as in Bishop's table 1.1. */
export function OrderTable({ bishop }: { bishop: boolean }) {
  const { basis, choice, points } = useTable(bishop);
  const columns = useMemo(
    () => ORDERS.map((order): Column => ({ head: `M = ${order}`, weights: fit(points, order, 0, basis) })),
    [points, basis],
  );
  return (
    <div className="curve-tables">
      {choice}
      <FitTable label="Coefficients for each order M" columns={columns} points={points} basis={basis} />
      <p className="curve-note">
        Least squares through the {points.x.length} training points, without penalty. With the order the
        coefficients grow and cancel each other. The RMS error falls at the points; to the target without
        noise it need not.
      </p>
    </div>
  );
}

/** The coefficients of order 9 under three penalties, as in Bishop's table 1.2. */
export function PenaltyTable({ bishop }: { bishop: boolean }) {
  const { basis, choice, points } = useTable(bishop);
  const columns = useMemo(
    () =>
      PENALTIES.map(({ head, lambda }): Column => ({
        head,
        weights: fit(points, MOST_ORDER, lambda, basis),
      })),
    [points, basis],
  );
  const count = points.x.length;
  return (
    <div className="curve-tables">
      {choice}
      <FitTable label="Coefficients for each penalty" columns={columns} points={points} basis={basis} />
      <p className="curve-note">
        Order M = 9. Bishop’s loss ½Σ(ŷ − y)² + ½λ‖w‖² is n times this page’s with the L2 rate λ/n: with n ={' '}
        {count} training points ln λ = −18 is a rate of {formatLoss(Math.exp(-18) / count)} and ln λ = 0 one
        of {formatLoss(1 / count)}.{' '}
        {basis === 't'
          ? 'Here the coefficients of t are penalized, the first too, as in his table.'
          : 'Here the coefficients of x are penalized, the first not, as the page does: what Solve gives at this rate.'}
      </p>
    </div>
  );
}

function useTable(bishop: boolean) {
  const dataset = useDataset();
  const [wanted, setWanted] = useState<Basis>('t');
  const basis = bishop ? wanted : 'x';
  const precision = useSelect(({ experiment }) => precisionOf(experiment));
  const points = useMemo(() => trainPoints(dataset, precision), [dataset, precision]);
  const choice = bishop ? <BasisChoice basis={basis} onChange={setWanted} /> : null;
  return { basis, choice, points } as const;
}

function fit(points: CurvePoints, order: number, lambda: number, basis: Basis): Float64Array | null {
  return basis === 't' ? fitInT(points, order, lambda) : fitInX(points, order, lambda / points.x.length);
}

interface FitTableProps {
  readonly label: string;
  readonly columns: readonly Column[];
  readonly points: CurvePoints;
  readonly basis: Basis;
}

function FitTable({ label, columns, points, basis }: FitTableProps) {
  const problem = useSelect(selectCurve);
  const errors = useMemo(() => {
    const along = problem === null ? points : { x: EVENLY, y: EVENLY.map(curveTarget(problem)) };
    const at = ({ x, y }: Graph) => (basis === 't' ? { x: x.map((each) => (each + 1) / 2), y } : { x, y });
    return [
      { name: 'RMS to y', to: at(points) },
      { name: 'to target', to: at(along) },
    ];
  }, [points, basis, problem]);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
    <div className="curve-scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="curve-table">
        <thead>
          <tr>
            <th scope="col">of</th>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ORDERS.map((k) => (
            <tr key={k}>
              <th scope="row">{powerText(basis, k)}</th>
              {columns.map(({ head, weights }) => (
                <td key={head}>{cell(weights, k)}</td>
              ))}
            </tr>
          ))}
          {errors.map(({ name, to }, row) => (
            <tr key={name} className={row === 0 ? 'curve-table-foot' : undefined}>
              <th scope="row">{name}</th>
              {columns.map(({ head, weights }) => (
                <td key={head}>{weights === null ? '–' : formatLoss(rootMeanSquare(weights, to))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cell(weights: Float64Array | null, k: number): string {
  const value = weights?.[k];
  if (value !== undefined) return formatCoefficient(value);
  return weights === null && k === 0 ? '–' : '';
}
