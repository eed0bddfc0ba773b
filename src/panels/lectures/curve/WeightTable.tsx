import { useId, useMemo, useRef, useState } from 'react';
import { curvatureOf, largestResidual, solveNetwork, whyUnsolvable } from '../../../data/networkSolution';
import { translateToT } from '../../../data/polynomialFit';
import type { Experiment } from '../../../experiment/experiment';
import { orderOf } from '../../../experiment/polynomial';
import { precisionOf } from '../../../experiment/precision';
import { featureSymbol } from '../../../data/features';
import type { Snapshot } from '../../../protocol/snapshot';
import { useFrame, useSelect } from '../../../store/context';
import { PRECISION_NOTE, PrecisionSwitch } from '../../settings/PrecisionSwitch';
import { useDataset } from '../../useDataset';
import { BasisChoice, type Basis } from './BasisChoice';
import { formatCoefficient, powerText } from './coefficientText';
import { curvatureSentence, residualSentence } from './solveSentences';
import { writeText } from '../../../figures/writeText';

/** The network's weights beside those of least squares, and how far training can come. */
export function WeightTable({ bishop }: { bishop: boolean }) {
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const [basis, setBasis] = useState<Basis>('x');
  const body = useRef<HTMLTableSectionElement>(null);
  const note = useRef<HTMLParagraphElement>(null);
  const precisionNote = useId();
  const reason = useMemo(() => whyUnsolvable(experiment, dataset), [experiment, dataset]);
  const curvature = useMemo(
    () => (reason === null ? curvatureOf(experiment, dataset) : null),
    [experiment, dataset, reason],
  );
  const order = orderOf(experiment);
  const precision = precisionOf(experiment);
  const inT = bishop && basis === 't' && order !== null;
  // What is frozen can be typed while the rest stays: the solution is found anew then.
  const solved = useMemo(
    () => createSolved((present) => (reason === null ? solveNetwork(experiment, dataset, present) : null)),
    [experiment, dataset, reason],
  );

  useFrame(
    (snapshot) => {
      const rows = body.current?.rows;
      const count = experiment.features.length + 1;
      if (rows === undefined || snapshot.parameters.length !== count) return;
      const frozen = (experiment.frozen ?? []).map(
        ({ from }) => snapshot.parameters[from === 'bias' ? count - 1 : from],
      );
      const weights = solved(frozen.join(), snapshot.parameters);
      const present = coefficients(snapshot.parameters, inT);
      const wanted = weights === null ? null : coefficients(weights, inT);
      for (let k = 0; k < count; k++) {
        writeText(rows[k]?.cells[1], formatCoefficient(present[k] ?? NaN));
        writeText(rows[k]?.cells[2], wanted === null ? '–' : formatCoefficient(wanted[k] ?? NaN));
      }
      if (weights !== null && note.current !== null)
        writeText(note.current, residuals(experiment, weights, snapshot));
    },
    [experiment, dataset, solved, inT],
  );

  function residuals(of: Experiment, weights: Float64Array, snapshot: Snapshot): string {
    const { values } = snapshot.outputs;
    let onPage = 0;
    for (const token of dataset.train)
      onPage = Math.max(onPage, Math.abs((values[token] ?? NaN) - (dataset.targets[token] ?? NaN)));
    const rounded = precision === 'double' ? null : largestResidual(of, dataset, Float32Array.from(weights));
    return residualSentence({ solved: largestResidual(of, dataset, weights), rounded, now: onPage });
  }

  if (experiment.network.hidden.length > 0)
    return (
      <p className="curve-note curve-empty">
        This network has hidden layers, so its weights are no coefficients. Choose an order M to make it a
        polynomial; with one hidden layer its units are moved by hand on the curve.
      </p>
    );
  const names = inT
    ? Array.from({ length: (order ?? 0) + 1 }, (_, k) => powerText('t', k))
    : ['1', ...experiment.features.map(featureSymbol)];
  const rows = order === 0 ? 2 : names.length;
  return (
    <div className="curve-tables">
      <div className="curve-precision">
        <PrecisionSwitch describedBy={precisionNote} />
        {bishop && order !== null && <BasisChoice basis={basis} onChange={setBasis} />}
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
      <div className="curve-scroll" role="region" aria-label="Weights" tabIndex={0}>
        <table className="curve-table">
          <thead>
            <tr>
              <th scope="col">{inT ? 'of t = (x + 1)/2' : 'of'}</th>
              <th scope="col">network</th>
              <th scope="col">
                {experiment.training.regularization.kind === 'l2' ? 'ridge' : 'least squares'}
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {Array.from({ length: rows }, (_, k) => (
              <tr key={k}>
                <th scope="row">{names[k] ?? 'x₁'}</th>
                <td />
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {reason !== null && <p className="curve-note">{reason}</p>}
      <p ref={note} className="curve-note" />
      <p id={precisionNote} className="curve-note">
        {PRECISION_NOTE}
      </p>
      {curvature !== null && (
        <p className="curve-note">
          {curvatureSentence(curvature, experiment.training.optimizer.learningRate, precision)}
        </p>
      )}
    </div>
  );
}

type Solve = (present: ArrayLike<number>) => Float64Array | null;

/** Keeps the last solution as long as its key is asked for. */
function createSolved(solve: Solve) {
  let last: { readonly key: string; readonly weights: Float64Array | null } | null = null;
  return (key: string, present: ArrayLike<number>) => {
    if (last?.key !== key) last = { key, weights: solve(present) };
    return last.weights;
  };
}

/** [bias, weights …] of parameters that stand weights first; in powers of t where that is asked. */
function coefficients(parameters: ArrayLike<number>, inT: boolean): Float64Array {
  const last = parameters.length - 1;
  const inX = Float64Array.from(
    { length: parameters.length },
    (_, k) => parameters[k === 0 ? last : k - 1] ?? 0,
  );
  return inT ? translateToT(inX) : inX;
}
