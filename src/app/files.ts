import type { Experiment } from '../experiment/experiment';
import { parseExperimentFile } from '../experiment/file';
import { experimentFile } from '../experiment/fileText';
import { parseLink } from '../experiment/link';
import type { Result } from '../experiment/result';
import type { Playground } from '../store/context';
import type { Notice } from '../store/state';
import { linkView } from './linkView';

/** Larger files are no experiments; reading one would only stall the page. */
const LARGEST_FILE = 8 * 1024 * 1024;

export function saveExperiment({ store, actions }: Playground): void {
  const { experiment } = store.getState();
  const blob = new Blob([experimentFile(experiment)], { type: 'application/json' });
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = `${fileName(experiment)}.json`;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
  actions.say('Experiment saved.');
}

function fileName(experiment: Experiment): string {
  const words = experiment.title === '' ? `perceptarium ${experiment.problem.dataset}` : experiment.title;
  return words.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
}

/** Whether the file held an experiment, which is then the present one. */
export async function openFile(playground: Playground, file: File): Promise<boolean> {
  if (file.size > LARGEST_FILE) {
    const found = `${(file.size / 1024 / 1024).toFixed(1)} MB`;
    const message = `Expected an experiment file of at most 8 MB, found ${found}.`;
    return take(playground, 'file', 'Open', { ok: false, message });
  }
  return take(playground, 'file', 'Open experiment', parseExperimentFile(await file.text()));
}

/** Opens a link, ours or the TensorFlow Playground's, or an experiment file's text. */
export async function openText(playground: Playground, text: string): Promise<boolean> {
  const parsed = parseLink(text);
  const taken = take(playground, 'paste', 'Open link', parsed);
  if (parsed.ok) playground.actions.setView(await linkView(text, parsed.value));
  return taken;
}

function take(
  { actions }: Playground,
  place: Notice['place'],
  label: string,
  parsed: Result<Experiment>,
): boolean {
  if (parsed.ok) actions.open(label, parsed.value);
  else actions.notify({ place, text: parsed.message });
  return parsed.ok;
}
