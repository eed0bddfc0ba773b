import type { Reals } from '../../engine/reals';
import type { EngineName } from '../../protocol/messages';

/**
 * The perceptron rule repeated on the page, bit for bit as the engine trains, so that mistakes can be counted although
 * frames skip updates. One row of inputs after the other: ŷ = step(w·x + b), then w ← w + η(y − ŷ)x and b ← b + η(y − ŷ).
 */
export interface RuleSettings {
  /** [row][input] */
  readonly inputs: readonly ArrayLike<number>[];
  /** [row] 0 or 1 */
  readonly targets: readonly number[];
  readonly learningRate: number;
  /**
   * In single precision the plain engine adds up in double and rounds once, the other one rounds each sum and product; in
   * double precision nothing is rounded.
   */
  readonly engine: EngineName;
}

/** Where the rule stands: updates made, the row that comes next, the weights and last the bias. */
export interface RuleMoment {
  readonly step: number;
  readonly position: number;
  readonly parameters: ArrayLike<number>;
}

/** One row looked at, and what came of it. */
export interface RuleLook {
  readonly row: number;
  /** e = w·x + b */
  readonly excitation: number;
  readonly output: 0 | 1;
  readonly target: number;
  readonly before: Reals;
  readonly after: Reals;
}

export interface RuleCount {
  readonly mistakes: number;
  /** in the pass of the row looked at last */
  readonly passMistakes: number;
  /** passes that are complete */
  readonly passes: number;
  /** the first complete pass without a mistake, and the mistakes up to it */
  readonly converged: { readonly passes: number; readonly mistakes: number } | null;
  readonly last: RuleLook | null;
}

export interface PerceptronRun {
  readonly start: RuleMoment;
  readonly step: number;
  readonly position: number;
  readonly parameters: Reals;
  readonly count: RuleCount;
  /** Goes to an update, back or ahead, making at most `most` of them one by one. Whether it has got there. */
  goTo(step: number, most: number): boolean;
}

/** Starts of passes that are remembered to tell when the rule comes round. */
const MOST_STARTS = 20_000;

export function createPerceptronRun(settings: RuleSettings, from: RuleMoment): PerceptronRun {
  const rows = settings.inputs.length;
  const start: RuleMoment = { ...from, parameters: vectorOf(settings.engine, from.parameters) };
  let run = begin(settings.engine, start);

  /** A pass begins with weights that it began with before: whole turns of that round are passed over. */
  function skipRounds(target: number): void {
    if (run.position !== 0) return;
    const key = run.parameters.join();
    const seen = run.starts.get(key);
    if (seen === undefined) {
      if (run.starts.size < MOST_STARTS)
        run.starts.set(key, { step: run.step, mistakes: run.mistakes, passes: run.passes });
      return;
    }
    const length = run.step - seen.step;
    // The last round is gone through, for the row looked at last.
    const rounds = Math.floor((target - 1 - run.step) / length);
    if (rounds < 1) return;
    run.passes += rounds * (run.passes - seen.passes);
    run.mistakes += rounds * (run.mistakes - seen.mistakes);
    run.step += rounds * length;
    run.starts.clear();
  }

  function lookAtNext(): void {
    const { position: row, parameters } = run;
    const x = settings.inputs[row] ?? [];
    const target = settings.targets[row] ?? 0;
    const excitation = excite(settings.engine, parameters, x);
    const output = excitation > 0 ? 1 : 0;
    run.before.set(parameters);
    if (output !== target) learn(settings, parameters, x, output - target);
    if (row === 0) run.passMistakes = 0;
    run.passMistakes += output === target ? 0 : 1;
    run.mistakes += output === target ? 0 : 1;
    run.last = { row, excitation, output, target };
    run.step++;
    run.position = (row + 1) % rows;
    if (run.position === 0) completePass();
  }

  function completePass(): void {
    run.passes++;
    // A pass that began within was not seen as a whole.
    const isWhole = run.step - start.step >= rows;
    if (isWhole && run.passMistakes === 0) run.converged ??= { passes: run.passes, mistakes: run.mistakes };
  }

  return {
    start,
    get step() {
      return run.step;
    },
    get position() {
      return run.position;
    },
    get parameters() {
      return run.parameters;
    },
    get count() {
      const { mistakes, passMistakes, passes, converged, last, before, parameters } = run;
      const shown = last && { ...last, before: before.slice(), after: parameters.slice() };
      return { mistakes, passMistakes, passes, converged, last: shown };
    },
    goTo(step, most) {
      if (step < run.step) run = begin(settings.engine, start);
      for (let left = most; run.step < step && left > 0; left--) {
        skipRounds(step);
        lookAtNext();
      }
      return run.step === step;
    },
  };
}

interface PassStart {
  readonly step: number;
  readonly mistakes: number;
  readonly passes: number;
}

interface Going {
  step: number;
  position: number;
  parameters: Reals;
  mistakes: number;
  passMistakes: number;
  passes: number;
  converged: RuleCount['converged'];
  last: Omit<RuleLook, 'before' | 'after'> | null;
  /** the parameters before the last update */
  readonly before: Reals;
  /** how each pass began, by its weights */
  starts: Map<string, PassStart>;
}

function vectorOf(engine: EngineName, values: ArrayLike<number>): Reals {
  return engine === 'double' ? Float64Array.from(values) : Float32Array.from(values);
}

const exact = (value: number): number => value;
/** After every sum and product. */
const rounding = (engine: EngineName) => (engine === 'simd' ? Math.fround : exact);
/** Where a number is stored. */
const storing = (engine: EngineName) => (engine === 'double' ? exact : Math.fround);

function begin(engine: EngineName, { step, position, parameters }: RuleMoment): Going {
  const counts = { mistakes: 0, passMistakes: 0, passes: 0, converged: null, last: null };
  const [now, before] = [vectorOf(engine, parameters), vectorOf(engine, parameters)];
  return { step, position, parameters: now, before, ...counts, starts: new Map() };
}

function excite(engine: EngineName, parameters: Reals, x: ArrayLike<number>): number {
  const round = rounding(engine);
  let sum = parameters[x.length] ?? 0;
  for (let i = 0; i < x.length; i++) sum = round(sum + round((parameters[i] ?? 0) * (x[i] ?? 0)));
  return storing(engine)(sum);
}

/** w ← w − η ε x with ε = ŷ − y */
function learn(
  { learningRate, engine }: RuleSettings,
  parameters: Reals,
  x: ArrayLike<number>,
  error: number,
): void {
  const [round, store] = [rounding(engine), storing(engine)];
  const rate = round(learningRate);
  for (let i = 0; i <= x.length; i++) {
    const gradient = store(error * (i < x.length ? (x[i] ?? 0) : 1));
    parameters[i] = (parameters[i] ?? 0) - round(rate * gradient);
  }
}
