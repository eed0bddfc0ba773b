import { describe, expect, it } from 'vitest';
import { farEnd, isPointedAt, linksAt } from '../../../src/figures/backprop/links';
import { storyOf, type StageKind } from '../../../src/figures/backprop/story';

const sizes = [2, 4, 2, 1];
const story = storyOf(sizes);

function at(kind: StageKind, layer: number, item: number) {
  const stage = story.find((each) => each.kind === kind && each.layer === layer);
  if (stage === undefined) throw new Error(`Expected a stage ${kind} of layer ${layer}.`);
  return linksAt(stage, item, sizes);
}

describe('the links that a stage speaks of', () => {
  it.each(['forward', 'gradient', 'update'] as const)('are those into the unit: %s', (kind) => {
    expect(at(kind, 0, 3)).toEqual([0, 1].map((from) => ({ layer: 0, unit: 3, from })));
    expect(at(kind, 2, 0)).toEqual([0, 1].map((from) => ({ layer: 2, unit: 0, from })));
  });

  it('are those out of the unit where its error comes back', () => {
    expect(at('delta', 0, 3)).toEqual([0, 1].map((unit) => ({ layer: 1, unit, from: 3 })));
    expect(at('delta', 1, 1)).toEqual([{ layer: 2, unit: 0, from: 1 }]);
  });

  it('are none where nothing runs along a link', () => {
    expect([at('input', -1, 0), at('loss', -1, 0), at('epsilon', 2, 0), at('loss-after', -1, 0)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

describe('a link of a stage', () => {
  const [into] = at('forward', 1, 0);
  const [back] = at('delta', 0, 3);

  it('comes from the unit that its term names', () => {
    expect(into && farEnd('forward', into)).toEqual({ layer: 0, unit: 0 });
    expect(back && farEnd('delta', back)).toEqual({ layer: 1, unit: 0 });
  });

  it('is pointed at with itself alone, and with the unit that it comes from', () => {
    const links = at('forward', 1, 0);
    const pointed = (part: { layer: number; unit: number; from?: number }) =>
      links.filter((link) => isPointedAt('forward', link, part)).map(({ from }) => from);
    expect(pointed({ layer: 1, unit: 0, from: 2 })).toEqual([2]);
    expect(pointed({ layer: 1, unit: 1, from: 2 })).toEqual([]);
    expect(pointed({ layer: 0, unit: 3 })).toEqual([3]);
    expect(pointed({ layer: 1, unit: 0 })).toEqual([]);
    expect(links.filter((link) => isPointedAt('forward', link, null))).toEqual([]);
  });
});
