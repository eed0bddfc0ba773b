import { ACTIVATION_LABELS } from '../../experiment/names';
import { later } from '../../controls/later';
import type { HeadMode } from '../../figures/network/layout';
import { useSelect } from '../../store/context';
import { countOf, LayerActivation, OutputActivation, UnitStepper } from './LayerControls';

export interface LayerHeadProps {
  readonly mode: HeadMode;
  /** centre of the column, in px */
  readonly x: number;
}

/** Wide networks on wide pages never want it. */
const LayerPopover = later(async () => (await import('./LayerPopover')).LayerPopover);

const isButton = (mode: HeadMode) => mode === 'tight' || mode === 'phone';

export function InputsHead({ mode, x }: LayerHeadProps) {
  const features = useSelect((state) => state.experiment.features.length);
  return (
    <div className="network-head" data-mode={mode} style={{ left: x }}>
      <h3>Inputs</h3>
      {(mode === 'wide' || mode === 'medium') && (
        <span className="network-plain">{countOf(features, 'feature')}</span>
      )}
    </div>
  );
}

/** Name, number of units and activation of a hidden layer; from one button where they have no room. */
export function HiddenHead({ mode, x, layer }: LayerHeadProps & { layer: number }) {
  const hidden = useSelect((state) => state.experiment.network.hidden[layer]);
  const name = `Hidden layer ${layer + 1}`;
  if (hidden === undefined) return null;
  return (
    <div className="network-head" data-mode={mode} style={{ left: x }}>
      {isButton(mode) ? (
        <LayerPopover
          title={name}
          count={hidden.units}
          activation={ACTIVATION_LABELS[hidden.activation]}
          mode={mode}
        >
          <UnitStepper layer={layer} words />
          <LayerActivation layer={layer} glyph />
        </LayerPopover>
      ) : (
        <>
          <h3 className={mode === 'row' ? 'visually-hidden' : undefined}>Hidden {layer + 1}</h3>
          <UnitStepper layer={layer} words={mode === 'wide'} />
          <LayerActivation layer={layer} glyph={mode === 'wide' || mode === 'row'} />
        </>
      )}
    </div>
  );
}

export function OutputHead({ mode, x, units }: LayerHeadProps & { units: number }) {
  const output = useSelect((state) => state.experiment.network.output);
  return (
    <div className="network-head" data-mode={mode} style={{ left: x }}>
      {isButton(mode) ? (
        <LayerPopover title="Output" count={null} activation={ACTIVATION_LABELS[output]} mode={mode}>
          <span className="network-plain">{countOf(units, 'unit')}</span>
          <OutputActivation glyph />
        </LayerPopover>
      ) : (
        <>
          <h3 className={mode === 'row' ? 'visually-hidden' : undefined}>Output</h3>
          {mode !== 'row' && <span className="network-plain">{countOf(units, 'unit')}</span>}
          <OutputActivation glyph={mode === 'wide' || mode === 'row'} />
        </>
      )}
    </div>
  );
}
