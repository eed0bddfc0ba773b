import {
  chainOf,
  columnOf,
  labelChain,
  lastLayerOf,
  layoutErrors,
  type ChainLabel,
  type LastLayer,
} from './chain';
import { movedColumns, movedRows, type MovedArrows } from './moved';
import { placeNormals, type Normal, type NormalPlaces } from './normals';
import { createPlane, planePlaces, reachOf, zoomFor, type Plane } from './plane';
import { layoutThreshold, unitWeights, type CoordinateColumns, type Threshold } from './thresholds';

/** Everything that both planes show, from one frame's numbers. */
export interface SceneNumbers {
  /** px of a plane */
  readonly width: number;
  readonly height: number;
  /** units per layer, [features, hidden …, outputs] */
  readonly sizes: readonly number[];
  readonly parameters: ArrayLike<number>;
  /** [token][coordinate] */
  readonly inputs: ArrayLike<number>;
  /** [token][output] */
  readonly targets: ArrayLike<number>;
  /** ŷ, [token][output] */
  readonly outputs: ArrayLike<number>;
  /** ŷ along the whole semicircle, [point][output] */
  readonly image: Float64Array;
  readonly token: number;
  /** of the chosen token: h of the last hidden layer, or the features without one */
  readonly activations: ArrayLike<number>;
  /** null where a unit's threshold is no line, or where there is no hidden unit */
  readonly columns: CoordinateColumns | null;
  /** the parameters before an update of one layer that is on show */
  readonly moved: { readonly layer: 'first' | 'last'; readonly before: ArrayLike<number> } | null;
}

/** What a figure remembers from frame to frame, so that nothing jumps. */
export interface SceneMemory {
  zoom: number;
  places: NormalPlaces;
  /** the unit whose line is held by hand */
  held: number | null;
}

export interface Scene {
  readonly inputPlane: Plane;
  readonly outputPlane: Plane;
  readonly thresholds: readonly Threshold[];
  readonly normals: readonly Normal[];
  /** where the lines were before the update on show */
  readonly before: readonly Threshold[];
  /** [token] y, then ŷ, in px */
  readonly errors: Float64Array;
  /** origin, b, b + w₁h₁, …, in px */
  readonly chain: Float64Array;
  readonly labels: readonly ChainLabel[];
  readonly movedRows: MovedArrows | null;
  readonly movedColumns: MovedArrows | null;
}

/** How far the plane zooms out for a chain; what goes beyond leaves the frame. */
const CHAIN_REACH = 3;

export function createSceneMemory(): SceneMemory {
  return { zoom: 1, places: new Map(), held: null };
}

/** Writes `memory`. */
export function layoutScene(numbers: SceneNumbers, memory: SceneMemory): Scene {
  const last = lastLayerOf(numbers.sizes);
  const chain = chainOf(numbers.parameters, last, numbers.activations);
  memory.zoom = zoomFor(sceneReach(numbers, last, chain), memory.zoom);
  const outputPlane = createPlane(numbers.width, numbers.height, memory.zoom);
  const errors = layoutErrors(outputPlane, numbers.targets, numbers.outputs);
  const chainPlaces = planePlaces(outputPlane, chain);
  const { moved } = numbers;
  return {
    outputPlane,
    errors,
    chain: chainPlaces,
    labels: labelChain(chainPlaces, outputPlaces(errors)),
    movedColumns:
      moved?.layer === 'last' ? movedColumns(outputPlane, last, moved.before, numbers.parameters) : null,
    ...layoutInputPlane(numbers, memory),
  };
}

function layoutInputPlane(
  numbers: SceneNumbers,
  memory: SceneMemory,
): Pick<Scene, 'inputPlane' | 'thresholds' | 'normals' | 'before' | 'movedRows'> {
  const plane = createPlane(numbers.width, numbers.height);
  const { columns, parameters, inputs, token, moved } = numbers;
  if (columns === null)
    return { inputPlane: plane, thresholds: [], normals: [], before: [], movedRows: null };
  const chosen = [inputs[2 * token] ?? NaN, inputs[2 * token + 1] ?? NaN] as const;
  const [features = 0, units = 0] = numbers.sizes;
  const weights = (from: ArrayLike<number>) => (unit: number) =>
    unitWeights(from, features, units, columns, unit);
  const linesOf = (from: ArrayLike<number>) =>
    Array.from({ length: units }, (_, unit) =>
      layoutThreshold(plane, unit, weights(from)(unit), chosen),
    ).filter((line) => line !== null);
  const thresholds = linesOf(parameters);
  const normals = placeNormals(plane, thresholds, chosen, memory.places, memory.held);
  memory.places = new Map(normals.map(({ unit, baseX, baseY }) => [unit, [baseX, baseY] as const]));
  if (moved?.layer !== 'first')
    return { inputPlane: plane, thresholds, normals, before: [], movedRows: null };
  const before = linesOf(moved.before);
  const oldNormals = placeNormals(plane, before, chosen, memory.places, null);
  const rows = movedRows(plane, oldNormals, weights(moved.before), weights(parameters));
  return { inputPlane: plane, thresholds, normals, before, movedRows: rows };
}

/** How far zoomed out all outputs show, the chain as far as is reasonable, and columns that have moved. */
function sceneReach({ outputs, image, moved }: SceneNumbers, last: LastLayer, chain: Float64Array): number {
  let reach = Math.max(farthest(outputs), farthest(image), Math.min(CHAIN_REACH, farthest(chain)));
  if (moved?.layer === 'last') {
    for (let j = 0; j < last.terms; j++)
      reach = Math.max(reach, Math.min(CHAIN_REACH, reachOf(...columnOf(moved.before, last, j))));
  }
  return reach;
}

function farthest(places: ArrayLike<number>): number {
  let reach = 0;
  for (let i = 0; i + 1 < places.length; i += 2)
    reach = Math.max(reach, reachOf(places[i] ?? 0, places[i + 1] ?? 0));
  return reach;
}

/** Places of ŷ in px */
function outputPlaces(errors: Float64Array): Float64Array {
  const places = new Float64Array(errors.length / 2);
  for (let i = 0; 2 * i < places.length; i++) places.set(errors.subarray(4 * i + 2, 4 * i + 4), 2 * i);
  return places;
}
