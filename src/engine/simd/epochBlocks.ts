import type { TokenSet } from '../tokens';
import type { EpochOrder } from '../trainer/epochOrder';
import { MOST_LANES, rowLength } from './addresses';
import { writeBlock } from './tokenBlocks';

/** How a batch is cut into blocks: as few as there can be, of equal length. */
export interface BatchCut {
  /** tokens of a block */
  readonly lanes: number;
  /** tokens of a block at most */
  readonly tokens: number;
  /** blocks of a batch */
  readonly blocks: number;
  /** tokens of an epoch's last batch where they fill fewer vectors than those before; else 0 */
  readonly restTokens: number;
}

function cutBatch(tokens: number, tokensPerEpoch: number): BatchCut {
  const blocks = Math.ceil(tokens / MOST_LANES);
  const lanes = Math.ceil(tokens / blocks / 4) * 4;
  const rest = blocks === 1 ? tokensPerEpoch % tokens : 0;
  return { blocks, lanes, tokens: Math.min(tokens, lanes), restTokens: rest <= lanes - 4 ? rest : 0 };
}

/** The tokens of an epoch, laid out batch by batch as the kernels take them. */
export class EpochBlocks {
  readonly cut: BatchCut;
  /** bytes of a block */
  readonly blockBytes: number;
  private readonly tokensPerBatch: number;
  /** the order that lies there, and the place in the epoch from which on */
  private version = -1;
  private start = 0;

  constructor(
    private readonly set: TokenSet,
    batchSize: number,
    rows: number,
  ) {
    this.tokensPerBatch = Math.max(1, Math.min(batchSize, set.count));
    this.cut = cutBatch(this.tokensPerBatch, set.count);
    this.blockBytes = 4 * rows * rowLength(this.cut.lanes);
  }

  /** One block more than the epoch has, to look at single blocks in. */
  get bytes(): number {
    return this.spare + this.blockBytes;
  }

  /** The spare block's place, from the first block on. */
  get spare(): number {
    return Math.ceil(this.set.count / this.tokensPerBatch) * this.cut.blocks * this.blockBytes;
  }

  /** Bytes from the first block to those of the batch that begins at `position`; lays the epoch out where needed. */
  offsetOf(floats: Float32Array, at: number, order: EpochOrder, position: number): number {
    const { tokensPerBatch, cut } = this;
    let batch = (position - this.start) / tokensPerBatch;
    if (this.version !== order.version || !Number.isInteger(batch) || batch < 0) {
      this.lay(floats, at, order, position);
      batch = 0;
    }
    return batch * cut.blocks * this.blockBytes;
  }

  private lay(floats: Float32Array, at: number, order: EpochOrder, position: number): void {
    const { set, tokensPerBatch, blockBytes, cut } = this;
    this.version = order.version;
    this.start = position;
    let block = at;
    for (let first = position; first < set.count; first += tokensPerBatch) {
      const end = Math.min(first + tokensPerBatch, set.count);
      for (let b = 0; b < cut.blocks; b++, block += blockBytes) {
        const from = first + b * cut.lanes;
        const tokens = Math.min(cut.lanes, end - from);
        if (tokens > 0) this.writeBlock(floats, block, order.indices, from, tokens);
      }
    }
  }

  writeBlock(floats: Float32Array, at: number, order: Uint32Array, from: number, tokens: number): void {
    writeBlock(floats, at / 4, rowLength(this.cut.lanes), this.set, order, from, tokens);
  }
}
