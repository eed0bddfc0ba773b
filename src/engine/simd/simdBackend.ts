import type { Backend } from '../backend';
import type { Evaluation, Layout, TrainerOptions } from '../engine';
import { createLoss } from '../losses/losses';
import type { NetworkSpec, UpdateSpec } from '../network';
import { MOST_SCALARS } from '../optimizers/optimizer';
import { writeOptimizerScalars } from '../optimizers/optimizers';
import type { TokenSet } from '../tokens';
import type { EpochOrder } from '../trainer/epochOrder';
import { frozenIndices } from '../trainer/frozen';
import { ParameterState } from '../trainer/parameterState';
import { hasClip } from '../trainer/penalty';
import {
  align,
  layoutAddresses,
  maskOf,
  PENALTY_RATE,
  PENALTY_STEP,
  RESULTS,
  rowLength,
  SCALARS,
  SHARE,
  type Addresses,
} from './addresses';
import { EngineMemory } from './engineMemory';
import { EpochBlocks } from './epochBlocks';
import { EvaluationSet } from './evaluationSet';
import type { UpdateFormulas } from './kernels/applyUpdate';
import { KernelSet, type KernelSettings } from './kernelSet';

/** Training on kernels written for the network at hand, in single precision. After creation only the setters allocate. */
export class SimdBackend implements Backend {
  readonly state: ParameterState;
  private readonly memory: EngineMemory;
  private network: NetworkSpec;
  private update: UpdateSpec;
  private train: EvaluationSet;
  private test: EvaluationSet;
  private epoch: EpochBlocks;
  private addresses: Addresses;
  /** of the epoch's blocks */
  private blocksAt = 0;
  private kernels: KernelSet;
  private scalars: Float32Array = new Float32Array(0);
  /** tokens that SHARE is written for */
  private sharedBy = 0;
  /** the step from which on the optimizer's numbers stay as they are */
  private settledFrom = Infinity;

  constructor(
    { network, update, train, test, parameters }: TrainerOptions,
    private readonly layout: Layout,
  ) {
    checkLoss(network);
    this.network = network;
    this.update = update;
    this.train = new EvaluationSet(train);
    this.test = new EvaluationSet(test);
    this.epoch = this.createEpoch();
    this.addresses = layoutAddresses(layout, this.epoch.cut.lanes);
    this.memory = new EngineMemory(layout, this.bytes);
    this.state = new ParameterState(this.memory.parameterVectors(), update);
    this.state.parameters.set(parameters);
    this.kernels = this.createKernels();
    this.place();
    this.writeSettings();
  }

  // ---- settings

  setNetwork(network: NetworkSpec): void {
    checkLoss(network);
    this.network = network;
    this.kernels = this.kernels.with(this.kernelSettings);
  }

  setUpdate(update: UpdateSpec): void {
    const isSameBatch = update.batchSize === this.update.batchSize;
    this.state.setUpdate(update);
    this.update = update;
    if (isSameBatch) this.kernels = this.kernels.with(this.kernelSettings);
    else this.placeEpoch();
    this.writeSettings();
  }

  setTokens(train: TokenSet, test: TokenSet): void {
    this.train = new EvaluationSet(train);
    this.test = new EvaluationSet(test);
    this.placeEpoch();
  }

  /** Numbers that kernels read. */
  private writeSettings(): void {
    const { update, memory } = this;
    const { rate } = update.regularization;
    this.settledFrom = Infinity;
    this.scalars = memory.floats.subarray(SCALARS / 4, SCALARS / 4 + MOST_SCALARS);
    memory.floats[PENALTY_RATE / 4] = rate;
    memory.floats[PENALTY_STEP / 4] = update.optimizer.learningRate * rate;
    const movable = memory.vector('movable');
    movable.fill(1);
    for (const index of frozenIndices(update, this.layout)) movable[index] = 0;
  }

  // ---- memory

  private createEpoch(): EpochBlocks {
    const rows = this.network.inputs + this.layout.layers[this.layout.layers.length - 1].units;
    return new EpochBlocks(this.train.set, this.update.batchSize, rows);
  }

  /** Other batches or other tokens: everything behind the vectors finds a new place. */
  private placeEpoch(): void {
    // Outputs of the last evaluation are packed before they are overwritten.
    for (const set of [this.train, this.test]) set.outputs(this.memory.floats);
    this.epoch = this.createEpoch();
    this.addresses = layoutAddresses(this.layout, this.epoch.cut.lanes);
    if (this.memory.reserve(this.bytes)) {
      this.state.vectors = this.memory.parameterVectors();
      this.kernels = this.createKernels();
      this.writeSettings();
      this.sharedBy = 0;
    } else {
      this.kernels = this.kernels.with(this.kernelSettings);
    }
    this.place();
  }

  private get bytes(): number {
    return this.addresses.end + this.train.bytes + this.test.bytes + align(this.epoch.bytes);
  }

  private place(): void {
    const { floats } = this.memory;
    let at = this.addresses.end;
    this.train.write(floats, at);
    at += this.train.bytes;
    this.test.write(floats, at);
    at += this.test.bytes;
    this.blocksAt = at;
  }

  private createKernels(): KernelSet {
    return new KernelSet(this.memory.linear, this.kernelSettings);
  }

  private get kernelSettings(): KernelSettings {
    const { layout, network, update } = this;
    const { regularization, optimizer, frozen } = update;
    const isPenalized = regularization.kind !== 'none' && regularization.rate !== 0;
    const penalty = isPenalized ? regularization.kind : 'none';
    const formulas: UpdateFormulas = {
      optimizer: optimizer.kind,
      // Weights that have been stopped stay so at any rate.
      penalty: hasClip(regularization) ? 'clip' : penalty,
      hasFrozen: frozen.length > 0,
    };
    const { lanes, tokens, restTokens } = this.epoch.cut;
    return { layout, network, lanes, tokens, restTokens, formulas };
  }

  // ---- training

  take(order: EpochOrder, position: number, count: number): void {
    const { state, addresses } = this;
    if (state.carried === 0) state.vectors.gradient.fill(0);
    this.addGradients(addresses.vectors.gradient, order, position, count);
    state.carried += count;
  }

  step(order: EpochOrder, position: number, count: number): void {
    const { state, epoch } = this;
    if (state.carried > 0 || count > epoch.cut.lanes) {
      this.take(order, position, count);
      this.prepare(state.carried);
      this.kernels.update.apply();
      state.carried = 0;
      return;
    }
    const block = this.blockAt(order, position);
    this.prepare(count);
    const step = count === epoch.cut.restTokens ? this.kernels.rest : this.kernels.update.step;
    step(block, maskOf(count));
  }

  steps(order: EpochOrder, position: number, batches: number): void {
    const { state, epoch, update } = this;
    const { batchSize } = update;
    let done = 0;
    // Until the optimizer's numbers are the same from step to step, each step has its own.
    while (done < batches && (epoch.cut.blocks > 1 || state.carried > 0 || state.t + 1 < this.settledFrom)) {
      this.step(order, position + done * batchSize, batchSize);
      done++;
    }
    if (done === batches) return;
    const block = this.blockAt(order, position + done * batchSize);
    this.prepare(batchSize);
    state.t += batches - done - 1;
    this.kernels.update.steps(block, maskOf(batchSize), batches - done);
  }

  completeEpoch(): void {
    this.kernels.update.settle();
  }

  /** Counts a step of the optimizer and writes the numbers that it reads. */
  private prepare(tokens: number): void {
    const { state } = this;
    state.t++;
    if (tokens !== this.sharedBy) {
      this.sharedBy = tokens;
      this.memory.floats[SHARE / 4] = 1 / tokens;
    }
    if (state.t < this.settledFrom && writeOptimizerScalars(this.scalars, this.update.optimizer, state.t))
      this.settledFrom = state.t;
  }

  private blockAt(order: EpochOrder, position: number): number {
    return this.blocksAt + this.epoch.offsetOf(this.memory.floats, this.blocksAt, order, position);
  }

  private addGradients(gradient: number, order: EpochOrder, position: number, count: number): void {
    const { add } = this.kernels.gradient;
    const { cut, blockBytes } = this.epoch;
    let block = this.blockAt(order, position);
    for (let done = 0; done < count; done += cut.lanes, block += blockBytes) {
      add(block, maskOf(Math.min(cut.lanes, count - done)), gradient);
    }
  }

  // ---- looking

  evaluate(set: 'train' | 'test'): Evaluation {
    const tokens = this[set];
    if (tokens.set.count === 0) return { loss: NaN, score: NaN };
    this.kernels.evaluate(tokens.at, tokens.outputsAt, tokens.blockCount, tokens.lastMask);
    const { doubles } = this.memory;
    const first = RESULTS / 8;
    const losses = doubles[first] + doubles[first + 1];
    return tokens.evaluation(this.network, losses, doubles[first + 2] + doubles[first + 3]);
  }

  outputs(set: 'train' | 'test'): Float32Array {
    return this[set].outputs(this.memory.floats);
  }

  gradientOf(order: EpochOrder, position: number, count: number): Float32Array {
    const scratch = this.memory.vector('scratch');
    scratch.fill(0);
    this.addGradients(this.addresses.vectors.scratch, order, position, count);
    return scratch;
  }

  fullGradient(): Float32Array {
    const scratch = this.memory.vector('scratch');
    scratch.fill(0);
    this.eachSpareBlock((block, tokens) => {
      this.kernels.gradient.add(block, maskOf(tokens), this.addresses.vectors.scratch);
      return false;
    });
    return scratch;
  }

  responds(layer: number): boolean {
    const { lanes } = this.epoch.cut;
    const first = this.addresses.training[layer].responses / 4;
    const { units } = this.layout.layers[layer];
    return this.eachSpareBlock((block, tokens) => {
      this.kernels.gradient.forward(block);
      return hasNonzero(this.memory.floats, first, units, rowLength(lanes), tokens);
    });
  }

  /** Lays all training tokens out, one block after the other in the same place, until a look at one says true. */
  private eachSpareBlock(look: (block: number, tokens: number) => boolean): boolean {
    const { epoch, train, memory } = this;
    const { lanes } = epoch.cut;
    const at = this.blocksAt + epoch.spare;
    for (let start = 0; start < train.set.count; start += lanes) {
      const tokens = Math.min(lanes, train.set.count - start);
      epoch.writeBlock(memory.floats, at, train.inOrder, start, tokens);
      if (look(at, tokens)) return true;
    }
    return false;
  }
}

/** Refuses what no kernel could compute before anything is changed. */
function checkLoss({ loss, layers }: NetworkSpec): void {
  createLoss(loss, layers[layers.length - 1].activation);
}

/** Whether any of the first `tokens` values of any row is other than zero. */
function hasNonzero(
  values: Float32Array,
  first: number,
  rows: number,
  length: number,
  tokens: number,
): boolean {
  for (let row = 0; row < rows; row++) {
    const start = first + row * length;
    for (let i = start; i < start + tokens; i++) if (values[i] !== 0) return true;
  }
  return false;
}
