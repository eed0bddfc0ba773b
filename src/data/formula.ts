import { parse, type EvalFunction, type MathNode } from 'mathjs/number';
import { failure, success, type Result } from '../experiment/result';

/** A curve's target as the user types it: sin(2 pi x) + 0.3 x^2. Nothing but functions of x is understood. */
export type Formula = (x: number) => number;

const FUNCTIONS = [
  'abs',
  'acos',
  'asin',
  'atan',
  'cbrt',
  'ceil',
  'cos',
  'cosh',
  'exp',
  'floor',
  'log',
  'log10',
  'max',
  'min',
  'pow',
  'round',
  'sign',
  'sin',
  'sinh',
  'sqrt',
  'tan',
  'tanh',
];
const SYMBOLS = ['x', 'pi', 'e'];
const NODES = ['ConstantNode', 'OperatorNode', 'ParenthesisNode', 'ConditionalNode', 'RelationalNode'];

/** Places at which a formula has to have a value. */
const PROBES = 201;
/** Of these at most so many may be without. */
const MOST_POLES = 4;

/** @returns the function, or one sentence on what was expected and found */
export function parseFormula(text: string): Result<Formula> {
  if (text.trim() === '') return failure('Expected a formula in x, as sin(3 x), found nothing.');
  let tree: MathNode;
  try {
    tree = parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure(`Expected a formula in x, as sin(3 x), found “${text}”: ${reason.replace(/\.$/u, '')}.`);
  }
  const stranger = findStranger(tree);
  if (stranger !== null)
    return failure(
      `Expected x, pi, e, numbers and functions as ${FUNCTIONS.slice(0, 3).join(', ')}, sin, exp in the formula, found “${stranger}”.`,
    );
  try {
    const code = tree.compile();
    code.evaluate({ x: 0.5 });
    return checkValues(text, (x) => valueAt(code, x));
  } catch (error) {
    // Operators that numbers do not have, as x' for a matrix.
    const reason = error instanceof Error ? error.message : String(error);
    return failure(
      `Expected a formula with a value for x from −1 to 1, found “${text}”: ${reason.replace(/\.$/u, '')}.`,
    );
  }
}

/** NaN where there is no value. */
function valueAt(code: EvalFunction, x: number): number {
  try {
    const value: unknown = code.evaluate({ x });
    return typeof value === 'number' ? value : Number(value);
  } catch {
    return NaN;
  }
}

/** The first part that is not a function of x, or null. */
function findStranger(tree: MathNode): string | null {
  let stranger: string | null = null;
  tree.traverse((node, path, parent) => {
    stranger ??= isKnown(node, path, parent) ? null : node.toString();
  });
  return stranger;
}

function isKnown(node: MathNode, path: string, parent: MathNode | null): boolean {
  if (NODES.includes(node.type)) return true;
  const name: unknown = 'name' in node ? node.name : null;
  if (typeof name !== 'string') return false;
  if (node.type === 'FunctionNode') return FUNCTIONS.includes(name);
  if (node.type !== 'SymbolNode') return false;
  return SYMBOLS.includes(name) || (path === 'fn' && parent?.type === 'FunctionNode');
}

/** Formulas may leave the finite at single places, as 1/x does, and count as 0 there; not over a stretch. */
function checkValues(text: string, formula: Formula): Result<Formula> {
  const places = Array.from({ length: PROBES }, (_, i) => (2 * i) / (PROBES - 1) - 1);
  const missing = places.filter((x) => !Number.isFinite(formula(x)));
  const [first] = missing;
  if (first === undefined || missing.length <= MOST_POLES) return success(formula);
  return failure(
    `Expected a formula with a value for x from −1 to 1, found “${text}”, which has none at x = ${String(first).replace('-', '−')} and elsewhere.`,
  );
}
