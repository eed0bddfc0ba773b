/** What an experiment may hold. The parsers refuse what lies outside; the controls stop at it. */
export const LIMITS = {
  hiddenLayers: 8,
  units: 64,
  inputs: 64,
  outputs: 10,
  samples: { min: 10, max: 2000, step: 10 },
  noise: { min: 0, max: 0.8, step: 0.01 },
  trainFraction: { min: 0.1, max: 1, step: 0.01 },
  learningRate: { min: 1e-5, max: 10 },
  regularizationRate: { min: 0, max: 10 },
  batchSize: { min: 1, max: 2000 },
  seed: { min: 0, max: 999_999 },
  customPoints: 5000,
  /** characters of a formula */
  formula: 200,
  /** Layers up to this many units are drawn unit by unit. */
  drawnUnits: 12,
} as const;

/** Half the side of the square on which two-dimensional problems live, as in the TensorFlow Playground. */
export const PLANE_EXTENT = 6;
/** Iris is standardised; no flower lies further than 3.12 standard deviations from the mean. */
export const IRIS_EXTENT = 3.25;
/** Curves live on −1 … 1, so that powers of x stay there too. */
export const CURVE_EXTENT = 1;
/** Half the side of the square for the unit semicircle and for gates, whose inputs are 0 and 1. */
export const UNIT_EXTENT = 1.5;
