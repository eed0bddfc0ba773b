import { useRef, useState } from 'react';
import { Select } from '../../controls/Select';
import { useHidden } from '../../controls/useHidden';
import { HIDDEN_ACTIVATIONS, type Activation } from '../../experiment/names';
import { useSelect } from '../../store/context';
import { ActivationCell } from './ActivationCell';
import { useExcitationStrips } from './useExcitationStrips';
import './ActivationsLens.css';

const GALLERY: readonly Activation[] = [...HIDDEN_ACTIVATIONS, 'softmax'];

/** Every activation with its derivative, and under those in use the excitations that they now get. */
export function ActivationsLens() {
  const network = useSelect((state) => state.experiment.network);
  const grid = useRef<HTMLUListElement>(null);
  const census = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<number | 'all'>('all');
  const hidden = useHidden('Activation');
  useExcitationStrips(grid, census);
  const target = chosen !== 'all' && chosen < network.hidden.length ? chosen : 'all';
  const layers = [...network.hidden.map((layer) => layer.activation), network.output];
  const can = network.hidden.length > 0 && !hidden;
  return (
    <div className="activations-lens">
      <div className="activations-lens-head">
        {can && (
          <Select
            label="A click sets"
            layout="inline"
            value={String(target)}
            options={[
              { value: 'all', label: network.hidden.length > 1 ? 'all hidden layers' : 'the hidden layer' },
              ...network.hidden.map((_, l) => ({ value: String(l), label: `hidden layer ${l + 1}` })),
            ]}
            onChange={(value) => setChosen(value === 'all' ? 'all' : Number(value))}
          />
        )}
        <div
          ref={census}
          className="activations-lens-census"
          role="group"
          aria-label="Saturated and dead units"
        >
          <p />
          <p />
        </div>
      </div>
      <ul ref={grid} className="activations-lens-grid" aria-label="Activations">
        {GALLERY.map((activation) => (
          <ActivationCell
            key={activation}
            activation={activation}
            layers={layers.flatMap((each, l) => (each === activation ? [l] : []))}
            hiddenLayers={network.hidden.length}
            target={can ? target : null}
          />
        ))}
        <li className="activations-lens-note">
          Strong σ, fine σ′, e = −5 … 5. s: sigmoid. Φ, φ: normal share, density. Softmax: outputs, two
          classes. e⁽ˡ⁾: layer l’s excitations.
        </li>
      </ul>
    </div>
  );
}
