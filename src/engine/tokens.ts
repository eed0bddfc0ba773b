/**
 * Tokens as the engine takes them, features already computed. Unit-major: the values of one feature for all tokens
 * are contiguous, so the batch is the inner dimension throughout.
 */
export interface TokenSet {
  readonly count: number;
  /** [feature][token], features × count */
  readonly inputs: Float64Array;
  /** [output][token], outputs × count */
  readonly targets: Float64Array;
}
