import type { Backend } from '../backend';
import type { Evaluation, Layout, TrainerOptions } from '../engine';
import { gatherTokens, loadRange } from './loadTokens';
import type { NetworkSpec, UpdateSpec } from '../network';
import { createReals, type Reals } from '../reals';
import type { TokenSet } from '../tokens';
import type { EpochOrder } from '../trainer/epochOrder';
import type { ParameterState } from '../trainer/parameterState';
import { Evaluator } from './evaluator';
import { ParameterUpdate } from './parameterUpdate';
import { BLOCK, PlainPasses } from './plainPasses';

/** Training in plain TypeScript, in either precision. After creation only `setTokens` allocates. */
export class PlainBackend implements Backend {
  private readonly passes: PlainPasses;
  private readonly update: ParameterUpdate;
  /** for gradients that are only looked at */
  private readonly scratch: Reals;
  private network: NetworkSpec;
  private batchSize: number;
  private train: Evaluator;
  private test: Evaluator;

  constructor(
    options: TrainerOptions,
    private readonly layout: Layout,
  ) {
    const { network, update, precision, parameters } = options;
    this.network = network;
    this.batchSize = update.batchSize;
    this.passes = new PlainPasses(layout, network, precision, BLOCK);
    this.update = new ParameterUpdate(layout, precision, parameters, update);
    this.scratch = createReals(precision, layout.parameterCount);
    this.train = new Evaluator(options.train, precision);
    this.test = new Evaluator(options.test, precision);
  }

  get state(): ParameterState {
    return this.update.state;
  }

  setNetwork(network: NetworkSpec): void {
    this.network = network;
    this.passes.setNetwork(network);
  }

  setUpdate(update: UpdateSpec): void {
    this.batchSize = update.batchSize;
    this.update.setUpdate(update);
  }

  setTokens(train: TokenSet, test: TokenSet): void {
    const precision = this.scratch instanceof Float32Array ? 'single' : 'double';
    this.train = new Evaluator(train, precision);
    this.test = new Evaluator(test, precision);
  }

  take(order: EpochOrder, position: number, count: number): void {
    this.update.begin();
    this.addGradients(this.state.vectors.gradient, order, position, count);
    this.state.carried += count;
  }

  step(order: EpochOrder, position: number, count: number): void {
    this.take(order, position, count);
    this.update.apply();
  }

  steps(order: EpochOrder, position: number, batches: number): void {
    const { batchSize } = this;
    for (let batch = 0; batch < batches; batch++) this.step(order, position + batch * batchSize, batchSize);
  }

  completeEpoch(): void {}

  private addGradients(gradient: Reals, order: EpochOrder, position: number, count: number): void {
    const { passes } = this;
    const { parameters } = this.state;
    for (let done = 0; done < count; done += passes.capacity) {
      const tokens = Math.min(passes.capacity, count - done);
      gatherTokens(passes, this.train.set, order.indices, position + done, tokens);
      passes.forward(parameters, tokens);
      passes.backward(gradient, parameters, tokens);
    }
  }

  evaluate(set: 'train' | 'test'): Evaluation {
    return this[set].evaluate(this.passes, this.network, this.state.parameters);
  }

  outputs(set: 'train' | 'test'): Reals {
    return this[set].outputs;
  }

  gradientOf(order: EpochOrder, position: number, count: number): Reals {
    this.scratch.fill(0);
    this.addGradients(this.scratch, order, position, count);
    return this.scratch;
  }

  fullGradient(): Reals {
    const { passes, scratch } = this;
    const { parameters } = this.state;
    const { set } = this.train;
    scratch.fill(0);
    for (let start = 0; start < set.count; start += passes.capacity) {
      const tokens = Math.min(passes.capacity, set.count - start);
      loadRange(passes, set, start, tokens);
      passes.forward(parameters, tokens);
      passes.backward(scratch, parameters, tokens);
    }
    return scratch;
  }

  responds(layer: number): boolean {
    const { passes, layout } = this;
    const { set } = this.train;
    for (let start = 0; start < set.count; start += passes.capacity) {
      const tokens = Math.min(passes.capacity, set.count - start);
      loadRange(passes, set, start, tokens);
      passes.forward(this.state.parameters, tokens);
      if (hasNonzero(passes.responses[layer], layout.layers[layer].units * tokens)) return true;
    }
    return false;
  }
}

function hasNonzero(values: Reals, count: number): boolean {
  for (let i = 0; i < count; i++) if (values[i] !== 0) return true;
  return false;
}
