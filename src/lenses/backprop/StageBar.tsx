import { Fragment } from 'react';
import type { Stage } from '../../figures/backprop/story';
import { isOutput, type Notation } from './symbols';
import type { Story } from './useStory';

/** The stages of the story by phase; a press goes to a stage's first unit. */
export function StageBar({ story, notation }: { story: Story; notation: Notation }) {
  return (
    <div className="backprop-stages" role="group" aria-label="Stages">
      {story.stages.map((stage, i) => (
        <Fragment key={i}>
          {story.stages[i - 1]?.phase !== stage.phase && (
            <span className="backprop-phase">{stage.phase}</span>
          )}
          <button
            type="button"
            className="backprop-stage"
            aria-current={i === story.place.stage ? 'step' : undefined}
            aria-label={nameOf(stage, notation)}
            onClick={() => story.goTo({ stage: i, item: 0 })}
          >
            <SymbolOf stage={stage} notation={notation} />
          </button>
        </Fragment>
      ))}
    </div>
  );
}

function nameOf({ kind, layer }: Stage, notation: Notation): string {
  const where = isOutput(notation, layer) ? 'the output' : `layer ${layer + 1}`;
  switch (kind) {
    case 'input':
      return 'Inputs x';
    case 'forward':
      return `Excitations and activations of ${where}`;
    case 'loss':
      return 'Loss';
    case 'epsilon':
      return 'Output error ε';
    case 'delta':
      return `Error δ of ${where}`;
    case 'gradient':
      return `Gradients of ${where}`;
    case 'update':
      return `Update of ${where}`;
    case 'loss-after':
      return 'Loss after the update';
  }
}

function SymbolOf({ stage: { kind, layer }, notation }: { stage: Stage; notation: Notation }) {
  const power = <sup>({layer + 1})</sup>;
  switch (kind) {
    case 'input':
      return <i>x</i>;
    case 'forward':
      return isOutput(notation, layer) ? (
        <i>ŷ</i>
      ) : (
        <>
          <i>e</i>, <i>h</i>
          {power}
        </>
      );
    case 'loss':
      return <i>L</i>;
    case 'epsilon':
      return <i>ε</i>;
    case 'delta':
      return (
        <>
          <i>δ</i>
          {power}
        </>
      );
    case 'gradient':
      return (
        <>
          ∇<i>W</i>
          {power}
        </>
      );
    case 'update':
      return (
        <>
          <i>W</i>
          {power} ←
        </>
      );
    case 'loss-after':
      return (
        <>
          <i>L</i>′
        </>
      );
  }
}
