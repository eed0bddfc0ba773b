import { useRef } from 'react';
import { FRONT } from '../../figures/hiddenSpace/view';
import { layerName, placeName, thresholdSentence, unitsText } from '../../figures/hiddenSpace/words';
import { TextButton } from '../../controls/TextButton';
import { useFrames, useSelect } from '../../store/context';
import { useMarkedToken } from '../useMarkedToken';
import { selectShownUnit } from '../../store/state';
import { HiddenSpaceFigure } from './HiddenSpaceFigure';
import { activationOf, boundaryOf, gridReason, nextLayer } from './hiddenSpaceModel';
import { drawnUnits } from './hiddenSpaceScene';
import { LayerChoice } from './LayerChoice';
import { useHiddenSpace, type HiddenSpaceChoice } from './useHiddenSpace';
import './HiddenSpaceLens.css';

/** The data as each layer sees them, from the input to the output, with the grid of the inputs bent along. */
export function HiddenSpaceLens() {
  useMarkedToken();
  const choice = useHiddenSpace();
  const words = useRef<HTMLDivElement>(null);
  return (
    <div className="hidden-space">
      <HiddenSpaceFigure choice={choice} words={words} description={describe(choice)} />
      <div className="hidden-space-side">
        <LayerChoice choice={choice} />
        <div ref={words} className="hidden-space-words">
          <Words choice={choice} />
        </div>
      </div>
    </div>
  );
}

/** Sentences about the figure; those marked are written by the frames. */
function Words({ choice }: { choice: HiddenSpaceChoice }) {
  const { model, at, layer, units } = choice;
  const unit = useSelect(selectShownUnit);
  const last = model.sizes.length - 1;
  if (!Number.isInteger(at)) {
    const share = Math.round(100 * (at - layer));
    return (
      <p className="hidden-space-title">
        {capitalize(placeName(at, last))}: {share}% of the way. Every point goes straight; no layer gives
        these values.
      </p>
    );
  }
  const next = nextLayer(model, layer);
  const reason = gridReason(model);
  const projection = (['line', 'line', 'plane', 'space'] as const)[units] ?? choice.view.kind;
  return (
    <>
      <p className="hidden-space-title">
        {capitalize(layerName(layer, last))}, {unitsText(units, activationOf(model, layer))}
      </p>
      <p data-part="projection" />
      <p>
        {thresholdSentence({
          projection,
          units: next?.units ?? 0,
          softmax: next?.softmax ?? false,
          drawn: drawnUnits(model, layer, unit).length,
          boundary: boundaryOf(model, layer),
        })}{' '}
        {reason ??
          (model.grid?.lines === 1 ? 'The thin line is the x axis.' : 'The grid is that of the inputs.')}
      </p>
      <p data-part="token" />
      {choice.deep && <FrontButton turn={choice.turn} />}
    </>
  );
}

/** Back to the two first units, with the third toward the eye. */
function FrontButton({ turn }: { turn: HiddenSpaceChoice['turn'] }) {
  const frames = useFrames();
  function face(): void {
    turn.current = FRONT;
    frames.redraw();
  }
  return <TextButton onClick={face}>Front view</TextButton>;
}

function describe({ model, at }: HiddenSpaceChoice): string {
  const last = model.sizes.length - 1;
  const { train, test } = model.dataset;
  return `The ${train.length} training and ${test.length} test points at the ${placeName(at, last)}.`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
