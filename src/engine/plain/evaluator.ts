import type { Evaluation } from '../engine';
import type { NetworkSpec } from '../network';
import { createReals, type Precision, type Reals } from '../reals';
import type { TokenSet } from '../tokens';
import { accuracy, rSquared, totalSquares } from '../trainer/score';
import { loadRange } from './loadTokens';
import type { PlainPasses } from './plainPasses';

/** Loss, score and outputs over all tokens of one set, block by block. */
export class Evaluator {
  /** [output][token] */
  readonly outputs: Reals;
  private readonly totalSquares: number;

  constructor(
    readonly set: TokenSet,
    precision: Precision,
  ) {
    this.outputs = createReals(precision, set.targets.length);
    this.totalSquares = totalSquares(set);
  }

  evaluate(passes: PlainPasses, network: NetworkSpec, parameters: Reals): Evaluation {
    const { set, outputs } = this;
    if (set.count === 0) return { loss: NaN, score: NaN };
    const y = passes.activations[passes.activations.length - 1];
    let loss = 0;
    for (let start = 0; start < set.count; start += passes.capacity) {
      const tokens = Math.min(passes.capacity, set.count - start);
      loadRange(passes, set, start, tokens);
      passes.forward(parameters, tokens);
      loss += passes.loss(tokens);
      storeRows(outputs, y, set.count, start, tokens);
    }
    return { loss: loss / set.count, score: this.score(network) };
  }

  private score(network: NetworkSpec): number {
    const { set, outputs } = this;
    return network.task === 'classification'
      ? accuracy(network, set, outputs)
      : rSquared(set, outputs, this.totalSquares);
  }
}

/** to [row][total], columns start … start + tokens ← from [row][tokens] */
function storeRows(to: Reals, from: Reals, total: number, start: number, tokens: number): void {
  for (let row = start, at = 0; row < to.length; row += total) {
    for (let b = 0; b < tokens; b++) to[row + b] = from[at++];
  }
}
