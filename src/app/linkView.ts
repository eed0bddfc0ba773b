import type { Experiment } from '../experiment/experiment';
import type { View } from '../store/state';

/** How a TensorFlow Playground link wants its experiment shown; our own links say nothing of the view. */
export async function linkView(link: string, experiment: Experiment): Promise<Partial<View>> {
  const { problem } = experiment;
  const theirs = problem.dataset !== 'custom' && problem.generator === 'tensorflow-playground';
  if (!theirs || /(^|[#&])v=/u.test(link)) return {};
  const { tensorFlowPlaygroundView } = await import('../experiment/tensorFlowPlayground');
  const { discrete, testPoints } = tensorFlowPlaygroundView(link);
  return { discrete, showTest: testPoints };
}
