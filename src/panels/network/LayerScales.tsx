import { useRef } from 'react';
import type { Activation } from '../../experiment/names';
import type { Experiment } from '../../experiment/experiment';
import { layerSizes } from '../../experiment/shape';
import type { NetworkLayout } from '../../figures/network/layout';
import { useFrame } from '../../store/context';
import { sameSizes } from '../output/sameSizes';
import { showScale } from './weightText';
import { writeText } from '../../figures/writeText';

/** The pictures of a layer whose values have no bounds share one scale, printed below it. */
const BOUNDED: readonly Activation[] = ['sigmoid', 'tanh', 'sin', 'softmax'];

function hasScale(experiment: Experiment, layer: number): boolean {
  const { hidden, output, connectivity } = experiment.network;
  // Digits' first layer shows its weights, whatever its activation.
  if (layer === 0 && experiment.problem.dataset === 'digits') return true;
  const each = hidden[layer];
  if (each === undefined) return !BOUNDED.includes(output);
  const residual = connectivity === 'residual' && layerSizes(experiment)[layer] === each.units;
  return residual || !BOUNDED.includes(each.activation);
}

export function LayerScales({ layout, experiment }: { layout: NetworkLayout; experiment: Experiment }) {
  const root = useRef<HTMLDivElement>(null);
  useFrame(
    ({ maps, sizes }) => {
      if (maps === null || !sameSizes(sizes, layerSizes(experiment))) return;
      for (const element of root.current?.children ?? []) {
        if (!(element instanceof HTMLElement)) continue;
        writeText(element, `±${showScale(maps.scales[Number(element.dataset['layer'])] ?? 1)}`);
      }
    },
    [experiment, layout],
  );
  return (
    <div ref={root} className="network-scales">
      {layout.columns
        .slice(1)
        .map((column, layer) =>
          hasScale(experiment, layer) ? (
            <span
              key={layer}
              data-layer={layer}
              title="Value that full color stands for in this layer"
              style={{ left: column.x, top: column.bottom + 3 }}
            />
          ) : null,
        )}
    </div>
  );
}
