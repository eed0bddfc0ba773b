/** The points of a problem, drawn or given, before features: what the figures show and the engine is fed from. */
export interface Dataset {
  readonly count: number;
  /** coordinates per token, 2 unless the experiment brings its own data */
  readonly coordinates: number;
  /** [token][coordinate] */
  readonly inputs: Float64Array;
  /** number of classes; 0 for regression */
  readonly classes: number;
  /** classification: [token] class index; empty for regression */
  readonly labels: Uint8Array;
  /** [token][output], encoded for the experiment's output */
  readonly targets: Float64Array;
  readonly outputs: number;
  /** token indices in the order in which they train */
  readonly train: Uint32Array;
  readonly test: Uint32Array;
}
