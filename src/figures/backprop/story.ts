/**
 * A training step as a story: forward from x to the loss, backward from ε to every gradient, then the update. A stage is
 * one quantity of one layer; its items are the layer's units.
 */
export type StageKind =
  'input' | 'forward' | 'loss' | 'epsilon' | 'delta' | 'gradient' | 'update' | 'loss-after';

export type Phase = 'Forward' | 'Backward' | 'Update';

export interface Stage {
  readonly kind: StageKind;
  readonly phase: Phase;
  /** 0 = first hidden layer, the last = output; −1 where the stage belongs to no layer */
  readonly layer: number;
  /** units, or 1 */
  readonly items: number;
}

/** Where the story stands. */
export interface Place {
  readonly stage: number;
  readonly item: number;
}

export const START: Place = { stage: 0, item: 0 };

/** @param sizes units per layer, [features, hidden …, outputs] */
export function storyOf(sizes: readonly number[]): readonly Stage[] {
  const [inputs = 0, ...units] = sizes;
  const last = units.length - 1;
  const stage = (kind: StageKind, phase: Phase, layer: number, items: number): Stage => ({
    ...{ kind, phase, layer, items },
  });
  return [
    stage('input', 'Forward', -1, inputs),
    ...units.map((count, l) => stage('forward', 'Forward', l, count)),
    stage('loss', 'Forward', -1, 1),
    stage('epsilon', 'Backward', last, units[last] ?? 0),
    ...units
      .slice(0, -1)
      .map((count, l) => stage('delta', 'Backward', l, count))
      .reverse(),
    ...units.map((count, l) => stage('gradient', 'Backward', l, count)).reverse(),
    ...units.map((count, l) => stage('update', 'Update', l, count)),
    stage('loss-after', 'Update', -1, 1),
  ];
}

/** One item on; the end stays the end. */
export function next(story: readonly Stage[], { stage, item }: Place): Place {
  const items = story[stage]?.items ?? 1;
  if (item + 1 < items) return { stage, item: item + 1 };
  return stage + 1 < story.length ? { stage: stage + 1, item: 0 } : { stage, item };
}

export function previous(story: readonly Stage[], { stage, item }: Place): Place {
  if (item > 0) return { stage, item: item - 1 };
  if (stage === 0) return START;
  return { stage: stage - 1, item: (story[stage - 1]?.items ?? 1) - 1 };
}

/** The last item of the present phase; from there that of the phase after. */
export function endOfPhase(story: readonly Stage[], place: Place): Place {
  const endOf = (from: number): Place => {
    let stage = from;
    while (story[stage + 1]?.phase === story[from]?.phase) stage++;
    return { stage, item: (story[stage]?.items ?? 1) - 1 };
  };
  const end = endOf(place.stage);
  const there = end.stage === place.stage && end.item === place.item;
  return there && end.stage + 1 < story.length ? endOf(end.stage + 1) : end;
}

export function isEnd(story: readonly Stage[], place: Place): boolean {
  const end = next(story, place);
  return end.stage === place.stage && end.item === place.item;
}

/** The stage that holds a quantity of a layer, −1 when the story has none. */
export function stageOf(story: readonly Stage[], kind: StageKind, layer: number): number {
  return story.findIndex((stage) => stage.kind === kind && (layer < 0 || stage.layer === layer));
}

/** The numbers that have been computed when the story stands at `place`; others are still to come. */
export function isReached(
  story: readonly Stage[],
  place: Place,
  kind: StageKind,
  layer: number,
  item: number,
): boolean {
  const stage = stageOf(story, kind, layer);
  if (stage < 0) return false;
  return stage < place.stage || (stage === place.stage && item <= place.item);
}
