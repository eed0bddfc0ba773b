import { useLayoutEffect, useRef } from 'react';
import { farEnd } from '../../figures/backprop/links';
import type { Place, Stage } from '../../figures/backprop/story';
import { isReached, stageOf } from '../../figures/backprop/story';
import { FeatureSymbol, MathSymbol } from '../../panels/network/MathSymbol';
import { Edges } from './Edges';
import type { Lighting } from './lighting';
import { Num } from './numbers';
import { reveal } from './reveal';
import type { Notation } from './symbols';
import { isOutput, nameOf } from './symbols';
import { useBoxes } from './useBoxes';
import './Nodes.css';

export interface NodesProps extends Lighting {
  readonly notation: Notation;
}

/** Inputs up to which symbol and number stand one above the other. */
const STACKED_INPUTS = 8;

/** Every unit with its numbers as far as the story has come; a press goes to where they are computed. */
export function Nodes(props: NodesProps) {
  const { notation, story } = props;
  const root = useRef<HTMLDivElement>(null);
  const space = useBoxes(root, `${notation.features.join()}|${notation.units.join()}`);
  useLayoutEffect(() => {
    if (space !== null && root.current !== null) reveal(root.current);
  }, [space, story.place]);
  return (
    <div ref={root} className="backprop-nodes">
      <div className="backprop-column" data-stacked={notation.features.length <= STACKED_INPUTS || undefined}>
        <p className="backprop-layer">input</p>
        {notation.features.map((feature, j) => (
          <NodeFrame key={feature} {...props} layer={-1} unit={j}>
            <button
              type="button"
              className="backprop-value"
              onClick={() => props.story.goTo({ stage: 0, item: j })}
              aria-label={`Input ${feature}`}
            >
              <FeatureSymbol feature={feature} /> <Num k={`x:${j}`} />
            </button>
          </NodeFrame>
        ))}
      </div>
      {notation.units.map((count, layer) => (
        <div key={layer} className="backprop-column">
          <p className="backprop-layer">{isOutput(notation, layer) ? 'output' : `layer ${layer + 1}`}</p>
          {Array.from({ length: count }, (_, unit) => (
            <NodeFrame key={unit} {...props} layer={layer} unit={unit}>
              <span className="backprop-index">
                {isOutput(notation, layer) && count === 1 ? 'ŷ' : unit + 1}
              </span>
              <ForwardButton {...props} layer={layer} unit={unit} />
              <BackwardButton {...props} layer={layer} unit={unit} />
            </NodeFrame>
          ))}
          {isOutput(notation, layer) && <Targets count={count} />}
        </div>
      ))}
      {space !== null && space.columns.length === notation.units.length + 1 && (
        <Edges {...props} space={space} />
      )}
    </div>
  );
}

function Targets({ count }: { count: number }) {
  return (
    <p className="backprop-targets">
      {Array.from({ length: count }, (_, k) => (
        <span key={k}>
          <MathSymbol letter="y" {...(count > 1 ? { index: String(k + 1) } : {})} /> <Num k={`y:${k}`} />
        </span>
      ))}
      <span>
        <MathSymbol letter="L" /> <Num k="L" />
      </span>
    </p>
  );
}

type UnitProps = NodesProps & { readonly layer: number; readonly unit: number };

function NodeFrame({
  story,
  lit,
  onLight,
  layer,
  unit,
  children,
}: UnitProps & { children: React.ReactNode }) {
  const { stage, place } = story;
  const current =
    stage.kind === 'input'
      ? layer < 0 && place.item === unit
      : stage.layer === layer && layer >= 0 && place.item === unit;
  // A link lights the unit that its term comes from.
  const { from } = lit ?? {};
  const end = lit === null || from === undefined ? lit : farEnd(stage.kind, { ...lit, from });
  return (
    <div
      className="backprop-node"
      data-box={layer + 1}
      data-current={current || undefined}
      data-lit={(end?.layer === layer && end.unit === unit) || undefined}
      onPointerEnter={() => onLight({ layer, unit })}
      onPointerLeave={() => onLight(null)}
      onFocus={({ target }) => target.matches(':focus-visible') && onLight({ layer, unit })}
      onBlur={() => onLight(null)}
    >
      {children}
    </div>
  );
}

function goal(stages: readonly Stage[], kind: Stage['kind'], layer: number, item: number): Place {
  return { stage: Math.max(0, stageOf(stages, kind, layer)), item };
}

function ForwardButton({ story, notation, layer, unit }: UnitProps) {
  const reached = isReached(story.stages, story.place, 'forward', layer, unit);
  const response = isOutput(notation, layer) ? 'ŷ' : 'h';
  return (
    <button
      type="button"
      className="backprop-value"
      data-reached={reached || undefined}
      aria-label={`Forward, ${nameOf(notation, layer, unit)}`}
      onClick={() => story.goTo(goal(story.stages, 'forward', layer, unit))}
    >
      <i>e</i> {reached ? <Num k={`e:${layer}:${unit}`} /> : <Blank />}{' '}
      <i className="backprop-second">{response}</i> {reached ? <Num k={`h:${layer}:${unit}`} /> : <Blank />}
    </button>
  );
}

function BackwardButton({ story, notation, layer, unit }: UnitProps) {
  const output = isOutput(notation, layer);
  const kind = output ? 'epsilon' : 'delta';
  const reached = isReached(story.stages, story.place, kind, layer, unit);
  return (
    <button
      type="button"
      className="backprop-value backprop-error"
      data-reached={reached || undefined}
      aria-label={`Backward, ${nameOf(notation, layer, unit)}`}
      onClick={() => story.goTo(goal(story.stages, kind, layer, unit))}
    >
      <i>{output ? 'ε' : 'δ'}</i> {reached ? <Num k={`d:${layer}:${unit}`} error /> : <Blank />}
      {!output && (
        <>
          {' '}
          <i className="backprop-second">σ′</i> {reached ? <Num k={`s:${layer}:${unit}`} /> : <Blank />}
        </>
      )}
    </button>
  );
}

/** A number that is still to come. */
function Blank() {
  return <span className="num">·</span>;
}
