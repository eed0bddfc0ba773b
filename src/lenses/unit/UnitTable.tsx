import { useMemo } from 'react';
import { formatFixed } from '../../figures/numbers';
import { activationTex, contributionFormula, excitationTex } from '../../figures/unit/formula';
import { useSelect } from '../../store/context';
import { useDataset } from '../../panels/useDataset';
import { Tex } from '../../panels/network/Tex';
import { tableRows, type UnitRows } from './tableRows';
import type { UnitModel } from './unitModel';
import type { UnitSeries } from './unitSeries';
import { writeText } from '../../figures/writeText';

/** What a unit makes of the tokens, row by row; the numbers come with the frames. */
export function UnitTable({ model }: { model: UnitModel }) {
  const dataset = useDataset();
  const token = useSelect((state) => state.view.token);
  const { unit, receiver, running, experiment } = model;
  const { columns, rows, single } = useMemo(() => tableRows(experiment, dataset), [experiment, dataset]);
  const sent = receiver === null ? [] : [contributionFormula(unit, receiver.unit, running)];
  return (
    // Longer than the figures are high, it scrolls, and is reached by the keyboard then.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="unit-lens-rows" role="region" aria-label="Values of the tokens" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
            <th scope="col">
              <Tex tex={excitationTex(unit)} label="excitation e" />
            </th>
            <th scope="col">
              <Tex tex={activationTex(unit)} label="activation h" />
            </th>
            {sent.map((tex) => (
              <th key={tex} scope="col">
                <Tex tex={tex} label={running ? 'running sum' : 'contribution'} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ head, tokens }) => (
            <tr key={head.join()} data-chosen={(single && tokens[0] === token) || undefined}>
              {head.map((text, i) => (
                <th key={i} scope="row">
                  {text}
                </th>
              ))}
              <td />
              <td />
              {sent.length > 0 && <td />}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Writes the means of each row's tokens. */
export function writeTable(table: HTMLTableElement, { rows }: UnitRows, series: UnitSeries): void {
  rows.forEach(({ tokens }, r) => {
    const cells = table.tBodies[0]?.rows[r]?.querySelectorAll('td');
    [series.e, series.h, series.sent].forEach((values, c) => {
      const cell = cells?.[c];
      if (cell === undefined) return;
      let sum = 0;
      for (const token of tokens) sum += values[token] ?? 0;
      const text = formatFixed(sum / tokens.length, 2);
      writeText(cell, text);
    });
  });
}
