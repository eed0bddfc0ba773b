import type { GeneratedProblem, Problem } from '../experiment/experiment';
import { isLecture } from '../experiment/names';
import { isTensorFlowPlayground } from '../experiment/shape';
import type { DigitImages } from './digits/digitImages';
import type { Formula } from './formula';
import type { Points } from './points';
import type { TensorFlowPlaygroundData } from './tensorFlowPlayground/createData';

/**
 * What some problems need before their points can be made: generators that few visits use, the digits' file, the reader
 * of formulas. Loaded when first asked for, by page and worker each, then kept.
 */
interface Kept {
  lecturePoints: ((problem: GeneratedProblem) => Points) | null;
  tensorFlowPlayground: ((problem: GeneratedProblem) => TensorFlowPlaygroundData) | null;
  digits: DigitImages | null;
}

const kept: Kept = { lecturePoints: null, tensorFlowPlayground: null, digits: null };
const formulas = new Map<string, Formula>();

/** Loads what is missing; null when all is there. Rejects with a sentence for the user. */
export function loadResources(problem: Problem): Promise<void> | null {
  if (problem.dataset === 'custom') return null;
  if (isTensorFlowPlayground(problem)) return kept.tensorFlowPlayground ? null : loadTensorFlowPlayground();
  if (!isLecture(problem.dataset)) return null;
  const { formula } = problem;
  const needsDigits = problem.dataset === 'digits' && kept.digits === null;
  const needsFormula = formula !== undefined && !formulas.has(formula);
  if (kept.lecturePoints !== null && !needsDigits && !needsFormula) return null;
  return Promise.all([
    kept.lecturePoints === null && loadLectures(),
    needsDigits && loadDigits(),
    needsFormula && loadFormula(formula),
  ]).then(() => undefined);
}

/** Code that cannot be fetched, as without a connection. */
function unreachable(): never {
  throw new Error('This problem could not be loaded; check the connection and choose it again.');
}

async function loadLectures(): Promise<void> {
  const { lecturePoints } = await import('./lectures/lecturePoints').catch(unreachable);
  kept.lecturePoints = lecturePoints;
}

async function loadTensorFlowPlayground(): Promise<void> {
  const module = await import('./tensorFlowPlayground/createData').catch(unreachable);
  kept.tensorFlowPlayground = module.createTensorFlowPlaygroundData;
}

async function loadDigits(): Promise<void> {
  const response = await fetch(new URL('./digits/digits.bin', import.meta.url)).catch(unreachable);
  if (!response.ok) unreachable();
  await provideDigits(await response.arrayBuffer());
}

/** The digits' file, where it does not come over the network. */
export async function provideDigits(file: ArrayBuffer): Promise<void> {
  const { unpackDigits } = await import('./digits/digitImages');
  kept.digits = await unpackDigits(file);
}

async function loadFormula(text: string): Promise<void> {
  const { parseFormula } = await import('./formula').catch(unreachable);
  const parsed = parseFormula(text);
  if (!parsed.ok) throw new Error(parsed.message);
  formulas.set(text, parsed.value);
}

function loaded<T>(resource: T | null | undefined, name: string): T {
  if (resource !== null && resource !== undefined) return resource;
  throw new Error(`Expected ${name} to be loaded before the points are made; see loadResources.`);
}

/** The points of a problem with a figure of its own. @throws before it is loaded */
export function lecturePoints(problem: GeneratedProblem): Points {
  return loaded(kept.lecturePoints, 'the lectures’ problems')(problem);
}

/** The TensorFlow Playground's points and its stream of random numbers. @throws before it is loaded */
export function tensorFlowPlaygroundData(problem: GeneratedProblem): TensorFlowPlaygroundData {
  return loaded(kept.tensorFlowPlayground, 'the TensorFlow Playground’s problems')(problem);
}

/** All digits. @throws before they are loaded */
export function digitImages(): DigitImages {
  return loaded(kept.digits, 'the digits');
}

/** A formula. @throws before it is loaded */
export function formulaOf(text: string): Formula {
  return loaded(formulas.get(text), `the formula ${text}`);
}
