import type { Dataset } from '../../data/dataset';
import type { Experiment } from '../../experiment/experiment';
import { classNames } from '../../panels/output/shown';

/** Problems of more inputs than a plane has: rows of tokens in place of maps. */
export interface TableRow {
  /** the inputs of a row of a truth table, or what the row is the mean of */
  readonly head: readonly string[];
  readonly tokens: readonly number[];
}

export interface UnitRows {
  readonly columns: readonly string[];
  /** whether each row is one token */
  readonly single: boolean;
  readonly rows: readonly TableRow[];
}

/** So few tokens are listed one by one. */
const MOST_TOKENS = 16;

export function tableRows(experiment: Experiment, dataset: Dataset): UnitRows {
  const { count, coordinates } = dataset;
  const tokens = Array.from({ length: count }, (_, token) => token);
  if (count <= MOST_TOKENS && coordinates <= 4) {
    const columns = Array.from({ length: coordinates }, (_, d) => `x${'₁₂₃₄'.charAt(d)}`);
    const head = (token: number) =>
      columns.map((_, d) => String(dataset.inputs[token * coordinates + d] ?? 0).replace('-', '−'));
    return { columns, single: true, rows: tokens.map((token) => ({ head: head(token), tokens: [token] })) };
  }
  if (dataset.classes === 0)
    return { columns: ['Mean of'], single: false, rows: [{ head: [`all ${count} tokens`], tokens }] };
  const digits = experiment.problem.dataset === 'digits' && dataset.classes === 10;
  const names = classNames(experiment);
  const rows = Array.from({ length: dataset.classes }, (_, label) => {
    const own = tokens.filter((token) => dataset.labels[token] === label);
    const name = digits ? `digit ${label}` : (names[label]?.name ?? `class ${label}`);
    return { head: [`${name}, ${own.length}`], tokens: own };
  });
  return { columns: ['Mean of'], single: false, rows };
}
