import type { Activation } from '../experiment/names';
import { hasSimd } from '../wasm/simdSupport';
import type { Engine, Trainer } from './engine';
import { hashText, mixHash, unitInterval } from './hash';
import { createLayout } from './layout';
import { cos, sin } from './math/trigonometry';
import type { NetworkSpec, UpdateSpec } from './network';
import { createPlainEngine } from './plain/createPlainEngine';
import { createSimdEngine } from './simd/createSimdEngine';
import type { TokenSet } from './tokens';

/**
 * What `npm run bench` measures: the same networks, data and starting weights for every engine and for other libraries.
 * W1 is the TensorFlow Playground's first network, W2t and W2r its largest, W3 and W4 are what a wider network costs,
 * W5a and W5b the pictures of all units of W1 and W2t.
 */

export const WORKLOADS = ['W1', 'W2t', 'W2r', 'W3', 'W4'] as const;
export type WorkloadName = (typeof WORKLOADS)[number];

export const MAP_WORKLOADS = ['W5a', 'W5b'] as const;
export type MapWorkloadName = (typeof MAP_WORKLOADS)[number];

export type BenchEngine = Engine['kind'];
/** Those that run here. */
export const BENCH_ENGINES: readonly BenchEngine[] = hasSimd() ? ['simd', 'plain'] : ['plain'];

export interface Workload {
  /** All training tokens forward and backward with an update per batch, then both losses where there are test tokens. */
  trainEpoch(): void;
  trainEpochs(count: number): void;
  /** As of the last epoch. `test` is NaN without test tokens. */
  losses(): { readonly train: number; readonly test: number };
}

export interface MapWorkload {
  /** The activation of every unit at every point of the grid. */
  computeMap(): void;
  computeMaps(count: number): void;
  /** Sum of all activations of the last map. */
  checksum(): number;
}

/** A workload as numbers, for whoever else wants to train it. */
export interface WorkloadProblem {
  readonly network: NetworkSpec;
  readonly update: UpdateSpec;
  readonly train: TokenSet;
  readonly test: TokenSet;
  /** in the layout's order: layer by layer weights[receiving][sending], then biases */
  readonly parameters: Float64Array;
}

interface Definition {
  readonly features: number;
  readonly hidden: readonly number[];
  readonly activation: Activation;
  readonly trainCount: number;
  readonly testCount: number;
  readonly batchSize: number;
  readonly optimizer: UpdateSpec['optimizer'];
}

const SMALL_DATA = { trainCount: 250, testCount: 250, batchSize: 10 };
const DEEP = { features: 7, hidden: [8, 8, 8, 8, 8, 8] };
const ADAM = { kind: 'adam', learningRate: 0.001, beta1: 0.9, beta2: 0.999 } as const;

const DEFINITIONS: Readonly<Record<WorkloadName, Definition>> = {
  W1: { ...SMALL_DATA, features: 2, hidden: [4, 2], activation: 'tanh', optimizer: sgd(0.03) },
  W2t: { ...SMALL_DATA, ...DEEP, activation: 'tanh', optimizer: sgd(0.03) },
  W2r: { ...SMALL_DATA, ...DEEP, activation: 'relu', optimizer: sgd(0.003) },
  W3: {
    features: 2,
    hidden: [32, 32],
    activation: 'tanh',
    trainCount: 2000,
    testCount: 0,
    batchSize: 32,
    optimizer: ADAM,
  },
  W4: {
    features: 2,
    hidden: [128, 128, 128],
    activation: 'relu',
    trainCount: 5000,
    testCount: 0,
    batchSize: 128,
    optimizer: ADAM,
  },
};

const MAP_NETWORKS: Readonly<Record<MapWorkloadName, WorkloadName>> = { W5a: 'W1', W5b: 'W2t' };
/** Points a side of a map's grid, and half the side's length. */
const GRID = 100;
const EXTENT = 6;

const SEED = 42;
const NOISE = 0.1;

/** Of the fastest engine, unless one is named. */
export function createWorkload(name: WorkloadName, engine?: BenchEngine): Workload {
  const trainer = engineNamed(engine).createTrainer({ ...workloadProblem(name), precision: 'single' });
  return workloadOf(trainer, DEFINITIONS[name].testCount > 0);
}

export function createMapWorkload(name: MapWorkloadName, engine?: BenchEngine): MapWorkload {
  const { of, inputs, count } = mapGrid(name);
  const { network, parameters } = workloadProblem(of);
  const probe = engineNamed(engine).createProbe(createLayout(network), inputs, count);
  const singles = Float32Array.from(parameters);
  let map: Float32Array = new Float32Array(0);
  const computeMap = () => {
    map = probe.run(network, singles);
  };
  return {
    computeMap,
    computeMaps(times) {
      for (let i = 0; i < times; i++) computeMap();
    },
    checksum: () => map.reduce((sum, value) => sum + value, 0),
  };
}

function engineNamed(name: BenchEngine | undefined): Engine {
  switch (name) {
    case 'simd':
      return createSimdEngine();
    case 'plain':
      return createPlainEngine();
    case undefined:
      return hasSimd() ? createSimdEngine() : createPlainEngine();
  }
}

function workloadOf(trainer: Trainer, evaluates: boolean): Workload {
  let train = trainer.evaluate('train').loss;
  let test = trainer.evaluate('test').loss;
  function trainEpoch(): void {
    trainer.finishEpoch();
    if (!evaluates) return;
    train = trainer.evaluate('train').loss;
    test = trainer.evaluate('test').loss;
  }
  return {
    trainEpoch,
    trainEpochs(count) {
      for (let i = 0; i < count; i++) trainEpoch();
    },
    losses: () => (evaluates ? { train, test } : { train: trainer.evaluate('train').loss, test: NaN }),
  };
}

export function workloadProblem(name: WorkloadName): WorkloadProblem {
  const definition = DEFINITIONS[name];
  const { features, hidden, activation, trainCount, testCount, batchSize, optimizer } = definition;
  const layers = hidden.map((units) => ({ units, activation, residual: false }));
  layers.push({ units: 1, activation: 'tanh', residual: false });
  const network: NetworkSpec = { inputs: features, layers, loss: 'mse', task: 'classification' };
  const tokens = shuffled(trainCount + testCount);
  return {
    network,
    update: {
      optimizer,
      batchSize,
      order: 'sequential',
      remainder: 'short',
      regularization: { kind: 'none', rate: 0 },
      orderSeed: 0,
      frozen: [],
    },
    train: spiral(tokens.slice(0, trainCount), tokens.length, features),
    test: spiral(tokens.slice(trainCount), tokens.length, features),
    parameters: startingParameters(network),
  };
}

/** The points at which a map workload computes the units of another's network. */
export interface MapGrid {
  readonly of: WorkloadName;
  /** [feature][token], row by row from the top */
  readonly inputs: Float64Array;
  readonly count: number;
}

export function mapGrid(name: MapWorkloadName): MapGrid {
  const count = GRID * GRID;
  const at = (cell: number) => -EXTENT + (2 * EXTENT * cell) / (GRID - 1);
  const points = Array.from({ length: count }, (_, i) => [at(i % GRID), -at(Math.floor(i / GRID))] as const);
  const of = MAP_NETWORKS[name];
  return { of, inputs: featureRows(points, DEFINITIONS[of].features), count };
}

function sgd(learningRate: number): UpdateSpec['optimizer'] {
  return { kind: 'sgd', learningRate };
}

function draw(purpose: string, ...keys: readonly number[]): number {
  return unitInterval(keys.reduce(mixHash, hashText(SEED, purpose)));
}

/** The numbers below `count` in an order that only depends on it. */
function shuffled(count: number): number[] {
  const keys = Array.from({ length: count }, (_, i) => draw('order', i));
  return keys.map((_, i) => i).sort((a, b) => keys[a] - keys[b] || a - b);
}

/** Two arms of 1¾ turns, +1 and −1 half a turn apart; of `total` tokens the numbered ones. */
function spiral(tokens: readonly number[], total: number, features: number): TokenSet {
  const points = tokens.map((token) => {
    const position = Math.floor(token / 2) / (total / 2);
    const angle = 2 * Math.PI * (1.75 * position + (token % 2) / 2);
    const noise = (axis: number) => NOISE * (2 * draw('noise', token, axis) - 1);
    return [5 * position * sin(angle) + noise(0), 5 * position * cos(angle) + noise(1)] as const;
  });
  const targets = Float64Array.from(tokens, (token) => (token % 2 === 0 ? 1 : -1));
  return { count: tokens.length, inputs: featureRows(points, features), targets };
}

/** [feature][token]: x₁, x₂, x₁², x₂², x₁x₂, sin x₁, sin x₂, as many as asked for */
function featureRows(points: readonly (readonly [number, number])[], features: number): Float64Array {
  const rows = new Float64Array(features * points.length);
  points.forEach(([a, b], token) => {
    const x1 = Math.fround(a);
    const x2 = Math.fround(b);
    const values = [x1, x2, x1 * x1, x2 * x2, x1 * x2, sin(x1), sin(x2)];
    for (let f = 0; f < features; f++) rows[f * points.length + token] = Math.fround(values[f]);
  });
  return rows;
}

/** Weights U(−½, ½), of wide layers U(±√(3 / inputs)) so that signals neither die nor grow; biases 0.1. */
function startingParameters(network: NetworkSpec): Float64Array {
  const layout = createLayout(network);
  const parameters = new Float64Array(layout.parameterCount);
  for (const { inputs, units, weights, bias } of layout.layers) {
    const limit = inputs > 8 ? Math.sqrt(3 / inputs) : 0.5;
    for (let i = weights; i < bias; i++) {
      parameters[i] = Math.fround(limit * (2 * draw('weights', i) - 1));
    }
    parameters.fill(Math.fround(0.1), bias, bias + units);
  }
  return parameters;
}
