import type { NetworkSpec } from '../../engine/network';
import type { Difficulty } from '../../experiment/sheet';
import { inputsOf, isOutput, type Quantity } from './quantities';

/** A part of the sheet: the quantities of one layer and one kind, given or left blank. */
export interface Section {
  readonly title: string;
  readonly pass: 'forward' | 'backward' | 'update';
  readonly blank: boolean;
  /** boxes side by side, so that what belongs to a unit stands in a row */
  readonly columns: 2 | 3 | 4;
  readonly quantities: readonly Quantity[];
}

export interface DifficultyChoice {
  readonly value: Difficulty;
  readonly label: string;
}

/**
 * The choices that a network offers, the easiest first.
 * @param hasUpdate whether the update is one for paper
 */
export function difficultiesOf(network: NetworkSpec, hasUpdate: boolean): readonly DifficultyChoice[] {
  const layers = network.layers.map((_, l): DifficultyChoice => ({
    value: `delta-${l + 1}`,
    label: isOutput(network, l) ? 'ε of the output' : `δ of layer ${l + 1}`,
  }));
  const updates = network.layers.map((_, l): DifficultyChoice => ({
    value: `update-${l + 1}`,
    label: isOutput(network, l) ? 'Update of the output' : `Update of layer ${l + 1}`,
  }));
  return [
    ...layers,
    ...(hasUpdate ? updates : []),
    { value: 'forward', label: 'The forward pass' },
    { value: 'backward', label: 'The backward pass' },
    ...(hasUpdate ? [{ value: 'update', label: 'The update' } as const] : []),
    { value: 'all', label: 'All of it' },
  ];
}

/**
 * The sheet of a difficulty, top to bottom in the order of computation. What would give a blank away is left out, and of
 * the way to an update all but the gradients.
 */
export function sectionsOf(
  network: NetworkSpec,
  difficulty: Difficulty,
  hasUpdate: boolean,
): readonly Section[] {
  const updates = hasUpdate ? updateSections(network) : [];
  if (difficulty.startsWith('update')) {
    const layers = updatedLayers(network, difficulty);
    const given = layers.map((layer) => parameterSection(network, layer, 'g', false));
    return [...given, ...updates.filter((_, layer) => layers.includes(layer))];
  }
  const forward = forwardSections(network, difficulty === 'forward' || difficulty === 'all');
  if (difficulty === 'forward') return forward;
  if (difficulty === 'backward') return [...forward, ...backwardSections(network)];
  if (difficulty === 'all') return [...forward, ...backwardSections(network), ...updates];
  const layer = Number(difficulty.slice('delta-'.length)) - 1;
  const later = errorSections(network, false).slice(0, network.layers.length - 1 - layer);
  const own = errorSections(network, true)[network.layers.length - 1 - layer];
  return own === undefined ? forward : [...forward, ...later, own];
}

/** The blanks of a sheet in the order in which they are filled. */
export function blanksOf(sections: readonly Section[]): readonly Quantity[] {
  return sections.filter(({ blank }) => blank).flatMap(({ quantities }) => quantities);
}

function layerTitle(network: NetworkSpec, layer: number): string {
  return isOutput(network, layer) ? 'output' : `layer ${layer + 1}`;
}

function forwardSections(network: NetworkSpec, blank: boolean): readonly Section[] {
  const layers = network.layers.map(({ units }, layer): Section => {
    const quantities = Array.from({ length: units }, (_, unit): readonly Quantity[] => [
      { kind: 'e', layer, unit },
      { kind: 'h', layer, unit },
    ]).flat();
    const title = `Forward, ${layerTitle(network, layer)}`;
    return { title, pass: 'forward', blank, columns: 4, quantities };
  });
  return [...layers, { title: 'Loss', pass: 'forward', blank, columns: 4, quantities: [{ kind: 'L' }] }];
}

/** The output's first. */
function errorSections(network: NetworkSpec, blank: boolean): readonly Section[] {
  return network.layers
    .map(({ units }, layer): Section => {
      const letter = isOutput(network, layer) ? 'ε' : 'δ';
      const quantities = Array.from({ length: units }, (_, unit): Quantity => ({ kind: 'd', layer, unit }));
      return {
        ...{ title: `Backward, ${letter} of ${isOutput(network, layer) ? 'the ' : ''}` },
        ...{ pass: 'backward', blank, columns: 4, quantities },
      };
    })
    .map((section, layer) => ({ ...section, title: section.title + layerTitle(network, layer) }))
    .reverse();
}

function backwardSections(network: NetworkSpec): readonly Section[] {
  const gradients = network.layers.map((_, layer) => parameterSection(network, layer, 'g', true)).reverse();
  return [...errorSections(network, true), ...gradients];
}

function updateSections(network: NetworkSpec): readonly Section[] {
  return network.layers.map((_, layer) => parameterSection(network, layer, 'n', true));
}

/** Layers whose update a difficulty asks for: one, or all. */
function updatedLayers(network: NetworkSpec, difficulty: Difficulty): readonly number[] {
  const all = network.layers.map((_, layer) => layer);
  return difficulty === 'update'
    ? all
    : all.filter((layer) => layer + 1 === Number(difficulty.slice('update-'.length)));
}

/** Gradients, or new weights, of a layer, unit by unit with the bias last. */
function parameterSection(network: NetworkSpec, layer: number, kind: 'g' | 'n', blank: boolean): Section {
  const inputs = inputsOf(network, layer);
  const quantities = Array.from(
    { length: network.layers[layer]?.units ?? 0 },
    (_, unit): readonly Quantity[] => [
      ...Array.from({ length: inputs }, (_, from): Quantity => ({ kind, layer, unit, from })),
      { kind, layer, unit, from: 'bias' },
    ],
  ).flat();
  const title = `${kind === 'g' ? 'Gradients' : 'Update'}, ${layerTitle(network, layer)}`;
  // A unit's boxes in as few lines as hold four each, evenly.
  const perUnit = inputs + 1;
  const evenly = Math.ceil(perUnit / Math.ceil(perUnit / 4));
  const columns = evenly <= 2 ? 2 : evenly === 3 ? 3 : 4;
  return { title, pass: kind === 'g' ? 'backward' : 'update', blank, columns, quantities };
}
