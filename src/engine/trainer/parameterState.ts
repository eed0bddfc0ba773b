import type { OptimizerKind } from '../../experiment/names';
import type { UpdateSpec } from '../network';
import { OPTIMIZER_VECTORS } from '../optimizers/optimizers';
import type { Reals } from '../reals';
import { hasClip } from './penalty';
import { HEADER_LENGTH, readHeader, stateLength, writeHeader } from './stateLayout';

/** Vectors in the layout's order. An engine says where they lie. */
export interface ParameterVectors {
  readonly parameters: Reals;
  /** Summed over the tokens whose gradients wait. */
  readonly gradient: Reals;
  /** what the optimizer keeps from step to step */
  readonly first: Reals;
  readonly second: Reals;
  /** 1 where the L1 penalty has stopped a weight at 0 */
  readonly clipped: Reals;
}

/** The parameters and all that going on with them needs; written to and read from checkpoints. */
export class ParameterState {
  /** tokens whose gradients wait in `gradient` for the next update */
  carried = 0;
  /** steps of the present optimizer */
  t = 0;

  constructor(
    public vectors: ParameterVectors,
    private update: UpdateSpec,
  ) {}

  get parameters(): Reals {
    return this.vectors.parameters;
  }

  /** A different optimizer begins with cleared moments. */
  setUpdate(update: UpdateSpec): void {
    if (update.optimizer.kind !== this.update.optimizer.kind) this.clearOptimizer();
    if (update.remainder === 'short') this.carried = 0;
    if (!hasClip(update.regularization)) this.vectors.clipped.fill(0);
    this.update = update;
  }

  /** A typed value frees a weight that the penalty had stopped. */
  setParameter(index: number, value: number): void {
    this.vectors.parameters[index] = value;
    this.vectors.clipped[index] = 0;
  }

  private clearOptimizer(): void {
    this.vectors.first.fill(0);
    this.vectors.second.fill(0);
    this.t = 0;
  }

  isFinite(): boolean {
    const { parameters, first, second } = this.vectors;
    const moments = OPTIMIZER_VECTORS[this.update.optimizer.kind];
    if (!isFiniteVector(parameters)) return false;
    return (moments < 1 || isFiniteVector(first)) && (moments < 2 || isFiniteVector(second));
  }

  get stateLength(): number {
    return stateLength(this.update, this.parameters.length);
  }

  copyState(into: Reals): void {
    const { update, t, carried } = this;
    const { parameters, gradient, clipped } = this.vectors;
    const count = parameters.length;
    const hasCarried = update.remainder === 'carry';
    const hasClipped = hasClip(update.regularization);
    into.set(parameters);
    writeHeader(into, count, { optimizer: update.optimizer.kind, t, carried, hasCarried, hasClipped });
    let at = count + HEADER_LENGTH;
    for (const vector of this.optimizerVectors(update.optimizer.kind)) {
      into.set(vector, at);
      at += count;
    }
    if (hasCarried) {
      into.set(gradient, at);
      at += count;
    }
    if (hasClipped) into.set(clipped, at);
  }

  restoreState(state: Reals): void {
    const { update } = this;
    const { parameters, gradient, clipped } = this.vectors;
    const count = parameters.length;
    if (state.length < count + HEADER_LENGTH) {
      throw new Error(
        `A checkpoint of ${count} parameters was expected, got a state of ${state.length} numbers.`,
      );
    }
    const header = readHeader(state, count);
    const copy = (to: Reals, from: number) => to.set(state.subarray(from, from + count));
    copy(parameters, 0);
    this.clearOptimizer();
    let at = count + HEADER_LENGTH;
    const same = header.optimizer === update.optimizer.kind;
    if (same) this.t = header.t;
    for (const vector of this.optimizerVectors(header.optimizer)) {
      if (same) copy(vector, at);
      at += count;
    }
    this.carried = update.remainder === 'carry' ? header.carried : 0;
    if (header.hasCarried) {
      copy(gradient, at);
      at += count;
    }
    clipped.fill(0);
    if (header.hasClipped && hasClip(update.regularization)) copy(clipped, at);
  }

  private optimizerVectors(kind: OptimizerKind): readonly Reals[] {
    return [this.vectors.first, this.vectors.second].slice(0, OPTIMIZER_VECTORS[kind]);
  }
}

function isFiniteVector(vector: Reals): boolean {
  for (let i = 0; i < vector.length; i++) if (!Number.isFinite(vector[i])) return false;
  return true;
}
