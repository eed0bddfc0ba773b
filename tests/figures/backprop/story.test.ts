import { describe, expect, it } from 'vitest';
import {
  endOfPhase,
  isEnd,
  isReached,
  next,
  previous,
  START,
  storyOf,
  type Place,
} from '../../../src/figures/backprop/story';

const story = storyOf([2, 4, 2, 1]);
const kinds = story.map(({ kind, layer }) => (layer < 0 ? kind : `${kind} ${layer}`));

describe('the story of a step', () => {
  it('goes forward to the loss, backward to every gradient, then updates', () => {
    expect(kinds).toEqual([
      ...['input', 'forward 0', 'forward 1', 'forward 2', 'loss'],
      ...['epsilon 2', 'delta 1', 'delta 0', 'gradient 2', 'gradient 1', 'gradient 0'],
      ...['update 0', 'update 1', 'update 2', 'loss-after'],
    ]);
  });

  it('visits every unit of every stage once, and back again', () => {
    const places: Place[] = [START];
    for (let at = START; !isEnd(story, at); places.push(at)) at = next(story, at);
    expect(places).toHaveLength(story.reduce((sum, { items }) => sum + items, 0));
    expect(new Set(places.map(({ stage, item }) => `${stage} ${item}`)).size).toBe(places.length);
    for (const [i, place] of places.entries())
      expect(previous(story, place)).toEqual(places[Math.max(0, i - 1)]);
  });

  it('finishes one phase after the other', () => {
    const loss = endOfPhase(story, START);
    expect(kinds[loss.stage]).toBe('loss');
    const gradient = endOfPhase(story, loss);
    expect([kinds[gradient.stage], gradient.item]).toEqual(['gradient 0', 3]);
    const end = endOfPhase(story, gradient);
    expect(isEnd(story, end)).toBe(true);
    expect(endOfPhase(story, end)).toEqual(end);
  });

  it('has reached what stands before, and no unit after the present one', () => {
    const place = { stage: kinds.indexOf('delta 0'), item: 1 };
    expect(isReached(story, place, 'forward', 2, 0)).toBe(true);
    expect(isReached(story, place, 'delta', 0, 1)).toBe(true);
    expect(isReached(story, place, 'delta', 0, 2)).toBe(false);
    expect(isReached(story, place, 'gradient', 0, 0)).toBe(false);
  });

  it('of a network without hidden layer goes from x to ŷ and back', () => {
    expect(storyOf([2, 1]).map(({ kind }) => kind)).toEqual([
      ...['input', 'forward', 'loss', 'epsilon', 'gradient', 'update', 'loss-after'],
    ]);
  });
});
