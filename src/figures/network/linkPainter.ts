import type { LitPart } from '../../protocol/snapshot';
import type { NetworkLayout } from './layout';
import type { LinkGeometry } from './linkGeometry';
import { createLinkOrder, sortLinks } from './linkOrder';
import {
  clearLinks,
  createLinkRaster,
  paintLink,
  weakestDrawn,
  widestLink,
  type LinkPicture,
} from './linkRaster';
import type { NetworkColors } from './networkColors';
import { linksOfUnit } from './unitLinks';

export interface LinkInput {
  readonly parameters: ArrayLike<number>;
  readonly colors: NetworkColors;
  /** the unit whose links are pointed out, if any */
  readonly shown: LitPart | null;
}

/**
 * Paints all links, weakest first. Those of a usual network are done within a frame; thousands are spread over several
 * frames, while the last finished picture stays on show, so that the page never waits for them.
 */
export interface LinkPainter {
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  /** Goes on until done or out of time; returns whether the finished picture is that of this input. */
  readonly advance: (input: LinkInput, isOutOfTime: () => boolean) => boolean;
  /** the last finished picture, width × height pixels */
  readonly image: () => Uint8ClampedArray<ArrayBuffer>;
}

/** Links painted between two looks at the clock. */
const SLICE = 64;

export function createLinkPainter(layout: NetworkLayout, links: LinkGeometry, ratio: number): LinkPainter {
  const order = createLinkOrder(links.count);
  const widest = widestLink(layout);
  let back = createLinkRaster(layout, ratio);
  let front = createLinkRaster(layout, ratio);
  let job: { readonly picture: LinkPicture; readonly input: LinkInput; next: number } | null = null;
  let hasFront = false;

  function begin(input: LinkInput) {
    sortLinks(order, links, input.parameters);
    clearLinks(back, input.colors);
    return { picture: { links, order, widest, colors: input.colors }, input, next: weakestDrawn(order) };
  }
  function finish({ picture, input }: { readonly picture: LinkPicture; readonly input: LinkInput }): void {
    const chosen = input.shown === null ? null : linksOfUnit(links, input.shown);
    for (const link of chosen?.incoming ?? []) paintLink(back, picture, link, false);
    for (const link of chosen?.outgoing ?? []) paintLink(back, picture, link, false);
    [front, back] = [back, front];
    hasFront = true;
  }
  return {
    width: back.width,
    height: back.height,
    ratio,
    advance(input, isOutOfTime) {
      if (job?.input.shown !== input.shown || job?.input.colors !== input.colors) job = null;
      job ??= begin(input);
      if (!hasFront) clearLinks(front, input.colors);
      while (job.next < links.count) {
        const end = Math.min(links.count, job.next + SLICE);
        for (let i = job.next; i < end; i++) {
          paintLink(back, job.picture, order.order[i] ?? 0, input.shown !== null);
        }
        job.next = end;
        if (end < links.count && isOutOfTime()) return false;
      }
      finish(job);
      const isPresent = job.input.parameters === input.parameters;
      job = null;
      return isPresent;
    },
    image: () => front.bytes,
  };
}
