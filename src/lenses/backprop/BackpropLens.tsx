import { later } from '../../controls/later';
import { useActions, useSelect } from '../../store/context';
import { BACKPROP_VIEWS } from '../../store/state';
import { StepView } from './StepView';
import './BackpropLens.css';

const VIEWS = {
  step: { label: 'Step', View: StepView },
  graphs: { label: 'Graphs', View: later(async () => (await import('./graphs/GraphsView')).GraphsView) },
  gradients: {
    label: 'Gradients',
    View: later(async () => (await import('./gradients/GradientsView')).GradientsView),
  },
  worksheet: {
    label: 'Worksheet',
    View: later(async () => (await import('./worksheet/WorksheetView')).WorksheetView),
  },
} as const;

/** Back-propagation: the present network's step, computation graphs, gradients in the large, and the student's turn. */
export function BackpropLens() {
  const name = useSelect((state) => state.view.backprop);
  const { setView } = useActions();
  const { View } = VIEWS[name];
  return (
    <div className="backprop">
      <nav className="backprop-views" aria-label="Views of back-propagation">
        {BACKPROP_VIEWS.map((each) => (
          <button
            key={each}
            type="button"
            aria-current={each === name ? 'page' : undefined}
            onClick={() => setView({ backprop: each })}
          >
            {VIEWS[each].label}
          </button>
        ))}
      </nav>
      <View />
    </div>
  );
}
