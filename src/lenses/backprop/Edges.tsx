import { useId, useMemo, useRef } from 'react';
import {
  edgePath,
  layoutBoxes,
  layoutEdges,
  placeMessages,
  type BoxSpace,
  type Edge,
} from '../../figures/backprop/edges';
import { farEnd, isPointedAt, linksAt, type Link } from '../../figures/backprop/links';
import type { StageKind } from '../../figures/backprop/story';
import { layoutLinks } from '../../figures/network/linkGeometry';
import { lightsLink, type Lighting } from './lighting';
import { Num } from './numbers';
import { nameOf, type Notation } from './symbols';
import { useAllLinks, useEdgeWeights } from './useEdgeDrawing';
import './Edges.css';

export interface EdgesProps extends Lighting {
  readonly notation: Notation;
  readonly space: BoxSpace;
}

/** The links between the boxes: all of them faintly, those that the story speaks of in full, with their messages. */
export function Edges(props: EdgesProps) {
  const { story, notation, lit, space } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const group = useRef<SVGGElement>(null);
  const arrow = useId();
  const layout = useMemo(() => layoutBoxes(space), [space]);
  const links = useMemo(() => layoutLinks(layout, []), [layout]);
  const hasAll = useAllLinks(canvas, layout, links);

  const { kind } = story.stage;
  const backward = kind === 'delta';
  const told = linksAt(story.stage, story.place.item, [notation.features.length, ...notation.units]);
  const edges = layoutEdges(links, told, backward);
  const pointed = edges.some(({ link }) => isPointedAt(kind, link, lit));
  const layer = told[0]?.layer ?? -1;
  useEdgeWeights(group, links, { kind, layer }, [story.place]);
  const { width, height } = space;
  return (
    <>
      {hasAll && (
        <canvas
          ref={canvas}
          className="edges-all"
          style={{ width, height }}
          data-faint={edges.length > 0 || undefined}
          aria-hidden="true"
        />
      )}
      <svg className="edges" width={width} height={height} aria-hidden="true">
        <Arrow id={arrow} size={edges.length > FEW ? 6 : 8} />
        <g ref={group} data-kind={kind} data-pointed={pointed || undefined}>
          {edges.map((edge) => (
            <EdgePath key={keyOf(edge.link)} {...props} edge={edge} arrow={backward ? arrow : null} />
          ))}
        </g>
      </svg>
      <Messages {...props} edges={edges} />
    </>
  );
}

/** Arrows that end at one box at their full size. */
const FEW = 4;

function Arrow({ id, size }: { readonly id: string; readonly size: number }) {
  const box = { viewBox: '0 0 8 8', refX: 7, refY: 4, markerWidth: size, markerHeight: size };
  return (
    <marker id={id} {...box} markerUnits="userSpaceOnUse" orient="auto">
      <path className="edges-arrow" d="M0 0.8L8 4L0 7.2z" />
    </marker>
  );
}

const keyOf = ({ layer, unit, from }: Link) => `${layer}:${unit}:${from}`;

function EdgePath({
  edge,
  arrow,
  ...lighting
}: Lighting & { readonly edge: Edge; readonly arrow: string | null }) {
  const d = edgePath(edge, arrow !== null);
  const { 'data-lit': isLit, ...pointing } = lightsLink(edge.link, lighting);
  return (
    <>
      <path
        className="edge"
        d={d}
        data-weight={edge.weight}
        data-lit={isLit}
        markerEnd={arrow === null ? undefined : `url(#${arrow})`}
      />
      <path className="edge-reach" d={d} {...pointing} />
    </>
  );
}

interface Message {
  readonly label: string;
  /** letter of the message's key, see `StepValues` */
  readonly letter: string;
  readonly error: boolean;
  /** Not only that of the link pointed at is on show. */
  readonly all: boolean;
}

/** What the links of a stage carry; a gradient goes nowhere, so it stands on its link only when asked for. */
function messageOf(kind: StageKind): Message | null {
  switch (kind) {
    case 'forward':
      return { label: 'Messages forward', letter: 'F', error: false, all: true };
    case 'delta':
      return { label: 'Messages backward', letter: 'B', error: true, all: true };
    case 'gradient':
      return { label: 'Gradient of the link', letter: 'G', error: true, all: false };
    case 'update':
      return { label: 'Change of the link', letter: 'c', error: false, all: false };
    case 'input':
    case 'loss':
    case 'epsilon':
    case 'loss-after':
      return null;
  }
}

function Messages({ edges, notation, ...lighting }: EdgesProps & { readonly edges: readonly Edge[] }) {
  const { kind } = lighting.story.stage;
  const message = messageOf(kind);
  const { points, apart } = placeMessages(edges, kind === 'delta');
  const shown = edges
    .map(({ link }, i) => ({ link, at: points[i] ?? { x: 0, y: 0 } }))
    .filter(({ link }) => (message?.all === true && apart) || isPointedAt(kind, link, lighting.lit));
  if (message === null || shown.length === 0) return null;
  return (
    <ul className="edge-messages" aria-label={message.label}>
      {shown.map(({ link, at }) => {
        const { layer, unit } = farEnd(kind, link);
        return (
          <li
            key={keyOf(link)}
            className="edge-message"
            data-error={message.error || undefined}
            style={{ left: at.x, top: at.y }}
            {...lightsLink(link, lighting)}
          >
            <span className="visually-hidden">{nameOf(notation, layer, unit)}: </span>
            <Num k={`${message.letter}:${keyOf(link)}`} error={message.error} brief />
          </li>
        );
      })}
    </ul>
  );
}
