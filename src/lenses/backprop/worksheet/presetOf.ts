import type { Experiment } from '../../../experiment/experiment';
import { PRESETS, type Preset } from '../../../figures/worksheet/presets';
import { flatParameters } from './sheetModel';

/** The preset whose network, weights and tokens are those of the sheet; null for any other network. */
export function presetOf(experiment: Experiment, parameters: readonly number[]): Preset | null {
  const sheet = describe(experiment, parameters);
  const same = (preset: Preset): boolean =>
    describe(preset.experiment, flatParameters(preset.experiment.parameters ?? [])) === sheet;
  return PRESETS.find(same) ?? null;
}

function describe({ problem, network, loss }: Experiment, parameters: readonly number[]): string {
  if (problem.dataset !== 'custom') return '';
  const { task, inputs, targets } = problem;
  return JSON.stringify([task, inputs, targets, network.hidden, network.output, loss, parameters]);
}
