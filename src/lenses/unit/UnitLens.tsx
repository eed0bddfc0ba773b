import { useMemo, useRef } from 'react';
import { useSize } from '../../controls/useSize';
import { useSelect } from '../../store/context';
import { useMarkedToken } from '../useMarkedToken';
import { AffineTable } from './AffineTable';
import { UnitControls } from './UnitControls';
import { UnitFigures } from './UnitFigures';
import { UnitFormula } from './UnitFormula';
import { createUnitModel } from './unitModel';
import { useLensUnit } from './useLensUnit';
import './UnitLens.css';

/** From this width on the words stand beside the figures. */
const BESIDE = 860;

/** One unit opened: excitation → activation curve → activation → what it sends on. */
export function UnitLens() {
  const experiment = useSelect((state) => state.experiment);
  useMarkedToken();
  const { ref, receiver, running, choose } = useLensUnit();
  const { layer, unit } = ref;
  const model = useMemo(
    () => createUnitModel(experiment, { layer, unit }, receiver, running),
    [experiment, layer, unit, receiver, running],
  );
  const box = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const token = useRef<HTMLParagraphElement>(null);
  const { width } = useSize(box);
  return (
    <div ref={box} className="unit-lens" data-beside={width >= BESIDE || undefined}>
      <div className="unit-lens-head">
        <UnitControls model={model} choose={choose} />
        <UnitFormula model={model} />
      </div>
      <UnitFigures model={model} text={text} token={token} beside={width >= BESIDE} />
      <p ref={token} className="unit-lens-token" />
      {/* Scrolls where a map of many numbers needs it, and is reached by the keyboard then. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className="unit-lens-side" role="region" aria-label="In words" tabIndex={0}>
        {model.run !== null && <AffineTable model={model} run={model.run} />}
        <div ref={text} className="unit-lens-text">
          <p />
          <p />
          <p />
        </div>
      </div>
    </div>
  );
}
