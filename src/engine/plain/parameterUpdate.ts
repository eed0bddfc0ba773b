import type { Layout } from '../engine';
import type { UpdateSpec } from '../network';
import { optimizerStep } from '../optimizers/optimizers';
import { createReals, type Precision, type Reals } from '../reals';
import { frozenIndices } from '../trainer/frozen';
import { ParameterState } from '../trainer/parameterState';
import { addPenaltyGradient, clipByPenalty, hasClip } from '../trainer/penalty';

/** An update of the parameters: mean gradient, penalty, optimizer, what is held in place. */
export class ParameterUpdate {
  readonly state: ParameterState;
  /** the parameters before the update under way */
  private readonly before: Reals;
  private frozen: Int32Array;

  constructor(
    private readonly layout: Layout,
    precision: Precision,
    parameters: ArrayLike<number>,
    private update: UpdateSpec,
  ) {
    const vector = () => createReals(precision, layout.parameterCount);
    const vectors = {
      parameters: vector(),
      gradient: vector(),
      first: vector(),
      second: vector(),
      clipped: vector(),
    };
    vectors.parameters.set(parameters);
    this.state = new ParameterState(vectors, update);
    this.before = vector();
    this.frozen = frozenIndices(update, layout);
  }

  setUpdate(update: UpdateSpec): void {
    this.state.setUpdate(update);
    this.update = update;
    this.frozen = frozenIndices(update, this.layout);
  }

  /** Clears the gradient, unless tokens carried from the epoch before wait in it. */
  begin(): void {
    if (this.state.carried === 0) this.state.vectors.gradient.fill(0);
  }

  /** Updates by the mean of the gradients summed since `begin`. */
  apply(): void {
    const { before, update, layout, state } = this;
    const { parameters: w, gradient: g, first, second, clipped } = state.vectors;
    const { optimizer, regularization } = update;
    const clip = hasClip(regularization);
    const share = 1 / state.carried;
    for (let i = 0; i < g.length; i++) g[i] *= share;
    if (!clip) addPenaltyGradient(g, w, layout, regularization);
    if (clip || this.frozen.length > 0) before.set(w);
    this.clearHeldGradients(clip);
    state.t++;
    optimizerStep(optimizer, w, g, first, second, state.t);
    if (clip) {
      clipByPenalty(w, before, clipped, layout, optimizer.learningRate * regularization.rate);
      for (let i = 0; i < w.length; i++) if (clipped[i] === 1) w[i] = 0;
    }
    this.restoreFrozen();
    state.carried = 0;
  }

  /** Held parameters get no gradient, so that no momentum waits in them for the day they are let go. */
  private clearHeldGradients(clip: boolean): void {
    const { frozen } = this;
    const { gradient, clipped } = this.state.vectors;
    for (let f = 0; f < frozen.length; f++) gradient[frozen[f]] = 0;
    if (clip) for (let i = 0; i < clipped.length; i++) if (clipped[i] === 1) gradient[i] = 0;
  }

  private restoreFrozen(): void {
    const { frozen, before } = this;
    const { parameters, clipped } = this.state.vectors;
    for (let f = 0; f < frozen.length; f++) {
      const index = frozen[f];
      parameters[index] = before[index];
      if (before[index] !== 0) clipped[index] = 0;
    }
  }
}
