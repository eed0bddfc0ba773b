import { IconButton } from '../../controls/IconButton';
import { SpinButton } from '../../controls/SpinButton';
import { useHidden } from '../../controls/useHidden';
import { setWeightSeed } from '../../experiment/changes';
import { LIMITS } from '../../experiment/limits';
import { useActions, useSelect } from '../../store/context';
import './WeightSeed.css';

export function WeightSeed() {
  const { edit, endGesture, newWeights } = useActions();
  const seed = useSelect((state) => state.experiment.seed);
  const hidden = { seed: useHidden('Weight seed'), draw: useHidden('New weights') };
  if (hidden.seed && hidden.draw) return null;
  return (
    <div className="weight-seed">
      {!hidden.seed && (
        <SpinButton
          label="Weight seed"
          {...LIMITS.seed}
          value={seed}
          onChange={(to) => edit('Weight seed', setWeightSeed(to), { gesture: 'Weight seed' })}
          onEnd={endGesture}
        />
      )}
      {!hidden.draw && (
        <IconButton label="New weights" icon="shuffle" shortcut="N" size="small" onClick={newWeights} />
      )}
    </div>
  );
}
