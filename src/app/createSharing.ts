import type { Experiment, LayerParameters } from '../experiment/experiment';
import { experimentFile } from '../experiment/fileText';
import { experimentHash } from '../experiment/linkText';
import type { Result } from '../experiment/result';
import { layerSizes } from '../experiment/shape';
import type { Sharing } from '../panels/tools/sharing';
import type { Playground } from '../store/context';
import type { Notice } from '../store/state';
import { linkView } from './linkView';

/** Larger files are no experiments; reading one would only stall the page. */
const LARGEST_FILE = 8 * 1024 * 1024;

/** Copying, saving and opening: the ways in which an experiment leaves the page and comes back. */
export function createSharing({ store, actions, frames }: Playground): Sharing {
  function withPresentWeights(): Experiment {
    const { experiment } = store.getState();
    const snapshot = frames.current();
    const sizes = layerSizes(experiment);
    if (snapshot === null || snapshot.sizes.join() !== sizes.join()) return experiment;
    return { ...experiment, parameters: layerParameters(sizes, snapshot.parameters) };
  }

  function take(place: Notice['place'], label: string, parsed: Result<Experiment>): boolean {
    if (parsed.ok) actions.open(label, parsed.value);
    else actions.notify({ place, text: parsed.message });
    return parsed.ok;
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
    saveExperiment() {
      const blob = new Blob([experimentFile(store.getState().experiment)], { type: 'application/json' });
      const url = URL.createObjectURL(blob);
      const anchor = document.createElement('a');
      anchor.href = url;
      anchor.download = `${fileName(store.getState().experiment)}.json`;
      anchor.click();
      setTimeout(() => URL.revokeObjectURL(url), 0);
      actions.say('Experiment saved.');
    },
    async openFile(file) {
      if (file.size > LARGEST_FILE) {
        const found = `${(file.size / 1024 / 1024).toFixed(1)} MB`;
        return take('file', 'Open', {
          ok: false,
          message: `Expected an experiment file of at most 8 MB, found ${found}.`,
        });
      }
      const { parseExperimentFile } = await import('../experiment/file');
      return take('file', 'Open experiment', parseExperimentFile(await file.text()));
    },
    async openText(text) {
      const { parseLink } = await import('../experiment/link');
      const parsed = parseLink(text);
      const taken = take('paste', 'Open link', parsed);
      if (parsed.ok) actions.setView(await linkView(text, parsed.value));
      return taken;
    },
  };
}

function fileName(experiment: Experiment): string {
  const words = experiment.title === '' ? `perceptarium ${experiment.problem.dataset}` : experiment.title;
  return words.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
}

/** Flat parameters back into weights[receiving][sending] and bias, layer by layer. */
export function layerParameters(sizes: readonly number[], flat: Float32Array): LayerParameters[] {
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
