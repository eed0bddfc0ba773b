import type { Reals } from '../engine/reals';
import type { Experiment, LayerParameters } from '../experiment/experiment';
import { experimentHash } from '../experiment/linkText';
import { layerSizes } from '../experiment/shape';
import type { Sharing } from '../panels/tools/sharing';
import type { Playground } from '../store/context';

/** Copying, saving and opening: the ways in which an experiment leaves the page and comes back. */
export function createSharing(playground: Playground): Sharing {
  const { store, actions, frames } = playground;

  function withPresentWeights(): Experiment {
    const { experiment } = store.getState();
    const snapshot = frames.current();
    const sizes = layerSizes(experiment);
    if (snapshot === null || snapshot.sizes.join() !== sizes.join()) return experiment;
    return { ...experiment, parameters: layerParameters(sizes, snapshot.parameters) };
  }

  return {
    async copyLink(withWeights) {
      const experiment = withWeights ? withPresentWeights() : store.getState().experiment;
      const address = `${location.origin}${location.pathname}${location.search}#${experimentHash(experiment)}`;
      try {
        await navigator.clipboard.writeText(address);
        actions.say(withWeights ? 'Link with weights copied.' : 'Link copied.');
      } catch {
        actions.notify({
          place: 'link',
          text: `The browser did not let the page copy the link; copy it from here: ${address}`,
        });
      }
    },
    async saveExperiment() {
      (await import('./files')).saveExperiment(playground);
    },
    async openFile(file) {
      return (await import('./files')).openFile(playground, file);
    },
    async openText(text) {
      return (await import('./files')).openText(playground, text);
    },
  };
}

/** Flat parameters back into weights[receiving][sending] and bias, layer by layer. */
export function layerParameters(sizes: readonly number[], flat: Reals): LayerParameters[] {
  let offset = 0;
  return sizes.slice(1).map((units, l) => {
    const inputs = sizes[l] ?? 0;
    const weights = Array.from({ length: units }, (_, k) =>
      Array.from(flat.subarray(offset + k * inputs, offset + (k + 1) * inputs)),
    );
    const bias = Array.from(flat.subarray(offset + units * inputs, offset + (inputs + 1) * units));
    offset += (inputs + 1) * units;
    return { weights, bias };
  });
}
