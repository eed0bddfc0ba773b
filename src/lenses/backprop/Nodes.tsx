import type { Place, Stage } from '../../figures/backprop/story';
import { isReached, stageOf } from '../../figures/backprop/story';
import { FeatureSymbol, MathSymbol } from '../../panels/network/MathSymbol';
import { Num } from './numbers';
import type { Story } from './useStory';
import type { Notation } from './symbols';
import { isOutput } from './symbols';
import './Nodes.css';

export interface UnitPlace {
  /** −1 are the features */
  readonly layer: number;
  readonly unit: number;
}

export interface NodesProps {
  readonly story: Story;
  readonly notation: Notation;
  /** the unit a term of the formula stands for */
  readonly lit: UnitPlace | null;
  readonly onLight: (unit: UnitPlace | null) => void;
}

/** Every unit with its numbers as far as the story has come; a press goes to where they are computed. */
export function Nodes(props: NodesProps) {
  const { notation } = props;
  return (
    <div className="backprop-nodes">
      <div className="backprop-column">
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
  return (
    <div
      className="backprop-node"
      data-current={current || undefined}
      data-lit={(lit?.layer === layer && lit.unit === unit) || undefined}
      onPointerEnter={() => onLight({ layer, unit })}
      onPointerLeave={() => onLight(null)}
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

export function nameOf(notation: Notation, layer: number, unit: number): string {
  if (layer < 0) return `input ${notation.features[unit] ?? unit + 1}`;
  return isOutput(notation, layer) ? `output ${unit + 1}` : `layer ${layer + 1}, unit ${unit + 1}`;
}
