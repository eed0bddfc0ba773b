import type { Experiment } from '../../experiment/experiment';
import { layersWithoutGradient } from '../../experiment/gradientFlow';
import { isStep } from '../../experiment/names';

/** What step and sign units mean for training, in two sentences; null where all layers get a gradient. */
export function gradientSentence(
  experiment: Experiment,
): { readonly title: string; readonly text: string } | null {
  const still = layersWithoutGradient(experiment);
  const { hidden, output } = experiment.network;
  if (still.length === 0) return null;
  const outputStops = still.includes(hidden.length);
  const steps = hidden.flatMap(({ activation }, l) =>
    isStep(activation) && still.includes(l) ? [{ activation, l }] : [],
  );
  const penalized = experiment.training.regularization.kind !== 'none';
  const rest = penalized ? 'only the penalty moves them' : 'they stand still';
  if (outputStops) {
    const way = output === 'step' ? ' The perceptron loss hands the error to the output’s own weights.' : '';
    return {
      title: `No gradient passes the ${output} output under squared error.`,
      text: `Forward it computes, but no weight learns: ${rest}.${way}`,
    };
  }
  const places = joined(steps.map(({ l }) => String(l + 1)));
  const kinds = joined([...new Set(steps.map(({ activation }) => activation))]);
  return {
    title: `No gradient passes the ${kinds} units of hidden ${layerWord(steps.length)} ${places}.`,
    text:
      `Forward they compute. The weights into hidden ${layerWord(still.length)} ` +
      `${joined(still.map((l) => String(l + 1)))} get no gradient, so ${rest}; the other layers learn.`,
  };
}

const layerWord = (count: number): string => (count === 1 ? 'layer' : 'layers');

/** '1', '1 and 2', '1, 2 and 3' */
function joined(words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
