import type { NetworkSpec } from '../../engine/network';
import type { Difficulty } from '../../experiment/sheet';
import { inputsOf, isOutput, type Quantity } from './quantities';

/** A part of the sheet: the quantities of one layer and one kind, given or left blank. */
export interface Section {
  readonly title: string;
  readonly pass: 'forward' | 'backward';
  readonly blank: boolean;
  /** boxes side by side, so that what belongs to a unit stands in a row */
  readonly columns: 2 | 3 | 4;
  readonly quantities: readonly Quantity[];
}

export interface DifficultyChoice {
  readonly value: Difficulty;
  readonly label: string;
}

/** The choices that a network offers, the easiest first. */
export function difficultiesOf(network: NetworkSpec): readonly DifficultyChoice[] {
  const layers = network.layers.map((_, l): DifficultyChoice => ({
    value: `delta-${l + 1}`,
    label: isOutput(network, l) ? 'ε of the output' : `δ of layer ${l + 1}`,
  }));
  return [
    ...layers,
    { value: 'forward', label: 'The forward pass' },
    { value: 'backward', label: 'The backward pass' },
    { value: 'all', label: 'All of it' },
  ];
}

/** The sheet of a difficulty, top to bottom in the order of computation. What would give a blank away is left out. */
export function sectionsOf(network: NetworkSpec, difficulty: Difficulty): readonly Section[] {
  const forward = forwardSections(network, difficulty === 'forward' || difficulty === 'all');
  if (difficulty === 'forward') return forward;
  if (difficulty === 'backward' || difficulty === 'all') return [...forward, ...backwardSections(network)];
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
  const gradients = network.layers
    .map(({ units }, layer): Section => {
      const quantities = Array.from({ length: units }, (_, unit): readonly Quantity[] => [
        ...Array.from({ length: inputsOf(network, layer) }, (_, from): Quantity => {
          return { kind: 'g', layer, unit, from };
        }),
        { kind: 'g', layer, unit, from: 'bias' },
      ]).flat();
      const title = `Gradients, ${layerTitle(network, layer)}`;
      const perUnit = inputsOf(network, layer) + 1;
      const columns = perUnit === 2 ? 2 : perUnit === 3 ? 3 : 4;
      return { title, pass: 'backward', blank: true, columns, quantities };
    })
    .reverse();
  return [...errorSections(network, true), ...gradients];
}
