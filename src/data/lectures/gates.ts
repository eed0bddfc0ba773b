import type { GeneratedProblem } from '../../experiment/experiment';
import { coordinateCount, tableOf } from '../../experiment/shape';
import type { Points } from '../points';

/** The rows of a truth table in the order 00, 01, 10, 11: inputs 0 or 1, the target a class. */
export function gatePoints(problem: GeneratedProblem): Points {
  const table = tableOf(problem);
  const coordinates = coordinateCount(problem);
  const inputs = new Float64Array(table.length * coordinates);
  for (let row = 0; row < table.length; row++)
    for (let d = 0; d < coordinates; d++) inputs[row * coordinates + d] = (row >> (coordinates - 1 - d)) & 1;
  const targets = Float64Array.from(table, Number);
  return { count: table.length, coordinates, outputs: 1, inputs, targets };
}
