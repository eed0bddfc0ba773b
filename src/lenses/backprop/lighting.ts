import { useEffect, useState } from 'react';
import { isPointedAt, type Link, type Part } from '../../figures/backprop/links';
import type { Place, Stage } from '../../figures/backprop/story';
import type { LitPart } from '../../protocol/snapshot';
import { useActions, useSelect } from '../../store/context';
import type { Story } from './useStory';

/** The unit or link pointed at, in the formula, among the boxes or in the network, and the way to point at another. */
export interface Lighting {
  readonly story: Story;
  readonly lit: Part | null;
  readonly onLight: (part: Part | null) => void;
}

/** What an element needs that stands for a link: pointing at it lights the link, and it is lit with the link. */
export function lightsLink(link: Link, { story, lit, onLight }: Lighting) {
  return {
    'data-lit': isPointedAt(story.stage.kind, link, lit) || undefined,
    onPointerEnter: () => onLight(link),
    onPointerLeave: () => onLight(null),
  };
}

/** Has the network light what is pointed at in the lens, else what the story tells. */
export function useLighting(story: Story): Lighting {
  const { stage, place } = story;
  const [pointed, setPointed] = useState<{ readonly at: Place; readonly part: Part } | null>(null);
  const hovered = useSelect((state) => state.view.hovered);
  const { light } = useActions();
  // What was pointed at may be gone when the story goes on.
  const part = pointed?.at === place ? pointed.part : null;
  const { layer, unit, side } = part === null ? partTold(stage, place.item) : litPart(part);
  useEffect(() => {
    light(unit < 0 ? null : { layer, unit, ...(side === undefined ? {} : { side }) });
    return () => light(null);
  }, [light, layer, unit, side]);
  return {
    story,
    lit: part ?? hovered,
    onLight: (next) => setPointed(next === null ? null : { at: place, part: next }),
  };
}

function litPart({ layer, unit, from }: Part): LitPart {
  return from === undefined ? { layer, unit } : { layer, unit, side: from };
}

/** The unit whose quantity a stage computes, with the links that it is computed from; unit −1 where there is none. */
function partTold({ kind, layer }: Stage, unit: number): LitPart {
  switch (kind) {
    case 'input':
      return { layer: -1, unit };
    case 'forward':
    case 'epsilon':
    case 'gradient':
    case 'update':
      return { layer, unit, side: 'in' };
    case 'delta':
      return { layer, unit, side: 'out' };
    case 'loss':
    case 'loss-after':
      return { layer: -1, unit: -1 };
  }
}
