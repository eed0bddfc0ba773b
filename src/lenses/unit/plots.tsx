import type { ReactNode } from 'react';
import { activationFormula, contributionFormula, excitationTex } from '../../figures/unit/formula';
import { isPixelLayer } from '../../figures/unit/pixels';
import { unitName } from '../../panels/network/names';
import { Tex } from '../../panels/network/Tex';
import type { PlotName } from './nearestToken';
import type { UnitModel } from './unitModel';

/** One of the lens' figures. */
export interface UnitPlot {
  readonly plot: PlotName;
  /** accessible name */
  readonly label: string;
  readonly title: ReactNode;
}

/** The figures from left to right. Without a plane or a line a table stands for the maps, and pixels for the first. */
export function plotsOf(model: UnitModel): readonly UnitPlot[] {
  const name = unitName(model.ref, model.sizes.length - 2);
  const curve = curvePlot(name);
  if (model.kind === 'table') {
    const label = `Weights of ${name}, pixel by pixel`;
    const pixels = isPixelLayer(model.experiment.problem, model.ref.layer);
    return pixels ? [{ plot: 'excitation', label, title: 'Weights, pixel by pixel' }, curve] : [curve];
  }
  return [excitationPlot(model, name), curve, activationPlot(model, name), ...sentPlots(model, name)];
}

function excitationPlot({ unit }: UnitModel, name: string): UnitPlot {
  const title = (
    <>
      Excitation <Tex tex={excitationTex(unit)} />
    </>
  );
  return { plot: 'excitation', label: `Excitation of ${name}`, title };
}

function curvePlot(name: string): UnitPlot {
  const title = (
    <>
      Curve <Tex tex="\sigma" />, slope <Tex tex="\sigma'" />
    </>
  );
  const label = `Activation curve of ${name} with the tokens’ excitations, and its derivative`;
  return { plot: 'curve', label, title };
}

function activationPlot({ unit }: UnitModel, name: string): UnitPlot {
  return { plot: 'activation', label: `Activation of ${name}`, title: <Tex tex={activationFormula(unit)} /> };
}

/** An output sends nothing on. */
function sentPlots({ unit, receiver, running, sizes }: UnitModel, name: string): readonly UnitPlot[] {
  if (receiver === null) return [];
  const title = (
    <>
      {running ? 'Sum' : 'Sends'} <Tex tex={contributionFormula(unit, receiver.unit, running)} />
    </>
  );
  const to = unitName(receiver, sizes.length - 2);
  return [{ plot: 'sent', label: `${running ? 'Running sum' : 'Contribution'} of ${name} to ${to}`, title }];
}
