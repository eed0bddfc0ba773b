import { addLayer, removeLayer } from '../../experiment/changes';
import { LIMITS } from '../../experiment/limits';
import { layerSizes, parameterCount } from '../../experiment/shape';
import { PanelHead } from '../../controls/PanelHead';
import { useHidden } from '../../controls/useHidden';
import { PHONE, useMedia } from '../../controls/useMedia';
import { useActions, useSelect } from '../../store/context';
import { Stepper } from './Stepper';

/** The panel's title, what it shows in short, and the number of hidden layers. */
export function NetworkHeader() {
  const experiment = useSelect((state) => state.experiment);
  const actions = useActions();
  const layersHidden = useHidden('Hidden layers');
  const count = experiment.network.hidden.length;
  const phone = useMedia(PHONE);
  const sizes = layerSizes(experiment).join('–');
  const parameters = parameterCount(experiment).toLocaleString('en');
  return (
    <div className="network-header">
      <PanelHead
        letter="b"
        title="Network"
        subtitle={sizes}
        subtitleEnd={phone ? '' : `, ${parameters} parameters`}
      >
        {!layersHidden && (
          <span className="network-layers">
            <span className="network-layers-label">Hidden layers</span>
            <Stepper
              removeLabel="Remove layer"
              addLabel="Add layer"
              removeReason={count === 0 ? 'There is no hidden layer.' : null}
              addReason={
                count >= LIMITS.hiddenLayers ? `At most ${LIMITS.hiddenLayers} hidden layers.` : null
              }
              onRemove={() => actions.edit('Remove layer', removeLayer())}
              onAdd={() => actions.edit('Add layer', addLayer())}
            >
              {count}
            </Stepper>
          </span>
        )}
      </PanelHead>
    </div>
  );
}
