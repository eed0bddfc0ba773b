import type { Trainer } from '../../engine/engine';
import { power } from '../../engine/math/exponential';
import { networkSpec, updateSpec } from '../../engine/network';
import { OPTIMIZER_VECTORS } from '../../engine/optimizers/optimizers';
import { createPlainEngine } from '../../engine/plain/createPlainEngine';
import type { Reals } from '../../engine/reals';
import type { TokenSet } from '../../engine/tokens';
import { HEADER_LENGTH, readHeader } from '../../engine/trainer/stateLayout';
import type { Experiment } from '../../experiment/experiment';
import type { Token } from './values';

/** What the optimizer makes of a step. */
export interface StepUpdate {
  /** Takes the optimizer's state, in the precision in which it is trained, and the tokens of the step. */
  follow(state: Reals | null, tokens: readonly Token[]): void;
  /** after the step, in the layout's order */
  parameters(): Float64Array;
  /** mean over the tokens, after the step */
  loss(): number;
  /**
   * A number of the optimizer, for the parameter at `at` in the layout's order; NaN where it has no such number.
   *
   * - `a`, `A`: the first vector that it keeps, before and after the step: v of momentum, s of AdaGrad and RMSProp, m of
   *   Adam; `k`, `K`: the second, v of Adam
   * - `t`: its step, counted from 1; `1`, `2`: Adam's 1 − β₁ᵗ and 1 − β₂ᵗ; `z`, `Z`: its m̂ and v̂ after the step
   */
  valueOf(letter: string, at: number): number;
}

interface Stepped {
  readonly parameters: Float64Array;
  readonly loss: number;
  /** checkpoints around the step, see `stateLayout` */
  readonly before: Reals;
  readonly after: Reals;
}

/** Computed by the plain engine in double precision when first asked for; `present` are the parameters before the step. */
export function createStepUpdate(experiment: Experiment, present: Float64Array): StepUpdate {
  const network = networkSpec(experiment);
  const { optimizer } = experiment.training;
  const count = present.length;
  let trainer: Trainer | null = null;
  let state: Reals | null = null;
  let tokens: readonly Token[] = [];
  let stepped: Stepped | null = null;

  function step(): Stepped {
    const train = tokenSet(tokens);
    const test = tokenSet([]);
    const whole = { batchSize: train.count, order: 'sequential', remainder: 'short' } as const;
    const update = { ...updateSpec(experiment, train.count), ...whole };
    // Without a state the optimizer has gathered nothing yet.
    if (state === null) trainer = null;
    trainer ??= createPlainEngine().createTrainer({
      ...{ network, update, train, test, parameters: present, precision: 'double' },
    });
    trainer.setTokens(train, test);
    trainer.setUpdate(update);
    if (state !== null) trainer.restore({ step: 0, epoch: 0, position: 0, state: Float64Array.from(state) });
    const before = trainer.save().state;
    trainer.update();
    const loss = trainer.evaluate('train').loss;
    return { parameters: Float64Array.from(trainer.parameters), loss, before, after: trainer.save().state };
  }

  const made = (): Stepped => (stepped ??= step());
  const kept = (of: Reals, vector: number, at: number): number =>
    vector < OPTIMIZER_VECTORS[optimizer.kind] ? (of[(1 + vector) * count + HEADER_LENGTH + at] ?? NaN) : NaN;
  const correction = (which: 'beta1' | 'beta2'): number =>
    optimizer.kind === 'adam' ? 1 - power(optimizer[which], readHeader(made().after, count).t) : NaN;

  function valueOf(letter: string, at: number): number {
    const { before, after } = made();
    switch (letter) {
      case 'a':
        return kept(before, 0, at);
      case 'A':
        return kept(after, 0, at);
      case 'k':
        return kept(before, 1, at);
      case 'K':
        return kept(after, 1, at);
      case 't':
        return readHeader(after, count).t;
      case '1':
        return correction('beta1');
      case '2':
        return correction('beta2');
      case 'z':
        return kept(after, 0, at) / correction('beta1');
      case 'Z':
        return kept(after, 1, at) / correction('beta2');
      default:
        return NaN;
    }
  }

  return {
    follow(nextState, next) {
      state = nextState;
      tokens = next;
      stepped = null;
    },
    parameters: () => made().parameters,
    loss: () => made().loss,
    valueOf,
  };
}

/** Unit-major, as the engine takes tokens. */
function tokenSet(tokens: readonly Token[]): TokenSet {
  const rows = (of: (token: Token) => Float64Array): Float64Array => {
    const width = tokens[0] === undefined ? 0 : of(tokens[0]).length;
    return Float64Array.from({ length: width * tokens.length }, (_, i) => {
      const token = tokens[i % tokens.length];
      return token === undefined ? 0 : (of(token)[Math.floor(i / tokens.length)] ?? 0);
    });
  };
  return { count: tokens.length, inputs: rows(({ input }) => input), targets: rows(({ target }) => target) };
}
