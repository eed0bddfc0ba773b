import { useMemo } from 'react';
import type { Dataset } from '../../../data/dataset';
import { featureValue } from '../../../data/features';
import type { Experiment } from '../../../experiment/experiment';
import { createMistakeCount, type CountedRun } from '../../../figures/gates/mistakeCount';
import { isPerceptronRule } from '../../../figures/gates/perceptronRule';
import type { RuleSettings } from '../../../figures/gates/perceptronRun';
import type { Mark, Snapshot } from '../../../protocol/snapshot';
import { useFrames, useSelect } from '../../../store/context';
import { useDataset } from '../../useDataset';

/** The perceptron rule's count at a frame; null where the rule does not run or has not been caught up with. */
export interface RuleWatch {
  at(snapshot: Snapshot): CountedRun | null;
}

/** [row][feature] what the network is fed */
export function rowFeatures(experiment: Experiment, { count, inputs, coordinates }: Dataset): Float64Array[] {
  return Array.from({ length: count }, (_, row) =>
    Float64Array.from(experiment.features, (feature) =>
      featureValue(feature, inputs, row * coordinates, experiment.precision ?? 'single'),
    ),
  );
}

/** Follows the rule from frame to frame; null while training goes by another rule. */
export function useRuleWatch(): RuleWatch | null {
  const experiment = useSelect((state) => state.experiment);
  const revision = useSelect((state) => state.revision);
  const engine = useSelect((state) => state.status.engine);
  const marks = useSelect((state) => state.status.marks);
  const dataset = useDataset();
  const frames = useFrames();
  const count = useMemo(() => {
    if (!isPerceptronRule(experiment)) return null;
    const settings: RuleSettings = {
      inputs: rowFeatures(experiment, dataset),
      targets: Array.from(dataset.labels),
      learningRate: experiment.training.optimizer.learningRate,
      engine,
    };
    return createMistakeCount(settings, originOf(experiment));
  }, [experiment, dataset, engine]);
  return useMemo(() => {
    if (count === null) return null;
    return {
      at(snapshot) {
        const { epoch, step, parameters, timeline } = snapshot;
        const width = experiment.features.length;
        if (snapshot.revision !== revision || parameters.length !== width + 1) return null;
        const position = Math.round((timeline.at - epoch) * dataset.count);
        const counted = count.at({ step, position, parameters }, stretchOf(marks, timeline.at));
        // The rest with the next display frames.
        if (counted === null) frames.redraw();
        return counted;
      },
    };
  }, [count, marks, revision, experiment, dataset, frames]);
}

/** Starting weights that are known without having been seen. */
function originOf({ parameters, network, features }: Experiment): number[] | null {
  const output = parameters?.[0];
  if (output !== undefined) return [...(output.weights[0] ?? []), ...output.bias];
  return network.initial === 'zeros' ? new Array<number>(features.length + 1).fill(0) : null;
}

/** The part of the run since it was last changed by hand, by that change's mark; '' for that since the start. */
function stretchOf(marks: readonly Mark[], at: number): string {
  const past = marks.filter((mark) => mark.epoch <= at);
  const last = past[past.length - 1];
  return last === undefined ? '' : `${past.length} ${last.epoch} ${last.label}`;
}
