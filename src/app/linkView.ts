import type { Experiment } from '../experiment/experiment';
import type { View } from '../store/state';

const VIEW = /&view=(worksheet-[^&\s]*)/u;

/** A link without what it says of the view: the experiment alone. */
export const withoutView = (hash: string): string => hash.replace(VIEW, '');

/** How a TensorFlow Playground link wants its experiment shown; of our own, a link to a worksheet opens it. */
export async function linkView(link: string, experiment: Experiment): Promise<Partial<View>> {
  const [, sheet] = VIEW.exec(link) ?? [];
  if (sheet !== undefined) return sheetView(sheet);
  const { problem } = experiment;
  const theirs = problem.dataset !== 'custom' && problem.generator === 'tensorflow-playground';
  if (!theirs || /(^|[#&])v=/u.test(link)) return {};
  const { tensorFlowPlaygroundView } = await import('../experiment/tensorFlowPlayground');
  const { discrete, testPoints } = tensorFlowPlaygroundView(link);
  return { discrete, showTest: testPoints };
}

async function sheetView(text: string): Promise<Partial<View>> {
  const { parseSheetText } = await import('../experiment/sheet');
  const sheet = parseSheetText(text);
  if (sheet === null) return {};
  const { difficulty, token } = sheet;
  return { lens: 'backprop', tab: 'lens', backprop: 'worksheet', worksheet: difficulty, token };
}
