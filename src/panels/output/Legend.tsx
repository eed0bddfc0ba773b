import { classCount } from '../../experiment/shape';
import { useHidden } from '../../controls/useHidden';
import { useActions, useSelect } from '../../store/context';
import { selectShownUnit } from '../../store/state';
import { useDataset } from '../useDataset';
import { ColorBar } from './ColorBar';
import { SetGlyphs } from './Glyph';
import './Legend.css';

/** How many points train and test, in their forms, and what the colours stand for. */
export function Legend() {
  const classes = useSelect((state) => classCount(state.experiment.problem));
  const unit = useSelect(selectShownUnit);
  const { train, test } = useDataset();
  return (
    <div className="legend">
      <span className="legend-item">
        <SetGlyphs classes={classes} test={false} />
        train {train.length}
      </span>
      <TestPoints classes={classes} count={test.length} />
      {(classes <= 2 || unit !== null) && <ColorBar />}
    </div>
  );
}

function TestPoints({ classes, count }: { classes: number; count: number }) {
  const showTest = useSelect((state) => state.view.showTest);
  const actions = useActions();
  const glyphs = <SetGlyphs classes={classes} test={true} />;
  if (useHidden('Test points')) {
    return (
      <span className="legend-item">
        {glyphs}
        test {count}
      </span>
    );
  }
  return (
    <span className="legend-item">
      <label className="legend-toggle">
        <input
          type="checkbox"
          checked={showTest}
          onChange={(event) => actions.setView({ showTest: event.target.checked })}
        />
        {glyphs}
        Test points
      </label>
      {count}
    </span>
  );
}
