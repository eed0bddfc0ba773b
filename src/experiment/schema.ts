import { crossFault } from './crossChecks';
import type { Experiment, LayerParameters, Problem, StopRules } from './experiment';
import { experimentSchema, type RawExperiment } from './experimentSchema';
import { HIDEABLE_CONTROLS } from './hideableControls';
import { variantsOf } from './names';
import { failure, success, type Result } from './result';
import { expectedSentence, showValue } from './sentences';

/** Reads an experiment, bare or as `{ experiment }`. What is missing and has a usual value gets it. */
export function parseExperiment(value: unknown): Result<Experiment> {
  const bare = unwrap(value);
  const version = versionFault(bare);
  if (version !== null) return failure(version);
  const raw = experimentSchema.safeParse(bare);
  if (!raw.success) {
    const issue = raw.error.issues[0];
    const path = issue?.path ?? [];
    return failure(expectedSentence(path, issue?.message ?? 'an experiment', showValue(valueAt(bare, path))));
  }
  const experiment = toExperiment(raw.data);
  const fault = crossFault(experiment);
  return fault ? failure(expectedSentence(fault.path, fault.expected, fault.found)) : success(experiment);
}

function unwrap(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return 'experiment' in value && !('problem' in value) ? value.experiment : value;
}

function versionFault(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const version: unknown = 'version' in value ? value.version : undefined;
  if (version === 1) return null;
  const sentence = expectedSentence(['version'], '1', showValue(version));
  if (typeof version !== 'number' || !(version > 1)) return sentence;
  return `${sentence.slice(0, -1)}; this experiment was made by a newer version of Perceptarium.`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found: unknown = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Reflect.get(found, step);
  }
  return found;
}

/** One form for each experiment: what is usual (single precision, no stop rule, nothing frozen) is left out. */
function toExperiment(raw: RawExperiment): Experiment {
  const { precision, parameters, frozen, hide, training: rawTraining, ...rest } = raw;
  const { stop, regularization: rawRegularization, ...trainingRest } = rawTraining;
  const { clip, ...regularizationRest } = rawRegularization;
  const hidden = HIDEABLE_CONTROLS.filter((name) => hide.includes(name));
  return {
    version: 1,
    ...rest,
    title: wellFormed(rest.title),
    problem: toProblem(rest.problem),
    training: {
      ...trainingRest,
      regularization: clip ? { ...regularizationRest, clip } : regularizationRest,
      ...(hasRule(stop) ? { stop } : {}),
    },
    ...(precision === 'double' ? { precision } : {}),
    ...(parameters ? { parameters: withoutExtras(parameters) } : {}),
    ...(frozen.length > 0 ? { frozen } : {}),
    ...(hidden.length > 0 ? { hide: hidden } : {}),
  };
}

function withoutExtras(parameters: readonly LayerParameters[]): readonly LayerParameters[] {
  return parameters.map(({ weights, bias }) => ({ weights, bias }));
}

function hasRule(stop: StopRules): boolean {
  return Object.keys(stop).length > 0;
}

function toProblem(problem: RawExperiment['problem']): Problem {
  if (problem.dataset === 'custom') return problem;
  const { columns, variant, formula, table, ...rest } = problem;
  const seed = typeof rest.seed === 'string' ? wellFormed(rest.seed) : rest.seed;
  const generated = { ...rest, seed };
  if (rest.dataset === 'iris') return { ...generated, columns: columns ?? [2, 3] };
  if (rest.dataset === 'truth-table') return { ...generated, table: table ?? '0110' };
  if (variant === 'formula') return { ...generated, variant, formula: wellFormed(formula ?? 'x') };
  const variants = variantsOf(rest.dataset);
  return variants.length > 0 ? { ...generated, variant: variant ?? variants[0] ?? '' } : generated;
}

/** Half a surrogate pair cannot stand in an address. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
