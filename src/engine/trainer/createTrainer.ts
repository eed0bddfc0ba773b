import type { Backend, CreateBackend } from '../backend';
import type { Checkpoint, Evaluation, Layout, Progress, Trainer, TrainerOptions } from '../engine';
import { createLayout, isSameLayout } from '../layout';
import type { NetworkSpec, UpdateSpec } from '../network';
import { createReals, type Precision, type Reals } from '../reals';
import type { TokenSet } from '../tokens';
import { EpochOrder } from './epochOrder';
import { addPenaltyGradient } from './penalty';
import { updateTokens } from './updateTokens';

/** A trainer on any engine's backend. */
export function createTrainer(options: TrainerOptions, createBackend: CreateBackend): Trainer {
  return new NetworkTrainer(options, createBackend);
}

class NetworkTrainer implements Trainer {
  readonly layout: Layout;
  readonly precision: Precision;
  private readonly backend: Backend;
  private readonly order = new EpochOrder();
  private network: NetworkSpec;
  private spec: UpdateSpec;
  private trainCount: number;
  private step = 0;
  private epoch = 0;
  private position = 0;

  constructor(options: TrainerOptions, createBackend: CreateBackend) {
    const { network, update, precision, parameters, train } = options;
    this.layout = createLayout(network);
    if (parameters.length !== this.layout.parameterCount) {
      throw new Error(`${this.layout.parameterCount} parameters were expected, got ${parameters.length}.`);
    }
    this.precision = precision;
    this.network = network;
    this.spec = update;
    this.trainCount = train.count;
    this.backend = createBackend(options, this.layout);
    this.order.configure(update.order, update.orderSeed, train.count);
  }

  get parameters(): Reals {
    return this.backend.state.parameters;
  }

  get progress(): Progress {
    return { step: this.step, epoch: this.epoch, position: this.position };
  }

  setNetwork(network: NetworkSpec): void {
    if (!isSameLayout(createLayout(network), this.layout)) {
      throw new Error('A network of the same layout was expected, got one of other widths.');
    }
    this.network = network;
    this.backend.setNetwork(network);
  }

  setUpdate(update: UpdateSpec): void {
    this.spec = update;
    this.backend.setUpdate(update);
    this.order.configure(update.order, update.orderSeed, this.trainCount);
  }

  /** The epoch goes on at its place; where the new tokens are too few for that, the next one begins. */
  setTokens(train: TokenSet, test: TokenSet): void {
    this.trainCount = train.count;
    this.backend.setTokens(train, test);
    this.backend.state.carried = 0;
    this.order.configure(this.spec.order, this.spec.orderSeed, train.count);
    if (this.position > 0 && this.position >= train.count) this.completeEpoch();
  }

  setParameter(index: number, value: number): void {
    this.backend.state.setParameter(index, value);
  }

  update(): boolean {
    const { batchSize, remainder } = this.spec;
    this.makeStep(updateTokens(this.spec, this.trainCount - this.position));
    const rest = this.trainCount - this.position;
    if (remainder === 'carry' && rest < batchSize) this.take(rest);
    if (this.position < this.trainCount) return false;
    this.completeEpoch();
    return true;
  }

  finishEpoch(): void {
    const { batchSize, remainder } = this.spec;
    const left = this.trainCount - this.position;
    const rest = left % batchSize;
    // Tokens to be carried are taken by `update`, together with the last full batch.
    const batches = (left - rest) / batchSize - (rest > 0 && remainder === 'carry' ? 1 : 0);
    if (batches > 0) {
      this.order.begin(this.epoch);
      this.backend.steps(this.order, this.position, batches);
      this.step += batches;
      this.position += batches * batchSize;
    }
    if (left > 0 && this.position === this.trainCount) this.completeEpoch();
    else while (!this.update());
  }

  private makeStep(tokens: number): void {
    if (tokens === 0) return;
    this.order.begin(this.epoch);
    this.backend.step(this.order, this.position, tokens);
    this.step++;
    this.position += tokens;
  }

  private take(tokens: number): void {
    if (tokens === 0) return;
    this.order.begin(this.epoch);
    this.backend.take(this.order, this.position, tokens);
    this.position += tokens;
  }

  private completeEpoch(): void {
    this.backend.completeEpoch();
    this.epoch++;
    this.position = 0;
  }

  evaluate(set: 'train' | 'test'): Evaluation {
    return this.backend.evaluate(set);
  }

  outputs(set: 'train' | 'test'): Reals {
    return this.backend.outputs(set);
  }

  nextBatchGradient(): Reals {
    const tokens = Math.min(this.spec.batchSize, this.trainCount - this.position);
    this.order.begin(this.epoch);
    return this.finishGradient(this.backend.gradientOf(this.order, this.position, tokens), tokens);
  }

  gradientNorm(): number {
    const gradient = this.finishGradient(this.backend.fullGradient(), this.trainCount);
    let squares = 0;
    for (let i = 0; i < gradient.length; i++) squares += gradient[i] * gradient[i];
    return Math.sqrt(squares);
  }

  /** Sum over tokens → mean with the penalty. */
  private finishGradient(gradient: Reals, tokens: number): Reals {
    for (let i = 0; i < gradient.length; i++) gradient[i] /= Math.max(1, tokens);
    addPenaltyGradient(gradient, this.parameters, this.layout, this.spec.regularization);
    return gradient;
  }

  isFinite(): boolean {
    return this.backend.state.isFinite();
  }

  deadLayer(): number {
    if (this.trainCount === 0) return -1;
    const hidden = this.layout.layers.length - 1;
    for (let l = 0; l < hidden; l++) {
      if (this.network.layers[l].activation === 'relu' && !this.backend.responds(l)) return l;
    }
    return -1;
  }

  get stateLength(): number {
    return this.backend.state.stateLength;
  }

  copyState(into: Reals): void {
    this.backend.state.copyState(into);
  }

  save(): Checkpoint {
    const state = createReals(this.precision, this.stateLength);
    this.copyState(state);
    return { ...this.progress, state };
  }

  restore(checkpoint: Checkpoint): void {
    this.backend.state.restoreState(checkpoint.state);
    this.step = checkpoint.step;
    this.epoch = checkpoint.epoch;
    this.position = checkpoint.position;
    if (this.position > 0 && this.position >= this.trainCount) this.completeEpoch();
  }
}
