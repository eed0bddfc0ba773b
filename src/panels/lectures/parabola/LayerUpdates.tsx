import { useId } from 'react';
import { useSelect } from '../../../store/context';
import type { ParabolaModel } from './model';
import type { Moved } from './useMoved';

export interface LayerUpdatesProps {
  readonly model: ParabolaModel;
  readonly onUpdate: (layer: Moved['layer'], index: number) => void;
}

/** One update of one layer alone, the others held, as the lecture takes its steps. */
export function LayerUpdates({ model, onUpdate }: LayerUpdatesProps) {
  const id = useId();
  const playing = useSelect((state) => state.status.playing);
  const { hidden } = model.experiment.network;
  const reason =
    hidden.length === 0
      ? 'Without a hidden layer there is one layer only: Step updates it.'
      : playing
        ? 'Pause to update one layer.'
        : null;
  const layers = [
    { layer: 'first', index: 0, name: 1 },
    { layer: 'last', index: hidden.length, name: 2 },
  ] as const;
  return (
    <div className="planes-updates">
      {layers.map(({ layer, index, name }) => (
        <button
          key={layer}
          type="button"
          className="text-button"
          aria-disabled={reason !== null || undefined}
          aria-describedby={id}
          onClick={() => reason === null && onUpdate(layer, index)}
        >
          Update layer {name} only
        </button>
      ))}
      <p id={id} className={reason === null || playing ? 'visually-hidden' : 'planes-reason'}>
        {reason ??
          (hidden.length > 1
            ? `Layer 1 is the first, layer 2 here the last of ${hidden.length + 1}.`
            : 'One update from the next batch, the other layer held.')}
      </p>
    </div>
  );
}
