import type { Optimizer } from '../../experiment/experiment';
import type { OptimizerKind } from '../../experiment/names';
import type { Reals } from '../reals';
import { adagradCode, adagradStep } from './adagrad';
import { adamCode, adamStep } from './adam';
import { momentumCode, momentumStep } from './momentum';
import { nesterovCode, nesterovStep } from './nesterov';
import type { OptimizerCode } from './optimizer';
import { rmspropCode, rmspropStep } from './rmsprop';
import { sgdCode, sgdStep } from './sgd';

/** How many vectors the size of the parameters each optimizer keeps from step to step; they start at 0. */
export const OPTIMIZER_VECTORS: Readonly<Record<OptimizerKind, 0 | 1 | 2>> = {
  sgd: 0,
  momentum: 1,
  nesterov: 1,
  adagrad: 1,
  rmsprop: 1,
  adam: 2,
};

/** One update of w by the gradient g. `t` counts the optimizer's own steps from 1. */
export function optimizerStep(
  optimizer: Optimizer,
  w: Reals,
  g: Reals,
  first: Reals,
  second: Reals,
  t: number,
): void {
  switch (optimizer.kind) {
    case 'sgd':
      return sgdStep(w, g, optimizer.learningRate);
    case 'momentum':
      return momentumStep(w, g, first, optimizer.learningRate, optimizer.momentum);
    case 'nesterov':
      return nesterovStep(w, g, first, optimizer.learningRate, optimizer.momentum);
    case 'adagrad':
      return adagradStep(w, g, first, optimizer.learningRate);
    case 'rmsprop':
      return rmspropStep(w, g, first, optimizer.learningRate, optimizer.decay);
    case 'adam':
      return adamStep(w, g, first, second, optimizer, t);
  }
}

export const OPTIMIZER_CODES: { readonly [Kind in OptimizerKind]: OptimizerCode<Kind> } = {
  sgd: sgdCode,
  momentum: momentumCode,
  nesterov: nesterovCode,
  adagrad: adagradCode,
  rmsprop: rmspropCode,
  adam: adamCode,
};

/** As `OptimizerCode.writeScalars`. */
export function writeOptimizerScalars(into: Float32Array, optimizer: Optimizer, t: number): boolean {
  switch (optimizer.kind) {
    case 'sgd':
      return sgdCode.writeScalars(into, optimizer, t);
    case 'momentum':
      return momentumCode.writeScalars(into, optimizer, t);
    case 'nesterov':
      return nesterovCode.writeScalars(into, optimizer, t);
    case 'adagrad':
      return adagradCode.writeScalars(into, optimizer, t);
    case 'rmsprop':
      return rmspropCode.writeScalars(into, optimizer, t);
    case 'adam':
      return adamCode.writeScalars(into, optimizer, t);
  }
}
