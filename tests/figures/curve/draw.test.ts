import { expect, test } from 'vitest';
import {
  drawCurve,
  type CurveFrame,
  type CurveLayers,
  type CurveStyle,
  type Pen,
} from '../../../src/figures/curve/draw';
import { layoutCurve, placeX, placeY, ticksX, ticksY } from '../../../src/figures/curve/layout';

interface Stroke {
  readonly color: string;
  readonly dashed: boolean;
  readonly places: readonly (readonly [number, number])[];
}

/** A canvas that remembers every line drawn on it, in px. */
function createRecorder() {
  const strokes: Stroke[] = [];
  let places: [number, number][] = [];
  let dashed = false;
  const nothing = () => undefined;
  const pen: Pen = {
    strokeStyle: '',
    fillStyle: '',
    font: '',
    globalAlpha: 1,
    lineJoin: 'miter',
    lineWidth: 1,
    textAlign: 'start',
    textBaseline: 'alphabetic',
    beginPath: () => void (places = []),
    moveTo: (x, y) => void places.push([x, y]),
    lineTo: (x, y) => void places.push([x, y]),
    arc: (x, y) => void places.push([x, y]),
    setLineDash: (dashes: Iterable<number>) => void (dashed = [...dashes].length > 0),
    stroke: () => void strokes.push({ color: String(pen.strokeStyle), dashed, places }),
    clip: nothing,
    fill: nothing,
    fillText: nothing,
    rect: nothing,
    restore: nothing,
    save: nothing,
    strokeRect: nothing,
  };
  return { strokes, context: pen };
}

const NONE: CurveLayers = { terms: false, sums: false, residuals: false, asymptotes: false };
const STYLE: CurveStyle = {
  ink: 'ink',
  inkSecond: 'ink-2',
  inkFaint: 'ink-3',
  rule: 'rule',
  frame: 'rule-2',
  paper: 'paper',
  positive: 'positive',
  negative: 'negative',
  error: 'error',
  fontFamily: 'sans-serif',
};
const scale = layoutCurve({ width: 352, height: 260 }, { low: -2, high: 2 }, 1, false);
const x = Float64Array.of(-1, 0, 0.5);

function frameOf(layers: CurveLayers): CurveFrame {
  return {
    scale,
    style: STYLE,
    ticksX: ticksX(false),
    ticksY: ticksY(scale),
    layers,
    target: { x, y: [0.1, 0.2, 0.3] },
    points: { count: 2, inputs: [-1, 0.5], targets: [1, -1], outputs: [0.5, -0.25], train: [0], test: [1] },
    showTest: true,
    network: {
      x,
      output: [1, -1, 0.5],
      sent: [
        [1, 2, 3],
        [0, 1, 0],
      ],
      weights: [0.5, -1],
      bias: 0.25,
    },
    limits: [[1.5], [-1.5, 0.5]],
    emphasized: -1,
    steps: [],
    pointed: -1,
    token: -1,
  };
}

function strokesOf(layers: CurveLayers): readonly Stroke[] {
  const { strokes, context } = createRecorder();
  drawCurve(context, frameOf(layers));
  return strokes;
}

/** Whether a line goes through these values of x and y, to a millionth of a pixel. */
function goesThrough({ places }: Stroke, values: readonly (readonly [number, number])[]): boolean {
  if (places.length !== values.length) return false;
  return values.every(([vx, vy], i) => {
    const [px, py] = places[i] ?? [NaN, NaN];
    return Math.abs(px - placeX(scale, vx)) < 1e-6 && Math.abs(py - placeY(scale, vy)) < 1e-6;
  });
}

const line = (y: readonly number[]) => y.map((each, i) => [x[i] ?? NaN, each] as const);

test('target and output are drawn through their values, the target dashed', () => {
  const strokes = strokesOf(NONE);
  expect(strokes.find((stroke) => goesThrough(stroke, line([0.1, 0.2, 0.3])))?.dashed).toBe(true);
  expect(strokes.find((stroke) => goesThrough(stroke, line([1, -1, 0.5])))).toMatchObject({
    color: 'ink',
    dashed: false,
  });
});

test('terms are w_j h_j in the color of their weight’s sign', () => {
  const strokes = strokesOf({ ...NONE, terms: true });
  expect(strokes.find((stroke) => goesThrough(stroke, line([0.5, 1, 1.5])))?.color).toBe('positive');
  expect(strokes.find((stroke) => goesThrough(stroke, line([0, -1, 0])))?.color).toBe('negative');
});

test('the running sum starts from the bias and takes one term after the other', () => {
  const strokes = strokesOf({ ...NONE, sums: true });
  for (const y of [
    [0.25, 0.25, 0.25],
    [0.75, 1.25, 1.75],
  ])
    expect(strokes.some((stroke) => goesThrough(stroke, line(y)))).toBe(true);
});

test('residuals go from y to ŷ in red, those of test points dashed', () => {
  const red = strokesOf({ ...NONE, residuals: true }).filter(({ color }) => color === 'error');
  expect(red.map(({ dashed }) => dashed)).toEqual([true, false]);
  const [test, train] = red.map(({ places }) => places.slice(0, 2));
  expect(
    goesThrough({ color: '', dashed: false, places: train ?? [] }, [
      [-1, 1],
      [-1, 0.5],
    ]),
  ).toBe(true);
  expect(
    goesThrough({ color: '', dashed: false, places: test ?? [] }, [
      [0.5, -1],
      [0.5, -0.25],
    ]),
  ).toBe(true);
});

test('asymptotes are drawn each on its own side, oblique where the limit is', () => {
  const strokes = strokesOf({ ...NONE, asymptotes: true });
  expect(
    strokes.some((stroke) =>
      goesThrough(stroke, [
        [0, 1.5],
        [-1.1, 1.5],
      ]),
    ),
  ).toBe(true);
  expect(
    strokes.some((stroke) =>
      goesThrough(stroke, [
        [0, -1.5],
        [1.1, -0.95],
      ]),
    ),
  ).toBe(true);
});

test('values beyond all bounds stay drawable', () => {
  const { strokes, context } = createRecorder();
  const frame = frameOf(NONE);
  drawCurve(context, {
    ...frame,
    network: frame.network && { ...frame.network, output: [1e38, -1e38, Infinity] },
  });
  for (const { places } of strokes)
    for (const [px, py] of places) expect(Math.abs(px) + Math.abs(py)).toBeLessThan(1e5);
});
