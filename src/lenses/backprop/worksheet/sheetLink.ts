import type { Experiment } from '../../../experiment/experiment';
import { experimentHash } from '../../../experiment/linkText';
import { sheetText, type Sheet } from '../../../experiment/sheet';
import { layeredParameters, type SheetModel } from './sheetModel';

/** The address that opens this very sheet: the experiment with the weights as printed, and what is left blank. */
export function sheetAddress(experiment: Experiment, model: SheetModel, sheet: Sheet): string {
  const whole = { ...experiment, parameters: layeredParameters(model.sizes, model.parameters) };
  const { origin, pathname, search } = location;
  return `${origin}${pathname}${search}#${experimentHash(whole)}&view=${sheetText(sheet)}`;
}
