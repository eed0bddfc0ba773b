import { Select } from '../../controls/Select';
import { IRIS_COLUMNS } from '../../data/iris';
import { setProblem } from '../../experiment/changes';
import { useActions, useSelect } from '../../store/context';
import './IrisColumns.css';

const OPTIONS = IRIS_COLUMNS.map((label, column) => ({ value: String(column), label }));

/** Which two of the four measurements are x1 and x2; choosing the other's swaps them. */
export function IrisColumns() {
  const { edit } = useActions();
  const problem = useSelect((state) => state.experiment.problem);
  if (problem.dataset !== 'iris') return null;
  const [first, second] = problem.columns ?? [2, 3];
  const choose = (columns: readonly [number, number]) => edit('Iris columns', setProblem({ columns }));
  return (
    <div className="iris-columns">
      <Select
        label="Iris x1"
        layout="inline"
        value={String(first)}
        options={OPTIONS}
        onChange={(to) => choose([Number(to), Number(to) === second ? first : second])}
      />
      <Select
        label="Iris x2"
        layout="inline"
        value={String(second)}
        options={OPTIONS}
        onChange={(to) => choose([Number(to) === first ? second : first, Number(to)])}
      />
    </div>
  );
}
