import { Select } from '../../../controls/Select';
import { SpinButton } from '../../../controls/SpinButton';
import { TextButton } from '../../../controls/TextButton';
import type { Difficulty } from '../../../experiment/sheet';
import { PRESETS, type Preset } from '../../../figures/worksheet/presets';
import { difficultiesOf } from '../../../figures/worksheet/sections';
import { useActions, useSelect } from '../../../store/context';
import { useToken } from '../useStepValues';
import { sheetAddress } from './sheetLink';
import type { SheetModel } from './sheetModel';
import type { SheetSource } from './useSheet';

export interface SheetBarProps {
  readonly model: SheetModel;
  readonly difficulty: Difficulty;
  readonly preset: Preset | null;
  readonly source: SheetSource;
  /** null where the sheet is too large for paper */
  readonly print: ((solutions: boolean) => void) | null;
}

const PRESENT = { value: 'present', label: 'Present network' };

/** Which sheet it is, and how it leaves the page. */
export function SheetBar({ model, difficulty, preset, source, print }: SheetBarProps) {
  const { setToken, setView } = useActions();
  const token = useToken();
  const choose = useNetworkChoice(source);
  const copy = useSheetLink(model, difficulty);
  return (
    <div className="worksheet-bar">
      <Select
        label="Sheet on"
        layout="inline"
        value={preset?.name ?? PRESENT.value}
        options={[PRESENT, ...PRESETS.map(({ name }) => ({ value: name, label: name }))]}
        onChange={choose}
      />
      <Select
        label="Difficulty"
        layout="inline"
        value={difficulty}
        options={difficultiesOf(model.network, model.update !== null)}
        onChange={(worksheet) => setView({ worksheet })}
      />
      <SpinButton
        label="Token"
        layout="inline"
        min={1}
        max={token.count}
        value={token.place + 1}
        onChange={(to) => setToken(to - 1)}
        onEnd={() => undefined}
      />
      <span className="worksheet-out">
        <TextButton onClick={copy}>Copy link to this sheet</TextButton>
        {print !== null && (
          <>
            <TextButton onClick={() => print(false)}>Print</TextButton>
            <TextButton onClick={() => print(true)}>Print with solutions</TextButton>
          </>
        )}
      </span>
      <NoUpdate model={model} />
      {source.moved && (
        <p className="worksheet-moved">
          The network on the page now has other weights than this sheet.
          <TextButton onClick={source.takePresent}>Take the present weights</TextButton>
        </p>
      )}
    </div>
  );
}

/** Why the last part of a step is missing. */
function NoUpdate({ model }: { model: SheetModel }) {
  const { optimizer, regularization } = useSelect((state) => state.experiment.training);
  if (model.update !== null) return null;
  const where =
    optimizer.kind !== 'sgd'
      ? 'where the optimizer is SGD'
      : regularization.clip === true
        ? 'where the penalty does not stop weights at 0'
        : 'where no weight is frozen';
  return <p className="worksheet-moved">The sheet asks for the update {where}.</p>;
}

/** A preset becomes the experiment on the page, as one step of undo. */
function useNetworkChoice(source: SheetSource): (name: string) => void {
  const { open, setToken } = useActions();
  return (name) => {
    const preset = PRESETS.find((each) => each.name === name);
    if (preset === undefined) return source.takePresent();
    open(`Worksheet ${name}`, preset.experiment);
    setToken(0);
  };
}

function useSheetLink(model: SheetModel, difficulty: Difficulty): () => void {
  const { say, notify } = useActions();
  const experiment = useSelect((state) => state.experiment);
  const { place } = useToken();
  return () => {
    const address = sheetAddress(experiment, model, { difficulty, token: place });
    const refused = `The browser did not let the page copy the link; copy it from here: ${address}`;
    navigator.clipboard.writeText(address).then(
      () => say('Link to this sheet copied.'),
      () => notify({ place: 'link', text: refused }),
    );
  };
}
