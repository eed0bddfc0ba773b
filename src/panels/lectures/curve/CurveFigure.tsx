import { useState } from 'react';
import { Segment } from '../../../controls/Segment';
import { useSelect } from '../../../store/context';
import { CurveControls } from './CurveControls';
import { CurvePlot } from './CurvePlot';
import { kindOf, selectCurve } from './curveKinds';
import { OrderTable, PenaltyTable } from './FitTables';
import { WeightTable } from './WeightTable';
import './CurveFigure.css';

type CurveView = 'curve' | 'weights' | 'orders' | 'penalties';

const VIEWS = [
  { value: 'curve', label: 'Curve' },
  { value: 'weights', label: 'Weights' },
  { value: 'orders', label: 'Each M' },
  { value: 'penalties', label: 'Each λ' },
] as const;

/** A function of one x: what is to be learned, what the network makes of it, and of what it is made. */
export function CurveFigure() {
  const problem = useSelect(selectCurve);
  const [view, setView] = useState<CurveView>('curve');
  if (problem === null) return null;
  const bishop = kindOf(problem) === 'bishop';
  return (
    <div className="curve-figure">
      <CurveControls problem={problem} />
      <div className="curve-views">
        <Segment label="What the figure shows" value={view} options={VIEWS} onChange={setView} />
      </div>
      {view === 'curve' && <CurvePlot problem={problem} bishop={bishop} />}
      {view === 'weights' && <WeightTable bishop={bishop} />}
      {view === 'orders' && <OrderTable bishop={bishop} />}
      {view === 'penalties' && <PenaltyTable bishop={bishop} />}
    </div>
  );
}
