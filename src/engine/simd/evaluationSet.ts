import type { Evaluation } from '../engine';
import type { NetworkSpec } from '../network';
import type { TokenSet } from '../tokens';
import { totalSquares } from '../trainer/score';
import { align, EVALUATION_LANES, maskOf } from './addresses';
import { writeBlock } from './tokenBlocks';

/** One set's place in memory while it is evaluated, and its outputs. */
export class EvaluationSet {
  readonly blockCount: number;
  /** mask of the last block */
  readonly lastMask: number;
  /** places 0 … count − 1 */
  readonly inOrder: Uint32Array;
  private readonly totalSquares: number;
  private readonly outputRows: number;
  private readonly rows: number;
  private readonly packed: Float32Array;
  /** whether `packed` holds the outputs of the last evaluation */
  private isPacked = true;
  private blocksAt = 0;

  constructor(readonly set: TokenSet) {
    const { count, inputs, targets } = set;
    this.blockCount = Math.ceil(count / EVALUATION_LANES);
    this.lastMask = maskOf(count - (this.blockCount - 1) * EVALUATION_LANES);
    this.inOrder = Uint32Array.from({ length: count }, (_, i) => i);
    this.totalSquares = totalSquares(set);
    this.outputRows = count === 0 ? 0 : targets.length / count;
    this.rows = count === 0 ? 0 : inputs.length / count + this.outputRows;
    this.packed = new Float32Array(targets.length);
  }

  /** Bytes of all blocks and of the outputs after them. */
  get bytes(): number {
    return align(this.blockBytes) + align(4 * this.blockCount * this.outputRows * EVALUATION_LANES);
  }

  private get blockBytes(): number {
    return 4 * this.blockCount * this.rows * EVALUATION_LANES;
  }

  get at(): number {
    return this.blocksAt;
  }

  get outputsAt(): number {
    return this.blocksAt + align(this.blockBytes);
  }

  /** Lays the tokens out from an address on. */
  write(floats: Float32Array, at: number): void {
    this.blocksAt = at;
    const { set, rows, inOrder } = this;
    for (let block = 0; block < this.blockCount; block++) {
      const start = block * EVALUATION_LANES;
      const tokens = Math.min(EVALUATION_LANES, set.count - start);
      writeBlock(floats, at / 4 + rows * start, EVALUATION_LANES, set, inOrder, start, tokens);
    }
  }

  /** From the two sums of `writeMeasure`. */
  evaluation(network: NetworkSpec, losses: number, scores: number): Evaluation {
    const { count } = this.set;
    this.isPacked = false;
    const loss = losses / count;
    if (network.task === 'classification') return { loss, score: scores / count };
    if (this.totalSquares === 0) return { loss, score: scores === 0 ? 1 : 0 };
    return { loss, score: 1 - scores / this.totalSquares };
  }

  /** [output][token], from the blocks in which the kernels left them */
  outputs(floats: Float32Array): Float32Array {
    const { packed, outputRows } = this;
    if (this.isPacked) return packed;
    this.isPacked = true;
    const { count } = this.set;
    const first = this.outputsAt / 4;
    for (let row = 0; row < outputRows; row++) {
      for (let token = 0; token < count; token++) {
        const lane = token % EVALUATION_LANES;
        const block = (token - lane) / EVALUATION_LANES;
        packed[row * count + token] = floats[first + (block * outputRows + row) * EVALUATION_LANES + lane];
      }
    }
    return packed;
  }
}
