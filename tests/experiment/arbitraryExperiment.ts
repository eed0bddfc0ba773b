import fc from 'fast-check';
import type { Experiment, Problem } from '../../src/experiment/experiment';
import { HIDEABLE_CONTROLS } from '../../src/experiment/hideableControls';
import {
  BATCH_ORDERS,
  CONNECTIVITIES,
  DATASETS,
  HIDDEN_ACTIVATIONS,
  LECTURES,
  LOSSES,
  OPTIMIZERS,
  OUTPUT_ACTIVATIONS,
  variantsOf,
  type OutputActivation,
} from '../../src/experiment/names';
import { TENSORFLOW_PLAYGROUND_DATASETS } from '../../src/experiment/tensorFlowPlaygroundNames';
import { createOptimizer } from '../../src/experiment/defaults';
import { parseExperiment } from '../../src/experiment/schema';
import { availableFeatures, layerSizes, lossChoices, outputChoices } from '../../src/experiment/shape';

/** Valid experiments of every kind, in the form in which the parser gives them back. */

const finite = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));

const single = fc.float({ min: -8, max: 8, noNaN: true }).map((value) => (value === 0 ? 0 : value));

const columns = fc.constantFrom<(readonly [number, number])[]>([2, 3], [0, 1], [3, 0]);

const generated: fc.Arbitrary<Problem> = fc.record({
  dataset: fc.constantFrom(...DATASETS),
  generator: fc.constant('perceptarium' as const),
  seed: fc.integer({ min: 0, max: 999_999 }),
  samples: fc.integer({ min: 20, max: 2000 }),
  noise: finite(0, 0.8),
  trainFraction: finite(0.1, 1),
  columns,
});

/** The figures' own problems, with what each of them adds. */
const lecture: fc.Arbitrary<Problem> = fc
  .record({
    dataset: fc.constantFrom(...LECTURES),
    seed: fc.integer({ min: 0, max: 999_999 }),
    samples: fc.integer({ min: 10, max: 2000 }),
    noise: finite(0, 0.8),
    trainFraction: finite(0.1, 1),
    pick: fc.nat(),
    formula: fc.string({ maxLength: 40, unit: 'binary' }),
    table: fc.constantFrom('0110', '0001', '01101001', '1111000011110000'),
  })
  .map(({ pick, formula, table, ...problem }) => {
    const variants = variantsOf(problem.dataset);
    const variant = variants[pick % Math.max(1, variants.length)];
    return {
      ...problem,
      generator: 'perceptarium' as const,
      ...(variant === undefined ? {} : { variant }),
      ...(variant === 'formula' ? { formula } : {}),
      ...(problem.dataset === 'truth-table' ? { table } : {}),
    };
  });

const playground: fc.Arbitrary<Problem> = fc.record({
  dataset: fc.constantFrom(...TENSORFLOW_PLAYGROUND_DATASETS),
  generator: fc.constant('tensorflow-playground' as const),
  seed: fc.oneof(fc.string({ maxLength: 20 }), fc.constant('0.12345'), fc.integer({ min: 0, max: 99 })),
  samples: fc.constantFrom(500, 1200),
  noise: finite(0, 0.8),
  trainFraction: finite(0.1, 1),
});

const custom: fc.Arbitrary<Problem> = fc
  .record({
    count: fc.integer({ min: 1, max: 12 }),
    coordinates: fc.integer({ min: 1, max: 5 }),
    outputs: fc.integer({ min: 1, max: 4 }),
    task: fc.constantFrom('classification' as const, 'regression' as const),
    values: fc.constantFrom(single, finite(-1e9, 1e9)),
  })
  .chain(({ count, coordinates, outputs, task, values }) =>
    fc.record(
      {
        dataset: fc.constant('custom' as const),
        task: fc.constant(task),
        inputs: matrix(count, coordinates, values),
        targets: matrix(count, outputs, task === 'regression' ? values : fc.constantFrom(0, 1)),
        trainFraction: finite(0, 1),
        train: fc
          .array(fc.boolean(), { minLength: count, maxLength: count })
          .map((flags) => [true, ...flags.slice(1)]),
        extent: finite(0.1, 100),
        columns,
      },
      { requiredKeys: ['dataset', 'task', 'inputs', 'targets', 'trainFraction'] },
    ),
  );

function matrix(rows: number, width: number, values: fc.Arbitrary<number>): fc.Arbitrary<number[][]> {
  const row = fc.array(values, { minLength: width, maxLength: width });
  return fc.array(row, { minLength: rows, maxLength: rows });
}

function outputOf(problem: Problem): fc.Arbitrary<OutputActivation> {
  if (problem.dataset !== 'custom') return fc.constantFrom(...outputChoices(problem));
  const lone = problem.targets[0]?.length === 1;
  return fc.constantFrom(...OUTPUT_ACTIVATIONS.filter((output) => !(lone && output === 'softmax')));
}

const hidden = fc.array(
  fc.record({
    units: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(64)),
    activation: fc.constantFrom(...HIDDEN_ACTIVATIONS),
  }),
  { maxLength: 8 },
);

const optimizer = fc
  .record({ kind: fc.constantFrom(...OPTIMIZERS), rate: finite(1e-6, 10), part: finite(0, 0.9999) })
  .map(({ kind, rate, part }) => {
    const usual = createOptimizer(kind, rate);
    if ('momentum' in usual) return { ...usual, momentum: part };
    if ('decay' in usual) return { ...usual, decay: part };
    return 'beta1' in usual ? { ...usual, beta1: part } : usual;
  });

const training = fc.record({
  optimizer,
  batchSize: fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.constant('all' as const)),
  order: fc.constantFrom(...BATCH_ORDERS),
  remainder: fc.constantFrom('short' as const, 'carry' as const),
  regularization: fc.record({
    kind: fc.constantFrom('none' as const, 'l1' as const, 'l2' as const),
    rate: finite(0, 10),
    clip: fc.boolean(),
  }),
  stop: fc.record(
    {
      lossChange: finite(1e-12, 1),
      gradientNorm: finite(1e-12, 1),
      epochs: fc.integer({ min: 1, max: 1e6 }),
    },
    { requiredKeys: [] },
  ),
});

function withProblem(problem: Problem): fc.Arbitrary<Experiment> {
  const replays = problem.dataset !== 'custom' && problem.generator === 'tensorflow-playground';
  const initials = ['xavier', 'he', 'uniform', 'zeros', ...(replays ? ['tensorflow-playground'] : [])];
  return fc
    .record({
      title: fc.string({ maxLength: 30, unit: 'binary' }),
      seed: fc.integer({ min: 0, max: 999_999 }),
      features: fc.shuffledSubarray([...availableFeatures(problem)], { minLength: 1 }),
      hidden,
      output: outputOf(problem),
      connectivity: fc.constantFrom(...CONNECTIVITIES),
      initial: fc.constantFrom(...initials),
      loss: fc.constantFrom(...LOSSES),
      training,
      precision: fc.constantFrom('single', 'double'),
      hide: fc.subarray([...HIDEABLE_CONTROLS]),
      given: fc.constantFrom(null, single, finite(-1e3, 1e3)),
      frozen: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 3 }),
    })
    .chain(({ output, connectivity, initial, hidden, loss, given, frozen, ...rest }) => {
      const regression = problem.dataset === 'custom' && problem.task === 'regression';
      const fits = lossChoices(output).includes(loss) && !(regression && loss === 'cross-entropy');
      const bare = parsed({
        ...rest,
        version: 1,
        problem,
        network: { hidden, output, connectivity, initial },
        loss: fits ? loss : 'mse',
      });
      const sizes = layerSizes(bare);
      const places = frozen.map(([l, u, f]) => {
        const layer = l % (sizes.length - 1);
        const from = f % ((sizes[layer] ?? 0) + 1);
        return {
          layer,
          unit: u % (sizes[layer + 1] ?? 1),
          from: from === 0 ? ('bias' as const) : from - 1,
        };
      });
      const once = new Map(places.map((place) => [JSON.stringify(place), place]));
      const start = given ? parametersFor(sizes, given) : fc.constant({});
      return start.map((parameters) => parsed({ ...bare, ...parameters, frozen: [...once.values()] }));
    });
}

function parametersFor(sizes: readonly number[], values: fc.Arbitrary<number>): fc.Arbitrary<object> {
  return fc.array(values, { minLength: 1, maxLength: 50 }).map((drawn) => {
    let at = 0;
    const next = () => drawn[at++ % drawn.length] ?? 0;
    const parameters = sizes.slice(1).map((units, l) => ({
      weights: Array.from({ length: units }, () => Array.from({ length: sizes[l] ?? 0 }, next)),
      bias: Array.from({ length: units }, next),
    }));
    return { parameters };
  });
}

function parsed(raw: unknown): Experiment {
  const result = parseExperiment(raw);
  if (!result.ok) throw new Error(`not a valid experiment: ${result.message}`);
  return result.value;
}

export const arbitraryExperiment: fc.Arbitrary<Experiment> = fc
  .oneof(
    { arbitrary: generated, weight: 3 },
    { arbitrary: lecture, weight: 2 },
    { arbitrary: playground, weight: 1 },
    { arbitrary: custom, weight: 3 },
  )
  .chain(withProblem);

/** A random place where a text is cut, or a character of it changed. */
export const damage = fc.record({ at: fc.nat(), with: fc.string({ maxLength: 3 }), cut: fc.boolean() });

export function damaged(
  text: string,
  { at, with: other, cut }: { at: number; with: string; cut: boolean },
): string {
  const place = at % (text.length + 1);
  return text.slice(0, place) + other + (cut ? '' : text.slice(place + 1));
}
