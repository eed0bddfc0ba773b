import { useRef } from 'react';
import { formatFixed } from '../../figures/numbers';
import { affineMap, type AffineMap, type LinearRun } from '../../figures/unit/affine';
import { affineSentence, subscript } from '../../figures/unit/sentences';
import { sameSizes } from '../../panels/output/sameSizes';
import { useFrame } from '../../store/context';
import { featureSymbol } from '../../data/features';
import { useThrottle } from '../../store/throttle';
import type { UnitModel } from './unitModel';
import { writeText } from '../../figures/writeText';

/** Rows and columns for which there is room. */
const MOST = 8;

/** Linear hidden layers as the one affine map that they are, with its numbers. */
export function AffineTable({ model, run }: { model: UnitModel; run: LinearRun }) {
  const { sizes, residual, experiment } = model;
  const table = useRef<HTMLTableElement>(null);
  const isDue = useThrottle([model, run]);
  const columns = sizes[run.first] ?? 0;
  const rows = sizes[run.last + 2] ?? 0;
  const [shownRows, shownColumns] = [Math.min(MOST, rows), Math.min(MOST, columns)];
  const sender = (i: number) => {
    const feature = run.first === 0 ? experiment.features[i] : undefined;
    return feature === undefined ? `h${subscript(i + 1)}` : featureSymbol(feature);
  };
  useFrame(
    (snapshot) => {
      if (table.current === null || !sameSizes(snapshot.sizes, sizes)) return;
      if (!isDue(snapshot)) return;
      write(table.current, affineMap(snapshot.parameters, sizes, residual, run));
    },
    [model, run],
  );
  return (
    <div className="unit-lens-affine">
      <p>{affineSentence(run.first, run.last, sizes.length - 2)}</p>
      <table ref={table} aria-label="Affine map of the linear layers">
        <thead>
          <tr>
            <td />
            {Array.from({ length: shownColumns }, (_, i) => (
              <th key={i} scope="col">
                {sender(i)}
              </th>
            ))}
            <th scope="col">c</th>
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: shownRows }, (_, k) => (
            <tr key={k}>
              <th scope="row">e{rows > 1 ? subscript(k + 1) : ''}</th>
              {Array.from({ length: shownColumns }, (__, i) => (
                <td key={i} data-column={i} />
              ))}
              <td data-column="c" />
            </tr>
          ))}
        </tbody>
      </table>
      {(rows > MOST || columns > MOST) && (
        <p>
          The first {shownRows} of {rows} rows and {shownColumns} of {columns} columns.
        </p>
      )}
    </div>
  );
}

function write(table: HTMLTableElement, { columns, matrix, constant }: AffineMap): void {
  [...(table.tBodies[0]?.rows ?? [])].forEach((row, k) => {
    for (const cell of row.querySelectorAll('td')) {
      const column = cell.dataset['column'];
      const value = column === 'c' ? constant[k] : matrix[k * columns + Number(column)];
      const text = formatFixed(value ?? NaN, 3);
      writeText(cell, text);
    }
  });
}
