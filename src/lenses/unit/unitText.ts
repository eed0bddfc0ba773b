import { isFlat, largestSlope } from '../../figures/activations/census';
import { extremesOf, tokenSentence, unitSentences, type UnitStory } from '../../figures/unit/sentences';
import { unitName } from '../../panels/network/names';
import type { UnitFrame } from './painter';
import { thresholdLine } from './thresholdLine';
import { writeText } from '../../figures/writeText';

const PLACES = { plane: 'square', line: 'line', table: 'tokens' } as const;

/** Excitation, activation and contribution in words of the present numbers, a paragraph each. */
export function writeSentences(box: HTMLElement, frame: UnitFrame): void {
  unitSentences(storyOf(frame)).forEach((text, i) => {
    writeText(box.children[i], text);
  });
}

/** The numbers of the token that is ringed. */
export function writeToken(line: HTMLElement, frame: UnitFrame): void {
  writeText(line, markedSentence(frame));
}

function storyOf(frame: UnitFrame): UnitStory {
  const { model, parameters, tokens, dataset } = frame;
  const shown = frame.figures ?? tokens;
  const { ref, activation, residual, wiring, extent, sizes, receiver, receiving, running } = model;
  return {
    ...{ layer: ref.layer, unit: ref.unit, activation, extent, inputs: wiring.inputs },
    residual: residual[ref.layer] === true,
    bias: parameters[wiring.bias] ?? 0,
    where: PLACES[model.kind],
    line: thresholdLine(model, parameters),
    excitation: extremesOf(shown.e),
    response: extremesOf(shown.h),
    train: dataset.train.length,
    flat: flatTokens(frame),
    sent:
      receiver === null || receiving === null
        ? null
        : {
            receiver: unitName(receiver, sizes.length - 2),
            weight: parameters[receiving.weights + ref.unit] ?? 0,
            contribution: extremesOf(shown.sent),
            running: running ? { units: ref.unit + 1, of: sizes[ref.layer + 1] ?? 0 } : null,
          },
  };
}

/** Train tokens at which the unit hardly responds; null where the slope is 0 everywhere. */
function flatTokens({ model: { curve }, tokens, dataset }: UnitFrame): number | null {
  if (curve === null) return null;
  const steepest = largestSlope(curve);
  if (steepest === 0) return null;
  let flat = 0;
  for (const token of dataset.train) if (isFlat(curve, tokens.e[token] ?? 0, steepest)) flat++;
  return flat;
}

function markedSentence({ marked, tokens, dataset, model }: UnitFrame): string {
  if (marked < 0) return '';
  const e = tokens.e[marked] ?? 0;
  const sent = model.receiver === null ? null : (tokens.sent[marked] ?? 0);
  const slope = model.curve === null ? null : model.curve.derivative(e);
  const isTrain = dataset.train.includes(marked);
  return tokenSentence(marked, isTrain, e, tokens.h[marked] ?? 0, slope, sent, model.running);
}
