import { useMemo, useRef, type KeyboardEvent } from 'react';
import { setTable } from '../../../experiment/changes';
import type { Experiment } from '../../../experiment/experiment';
import { coordinateCount, tableOf } from '../../../experiment/shape';
import { rowBit, rowText, toggleRow } from '../../../figures/gates/rows';
import { ABSENT } from '../../../figures/numbers';
import type { Snapshot } from '../../../protocol/snapshot';
import { probeOf, useActions, useFrame, useProbe, useSelect } from '../../../store/context';
import { useDataset } from '../../useDataset';
import { MathSymbol } from '../../network/MathSymbol';
import type { RuleWatch } from './ruleWatch';
import { answerOf, answerText, presentGate, unitColumns, type UnitColumn } from './tableCells';
import { writeText } from '../../../figures/writeText';

const PROBE = 'gates';
/** px that the columns take: an input, target with ŷ, class and mark, and a unit's name lying down */
const WIDTHS = { input: 26, rest: 156, unit: 44 } as const;
/** px between two columns of rows, and of the least that has room for the class, which ŷ and mark tell too */
const GAP = 16;
const CLASS_WIDTH = 190;

export interface TruthTableProps {
  /** px */
  readonly width: number;
  readonly watch: RuleWatch | null;
}

/** Targets and the network's answers, row by row; sixteen rows stand in two columns where no units stand between. */
export function TruthTable({ width, watch }: TruthTableProps) {
  const experiment = useSelect((state) => state.experiment);
  const revision = useSelect((state) => state.revision);
  const { inputs: points } = useDataset();
  const root = useRef<HTMLDivElement>(null);
  const wrong = useRef<HTMLOutputElement>(null);
  const columns = useMemo(() => unitColumns(experiment), [experiment]);
  const { problem } = experiment;
  const table = problem.dataset === 'custom' ? '' : tableOf(problem);
  const inputs = coordinateCount(problem);
  useProbe(PROBE, columns.length > 0 ? points : null);
  const blocks = table.length === 16 && columns.length === 0 ? 2 : 1;
  const hasClass =
    experiment.network.output !== 'step' && (width - GAP * (blocks - 1)) / blocks >= CLASS_WIDTH;
  const upright = WIDTHS.input * inputs + WIDTHS.rest + WIDTHS.unit * columns.length > width;

  useFrame(
    (snapshot) => {
      if (snapshot.revision !== revision || root.current === null) return;
      const looked = watch?.at(snapshot)?.last?.row ?? -1;
      const faults = writeRows(root.current, experiment, columns, snapshot, looked);
      writeNames(root.current, experiment, columns, snapshot);
      if (wrong.current !== null) writeText(wrong.current, String(faults));
    },
    [experiment, revision, columns, watch, hasClass],
  );

  return (
    <div className="gate-tables">
      <div ref={root} className="gate-blocks" data-blocks={blocks} data-rows={table.length}>
        {Array.from({ length: blocks }, (_, block) => (
          <Block
            key={`${block} of ${blocks}`}
            experiment={experiment}
            table={table}
            first={(block * table.length) / blocks}
            count={table.length / blocks}
            columns={columns}
            upright={upright}
            hasClass={hasClass}
          />
        ))}
      </div>
      <p className="gate-wrong">
        Rows wrong:{' '}
        <output ref={wrong} aria-label="Rows wrong" aria-live="off">
          {ABSENT}
        </output>{' '}
        of {table.length}
      </p>
    </div>
  );
}

interface BlockProps {
  readonly experiment: Experiment;
  readonly table: string;
  readonly first: number;
  readonly count: number;
  readonly columns: readonly UnitColumn[];
  readonly upright: boolean;
  readonly hasClass: boolean;
}

function Block({ experiment, table, first, count, columns, upright, hasClass }: BlockProps) {
  const inputs = coordinateCount(experiment.problem);
  const [from, to] = [first, first + count - 1].map((row) => rowText(row, inputs));
  const name = count === table.length ? 'Truth table' : `Truth table, rows ${from} to ${to}`;
  return (
    <table className="gate-table" aria-label={name}>
      <thead>
        <tr>
          {Array.from({ length: inputs }, (_, i) => (
            <th key={i} scope="col">
              <MathSymbol letter="x" index={String(i + 1)} />
            </th>
          ))}
          {columns.map(({ layer, unit, index }) => (
            <th key={index} scope="col" data-unit={index} data-first={unit === 0 || undefined}>
              <span data-upright={upright || undefined} title={`Hidden layer ${layer + 1}, unit ${unit + 1}`}>
                h{unit + 1}
              </span>
            </th>
          ))}
          <th scope="col" data-cell="target" data-first>
            <MathSymbol letter="y" />
          </th>
          <th scope="col" data-cell="answer">
            <MathSymbol letter="y" hat />
            <span className="visually-hidden">hat</span>
          </th>
          {hasClass && <th scope="col">class</th>}
          <th scope="col" data-cell="mark">
            <span className="visually-hidden">Right or wrong</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: count }, (_, i) => (
          <Row key={i} row={first + i} table={table} inputs={inputs} units={columns} hasClass={hasClass} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: number;
  readonly table: string;
  readonly inputs: number;
  readonly units: readonly UnitColumn[];
  readonly hasClass: boolean;
}

/** Its answers are written by the frames. */
function Row({ row, table, inputs, units, hasClass }: RowProps) {
  return (
    <tr data-row={row}>
      {Array.from({ length: inputs }, (_, i) => (
        <td key={i}>{rowBit(row, i, inputs)}</td>
      ))}
      {units.map(({ index, unit }) => (
        <td key={index} data-value={index} data-first={unit === 0 || undefined}>
          {ABSENT}
        </td>
      ))}
      <td data-first>
        <Target row={row} table={table} inputs={inputs} />
      </td>
      <td data-cell="value">{ABSENT}</td>
      {hasClass && <td data-cell="class">{ABSENT}</td>}
      <td data-cell="mark">
        <span role="img" aria-label="not known">
          {ABSENT}
        </span>
      </td>
    </tr>
  );
}

/** A row's target; in the editable table a press turns it over. */
function Target({ row, table, inputs }: Pick<RowProps, 'row' | 'table' | 'inputs'>) {
  const { edit } = useActions();
  const editable = useSelect((state) => state.experiment.problem.dataset === 'truth-table');
  const target = table.charAt(row);
  if (!editable) return <b data-class={target}>{target}</b>;
  const text = rowText(row, inputs);
  return (
    <button
      type="button"
      className="gate-target"
      aria-label={`Target of row ${text}: ${target}`}
      data-class={target}
      onKeyDown={moveAmongTargets}
      onClick={() => edit(`Target of ${text}`, setTable(toggleRow(table, row)))}
    >
      {target}
    </button>
  );
}

/** Up and down go from target to target, through all columns of rows. */
function moveAmongTargets(event: KeyboardEvent<HTMLButtonElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const button = event.currentTarget;
  const all = button.closest('.gate-blocks')?.querySelectorAll<HTMLButtonElement>('.gate-target') ?? [];
  const targets = Array.from(all);
  targets[targets.indexOf(button) + by]?.focus();
}

/** Writes answers and marks; returns how many rows are wrong. */
function writeRows(
  root: HTMLElement,
  experiment: Experiment,
  columns: readonly UnitColumn[],
  snapshot: Snapshot,
  looked: number,
): number {
  const { problem } = experiment;
  const table = problem.dataset === 'custom' ? '' : tableOf(problem);
  const probe = columns.length > 0 ? probeOf(snapshot, PROBE) : null;
  let faults = 0;
  for (const element of root.querySelectorAll<HTMLTableRowElement>('tr[data-row]')) {
    const row = Number(element.dataset['row']);
    const answer = answerOf(experiment, snapshot, row);
    const isRight = String(answer.label) === table.charAt(row);
    if (!isRight) faults++;
    element.toggleAttribute('data-looked', row === looked);
    element.toggleAttribute('data-wrong', !isRight);
    for (const cell of element.cells) {
      const { cell: kind, value } = cell.dataset;
      if (value !== undefined && probe !== null && probe.count === table.length)
        writeText(cell, bitText(probe.values[Number(value) * probe.count + row] ?? NaN));
      if (kind === 'value') writeText(cell, answerText(experiment, answer.value));
      if (kind === 'class') writeText(cell, String(answer.label));
      if (kind === 'mark') writeMark(cell, isRight);
    }
  }
  return faults;
}

function writeMark(cell: HTMLElement, isRight: boolean): void {
  const mark = cell.firstElementChild;
  if (mark === null) return;
  writeText(mark, isRight ? '✓' : '✗');
  if (mark.ariaLabel !== (isRight ? 'right' : 'wrong')) mark.ariaLabel = isRight ? 'right' : 'wrong';
}

/** Each unit's column goes by the gate that it is at present. */
function writeNames(
  root: HTMLElement,
  experiment: Experiment,
  columns: readonly UnitColumn[],
  { parameters }: Snapshot,
): void {
  for (const head of root.querySelectorAll<HTMLElement>('th[data-unit]')) {
    const column = columns[Number(head.dataset['unit'])];
    const name = head.firstElementChild;
    if (column === undefined || name === null) continue;
    writeText(name, presentGate(experiment, column, parameters) ?? `h${column.unit + 1}`);
  }
}

function bitText(value: number): string {
  return Number.isFinite(value) ? String(value).replace('-', '−') : ABSENT;
}
