import { useMemo, useRef } from 'react';
import { useSize } from '../../../controls/useSize';
import { coordinateCount, tableOf } from '../../../experiment/shape';
import { useSelect } from '../../../store/context';
import { gradientSentence } from '../../notices/gradientSentence';
import { DecisionMap } from '../../output/DecisionMap';
import { usePointTool } from '../../output/usePointTool';
import { useDataset } from '../../useDataset';
import { GateControls } from './GateControls';
import { isOneUnit, lineCount } from './presentUnit';
import { RuleReadout } from './RuleReadout';
import { useRuleWatch, type RuleWatch } from './ruleWatch';
import { separabilitySentence } from './sentences';
import { SeparatorLayer } from './SeparatorLayer';
import { TruthTable } from './TruthTable';
import { useRoom } from './useRoom';
import { WeightPlane } from './WeightPlane';
import './GateFigure.css';

/** px of the map's left axis, of the axis below it, of the switch under it, and beside it */
const AXES = { left: 26, below: 22, switch: 32 } as const;
const GAP = 18;
/** px of a map: it gives way to the table where there is little room, but stays readable */
const SIDES = { least: 84, most: 190 } as const;
/** px of a figure that has room for a sentence beside a map, and for several with a switch below the map */
const WIDE = { short: 270, long: 330 } as const;

/** Boolean functions: the network's truth table beside the target's, for two inputs under the decision map. */
export function GateFigure() {
  const root = useRef<HTMLDivElement>(null);
  const { width } = useSize(root);
  const room = useRoom(root);
  const inputs = useSelect((state) => coordinateCount(state.experiment.problem));
  const oneUnit = useSelect((state) => isOneUnit(state.experiment));
  const rows = useSelect(({ experiment: { problem } }) =>
    problem.dataset === 'custom' ? 0 : tableOf(problem).length,
  );
  const watch = useRuleWatch();
  const short = useSelect((state) => gradientSentence(state.experiment) === null);
  const beside = inputs === 2 && !oneUnit && width >= (short ? WIDE.short : WIDE.long);
  return (
    <div ref={root} className="gates" style={{ '--room': `${Math.max(240, room)}px` }} data-rows={rows}>
      <GateControls />
      {inputs === 2 && width > 0 && <Planes width={width} watch={watch} beside={beside} />}
      {width > 0 && <TruthTable width={width} watch={watch} />}
      {watch !== null && <RuleReadout watch={watch} />}
      {!beside && <Sentences isRule={watch !== null} />}
    </div>
  );
}

interface PlanesProps {
  readonly width: number;
  readonly watch: RuleWatch | null;
  /** whether the sentences stand beside the map */
  readonly beside: boolean;
}

/** The decision map and, for a network that is one unit, the plane of its weights; as high as the table leaves them room. */
function Planes({ width, watch, beside }: PlanesProps) {
  const box = useRef<HTMLDivElement>(null);
  const { height } = useSize(box);
  const tools = usePointTool();
  const oneUnit = useSelect((state) => isOneUnit(state.experiment));
  const exact = useSelect(
    ({ experiment }) => lineCount(experiment) > 0 && experiment.network.output === 'step',
  );
  const hasLines = useSelect((state) => lineCount(state.experiment) > 0);
  const regions = beside && width >= WIDE.long;
  const around = AXES.below + (regions ? AXES.switch : 0);
  const across = oneUnit ? (width - AXES.left - GAP) / 2 : width - AXES.left - 1;
  const most = Math.min(Math.floor(across), SIDES.most);
  const side = Math.max(SIDES.least, Math.min(most, Math.floor(height - around)));
  return (
    <div
      ref={box}
      className="gate-planes"
      style={{ '--least': `${SIDES.least + around}px`, '--most': `${most + around}px` }}
    >
      <div className="gate-map" data-bare={!regions || undefined}>
        {height > 0 && <DecisionMap side={side} axes={true} regions={regions} lines={!exact} {...tools} />}
        {hasLines && <SeparatorLayer side={side} watch={watch} />}
      </div>
      {oneUnit && <WeightPlane side={side} watch={watch} />}
      {beside && <Sentences isRule={watch !== null} />}
    </div>
  );
}

/** What is true of the table and of this network's training. */
function Sentences({ isRule }: { isRule: boolean }) {
  const experiment = useSelect((state) => state.experiment);
  const dataset = useDataset();
  const separability = useMemo(() => separabilitySentence(experiment, dataset), [experiment, dataset]);
  const gradient = gradientSentence(experiment);
  // The rule's own readout tells it.
  if (isRule && gradient === null) return null;
  return (
    <div className="gate-sentences">
      {!isRule && <p>{separability}</p>}
      {gradient !== null && (
        <p>
          {gradient.title} {gradient.text}
        </p>
      )}
    </div>
  );
}
