import { layerLabel, placeName } from '../../figures/hiddenSpace/words';
import { Segment } from '../../controls/Segment';
import { Select } from '../../controls/Select';
import { Slider } from '../../controls/Slider';
import type { HiddenSpaceChoice } from './useHiddenSpace';

/** Twenty presses of a key, or one where nothing is to move, lead from layer to layer. */
const STEPS = { smooth: 0.05, still: 1 } as const;

const KINDS = [
  { value: 'principal', label: 'Principal components' },
  { value: 'pair', label: 'Two units' },
] as const;

const done = () => undefined;

/** Which layer is on show, or which place between two; and how one of many units is brought onto the plane. */
export function LayerChoice({ choice }: { choice: HiddenSpaceChoice }) {
  const { model, at, still, units, go } = choice;
  const last = model.sizes.length - 1;
  const layers = model.sizes.map((_, layer) => ({ value: String(layer), label: layerLabel(layer, last) }));
  return (
    <div className="hidden-space-choice">
      {/* Between two layers none is chosen. */}
      <Segment
        label="Layer shown"
        value={String(at)}
        options={layers}
        onChange={(value) => go(Number(value), true)}
      />
      <Slider
        label="Layer"
        value={at}
        min={0}
        max={last}
        step={still ? STEPS.still : STEPS.smooth}
        text={at.toFixed(2)}
        valueText={placeName(at, last)}
        onChange={(value) => go(Math.round(100 * value) / 100, false)}
        onEnd={done}
      />
      {units > 3 && Number.isInteger(at) && <WideControls choice={choice} />}
    </div>
  );
}

function WideControls({ choice }: { choice: HiddenSpaceChoice }) {
  const { view, units, layer, model, setWide, setPair } = choice;
  const options = Array.from({ length: units }, (_, k) => ({
    value: String(k),
    label: layer === 0 ? (model.experiment.features[k] ?? '') : `Unit ${k + 1}`,
  }));
  return (
    <div className="hidden-space-wide">
      <Segment label="Projection" value={view.kind} options={KINDS} onChange={setWide} />
      {view.kind === 'pair' && (
        <>
          <Select
            label="Across"
            layout="inline"
            value={String(view.units[0])}
            options={options}
            onChange={(value) => setPair(paired(Number(value), view.units[1], view.units[0]))}
          />
          <Select
            label="Up"
            layout="inline"
            value={String(view.units[1])}
            options={options}
            onChange={(value) => {
              const [up, across] = paired(Number(value), view.units[0], view.units[1]);
              setPair([across, up]);
            }}
          />
        </>
      )}
    </div>
  );
}

/** The chosen unit and the other one; where both would be the same they change places. */
function paired(chosen: number, other: number, before: number): readonly [number, number] {
  return [chosen, other === chosen ? before : other];
}
