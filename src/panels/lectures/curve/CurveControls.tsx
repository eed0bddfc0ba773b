import { Select } from '../../../controls/Select';
import { setVariant } from '../../../experiment/changes';
import type { GeneratedProblem } from '../../../experiment/experiment';
import { MOST_ORDER, orderOf, setOrder } from '../../../experiment/polynomial';
import { useActions, useSelect } from '../../../store/context';
import { CURVE_KINDS, kindOf, labelOf } from './curveKinds';
import { FormulaField } from './FormulaField';
import { SolveButton } from './SolveButton';

const NONE = { value: '', label: '–', disabled: true } as const;
const ORDERS = Array.from({ length: MOST_ORDER + 1 }, (_, order) => ({
  value: String(order),
  label: String(order),
}));

/** Which curve, and polynomial regression in one choice. */
export function CurveControls({ problem }: { problem: GeneratedProblem }) {
  const { edit } = useActions();
  const order = useSelect((state) => orderOf(state.experiment));
  const kind = kindOf(problem);
  return (
    <>
      <div className="curve-controls">
        <Select
          label="Curve kind"
          value={kind}
          options={CURVE_KINDS}
          onChange={(to) => edit(`Curve ${labelOf(to)}`, setVariant(to))}
        />
        <Select
          label="Order M"
          value={order === null ? '' : String(order)}
          options={order === null ? [NONE, ...ORDERS] : ORDERS}
          // Order 0 begins anew: its slope has to be 0, and a weight that survives would not be.
          onChange={(to) => edit(`Order ${to}`, setOrder(Number(to)), { restart: to === '0' })}
        />
        <SolveButton />
      </div>
      {kind === 'formula' && <FormulaField key={problem.formula} problem={problem} />}
    </>
  );
}
