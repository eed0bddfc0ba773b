import { describe, expect, it } from 'vitest';
import { createPlainEngine } from '../../../src/engine/plain/createPlainEngine';
import { createSimdEngine } from '../../../src/engine/simd/createSimdEngine';
import { initialParameters } from '../../../src/engine/initialWeights';
import { networkSpec, updateSpec } from '../../../src/engine/network';
import type { Engine, Trainer } from '../../../src/engine/engine';
import { gatePoints } from '../../../src/data/lectures/gates';
import {
  removeLayer,
  setDataset,
  setLearningRate,
  setNetwork,
  setTable,
  setVariant,
} from '../../../src/experiment/changes';
import { DEFAULT_EXPERIMENT } from '../../../src/experiment/defaults';
import type { Experiment } from '../../../src/experiment/experiment';
import { coordinateCount } from '../../../src/experiment/shape';
import { createMistakeCount } from '../../../src/figures/gates/mistakeCount';
import {
  createPerceptronRun,
  type PerceptronRun,
  type RuleSettings,
} from '../../../src/figures/gates/perceptronRun';
import {
  isPerceptronRule,
  removeHiddenLayers,
  setPerceptronRule,
} from '../../../src/figures/gates/perceptronRule';
import type { EngineName } from '../../../src/protocol/messages';
import type { GateName, Precision } from '../../../src/experiment/names';

/** An engine, and the precision in which it is asked to train. */
interface Way extends Omit<Engine, 'kind'> {
  readonly kind: EngineName;
  readonly precision: Precision;
}

const bare = removeLayer()(removeLayer()(DEFAULT_EXPERIMENT));

function ruleOn(gate: GateName): Experiment {
  return setPerceptronRule()(setDataset(gate)(bare));
}

function pointsOf({ problem }: Experiment) {
  if (problem.dataset === 'custom') throw new Error('Expected a gate, found points of one’s own.');
  return gatePoints(problem);
}

function settingsOf(experiment: Experiment, engine: Way): RuleSettings {
  const { count, inputs, targets } = pointsOf(experiment);
  const width = coordinateCount(experiment.problem);
  return {
    inputs: Array.from({ length: count }, (_, row) => inputs.slice(row * width, (row + 1) * width)),
    targets: Array.from(targets),
    learningRate: experiment.training.optimizer.learningRate,
    engine: engine.kind,
  };
}

/** The engine's own training of a gate, as the page trains. */
function trainerOf(experiment: Experiment, engine: Way): Trainer {
  const { count, coordinates, inputs, targets } = pointsOf(experiment);
  const byFeature = Float64Array.from(
    { length: inputs.length },
    (_, i) => inputs[(i % count) * coordinates + Math.floor(i / count)] ?? NaN,
  );
  return engine.createTrainer({
    network: networkSpec(experiment),
    update: updateSpec(experiment, count),
    train: { count, inputs: byFeature, targets },
    test: { count: 0, inputs: new Float64Array(0), targets: new Float64Array(0) },
    parameters: initialParameters(experiment),
    precision: engine.precision,
  });
}

function fromStart(experiment: Experiment, engine: Way): PerceptronRun {
  return createPerceptronRun(settingsOf(experiment, engine), {
    step: 0,
    position: 0,
    parameters: initialParameters(experiment),
  });
}

const PLAIN: Way = { ...createPlainEngine(), precision: 'single' };
const SIMD: Way = { ...createSimdEngine(), precision: 'single' };
const DOUBLE: Way = { ...createPlainEngine(), kind: 'double', precision: 'double' };
const EASY = 1_000_000;

describe.each([PLAIN, SIMD, DOUBLE])('the perceptron rule on the $kind engine', (engine) => {
  it('learns AND as worked by hand: 10 mistakes in 6 passes, w = (2, 1), b = −2', () => {
    const experiment = ruleOn('and');
    const trainer = trainerOf(experiment, engine);
    let mistakes = 0;
    let passes = 0;
    for (let inPass = -1; inPass !== 0; passes++) {
      inPass = 0;
      do {
        const before = Array.from(trainer.parameters);
        const ended = trainer.update();
        if (Array.from(trainer.parameters).some((value, i) => value !== before[i])) inPass++;
        if (ended) break;
      } while (inPass >= 0);
      mistakes += inPass;
    }
    expect({ mistakes, passes }).toEqual({ mistakes: 10, passes: 6 });
    expect(Array.from(trainer.parameters)).toEqual([2, 1, -2]);
    expect(trainer.evaluate('train')).toEqual({ loss: 0, score: 1 });
  });

  it.each([1, 0.1, 0.37])('is repeated on the page bit for bit, learning rate %f', (learningRate) => {
    for (const gate of ['and', 'or', 'nand', 'xor-gate', 'parity'] as const) {
      const parity3 =
        gate === 'parity' ? setVariant('3')(setDataset('parity')(bare)) : setDataset(gate)(bare);
      const drawn = setNetwork({ initial: 'xavier' })(setPerceptronRule()(parity3));
      const experiment = setLearningRate(learningRate)(drawn);
      const trainer = trainerOf(experiment, engine);
      const run = fromStart(experiment, engine);
      for (let step = 1; step <= 300; step++) {
        trainer.update();
        run.goTo(step, EASY);
        expect(Array.from(run.parameters)).toEqual(Array.from(trainer.parameters));
        expect(run.position).toBe(trainer.progress.position);
      }
    }
  });

  it('goes round on XOR for ever, with a mistake in every pass', () => {
    const trainer = trainerOf(ruleOn('xor-gate'), engine);
    for (let pass = 0; pass < 1000; pass++) {
      const before = trainer.parameters.slice();
      let moved = false;
      for (let ended = false; !ended;) {
        ended = trainer.update();
        moved ||= trainer.parameters.some((value, i) => value !== before[i]);
      }
      expect(moved).toBe(true);
      expect(trainer.evaluate('train').score).toBeLessThan(1);
    }
  });
});

describe('the count of a run', () => {
  const engine = SIMD;

  it('has 10 mistakes in 6 passes on AND, however far the run has gone', () => {
    const run = fromStart(ruleOn('and'), engine);
    for (const step of [24, 25, 4000, 123_456_789]) {
      expect(run.goTo(step, EASY)).toBe(true);
      expect(run.count.converged).toEqual({ passes: 6, mistakes: 10 });
      expect(run.count.mistakes).toBe(10);
      expect(run.count.passes).toBe(Math.floor(step / 4));
      expect(Array.from(run.parameters)).toEqual([2, 1, -2]);
    }
    run.goTo(23, EASY);
    expect(run.count.converged).toBeNull();
  });

  it('counts the rounds of XOR that it passes over as if it had gone through them', () => {
    const rounds = fromStart(ruleOn('xor-gate'), engine);
    const single = fromStart(ruleOn('xor-gate'), engine);
    for (const step of [7, 40, 41, 1002, 5000]) {
      rounds.goTo(step, EASY);
      while (single.step < step) single.goTo(single.step + 1, 1);
      expect(rounds.count).toEqual(single.count);
      expect(rounds.position).toBe(single.position);
    }
    expect(rounds.goTo(10 ** 12 + 3, 1000)).toBe(true);
    expect(rounds.count.converged).toBeNull();
  });

  it('tells the row looked at last and the update it made', () => {
    const run = fromStart(ruleOn('and'), engine);
    run.goTo(4, EASY);
    expect(run.count.last).toMatchObject({ row: 3, excitation: 0, output: 0, target: 1 });
    expect(Array.from(run.count.last?.before ?? [], (w) => w + 0)).toEqual([0, 0, 0]);
    expect(Array.from(run.count.last?.after ?? [])).toEqual([1, 1, 1]);
    expect(run.count).toMatchObject({ mistakes: 1, passMistakes: 1, passes: 1 });
  });

  it('is the same after going back and forth, as when the timeline is scrubbed', () => {
    const settings = settingsOf(ruleOn('and'), engine);
    const count = createMistakeCount(settings, [0, 0, 0]);
    const moment = (step: number) => {
      const run = fromStart(ruleOn('and'), engine);
      run.goTo(step, EASY);
      return { step, position: run.position, parameters: run.parameters };
    };
    const seen = [5, 17, 24, 9, 17].map((step) => count.at(moment(step), '')?.mistakes);
    expect(seen).toEqual([2, 9, 10, 4, 9]);
  });

  it('is believed from the start only where the start leads to the weights on show', () => {
    const settings = settingsOf(ruleOn('and'), engine);
    const count = createMistakeCount(settings, [0, 0, 0]);
    const strange = { step: 8, position: 0, parameters: [5, 5, 5] };
    expect(count.at(strange, '')).toMatchObject({ since: 8, mistakes: 0, last: null });
  });

  it('begins anew where weights were changed by hand, and is found again before that', () => {
    const settings = settingsOf(ruleOn('and'), engine);
    const count = createMistakeCount(settings, [0, 0, 0]);
    const run = fromStart(ruleOn('and'), engine);
    run.goTo(12, EASY);
    expect(count.at(run, '')).toMatchObject({ since: 0, mistakes: 7 });
    const edited = createPerceptronRun(settings, { step: 12, position: 0, parameters: [9, 9, 9] });
    expect(count.at(edited, 'edit')).toMatchObject({ since: 12, mistakes: 0 });
    edited.goTo(14, EASY);
    expect(count.at(edited, 'edit')).toMatchObject({ since: 12, mistakes: 2 });
    run.goTo(11, EASY);
    expect(count.at(run, '')).toMatchObject({ since: 0, mistakes: 6 });
  });

  it('does not call a pass complete of which it has seen only a part', () => {
    const settings = settingsOf(ruleOn('and'), engine);
    const run = createPerceptronRun(settings, { step: 2, position: 2, parameters: [2, 1, -2] });
    run.goTo(4, EASY);
    expect(run.count.converged).toBeNull();
    run.goTo(8, EASY);
    expect(run.count.converged).toEqual({ passes: 2, mistakes: 0 });
  });
});

describe('the button', () => {
  it('sets step, perceptron loss, SGD with rate 1, one row at a time in order, from zeros', () => {
    const experiment = ruleOn('xor-gate');
    expect(isPerceptronRule(experiment)).toBe(true);
    expect(Array.from(initialParameters(experiment), (w) => w + 0)).toEqual([0, 0, 0]);
    expect(experiment.training).toMatchObject({
      optimizer: { kind: 'sgd', learningRate: 1 },
      batchSize: 1,
      order: 'sequential',
    });
  });

  it('leaves a network with hidden layers alone, until those are removed', () => {
    const deep = setDataset('truth-table')(DEFAULT_EXPERIMENT);
    expect(setPerceptronRule()(deep)).toBe(deep);
    const rule = setPerceptronRule()(setTable('01101001')(removeHiddenLayers()(deep)));
    expect(rule.network.hidden).toEqual([]);
    expect(isPerceptronRule(rule)).toBe(true);
  });
});
