/**
 * Buffers that travel to the page and come back: a frame allocates nothing once the pool is warm. The number of
 * buffers is bounded by the one frame on its way and the one on show.
 */
export interface BufferPool {
  take(bytes: number): ArrayBuffer;
  give(buffers: readonly ArrayBuffer[]): void;
}

/** Sizes change with the network's shape; what has not been asked for in a while is let go. */
const MOST_SIZES = 24;

export function createBufferPool(): BufferPool {
  const free = new Map<number, ArrayBuffer[]>();
  return {
    take(bytes) {
      return free.get(bytes)?.pop() ?? new ArrayBuffer(bytes);
    },
    give(buffers) {
      for (const buffer of buffers) {
        const same = free.get(buffer.byteLength) ?? [];
        same.push(buffer);
        // The size used last stands last, so that the first is the one to forget.
        free.delete(buffer.byteLength);
        free.set(buffer.byteLength, same);
      }
      for (const size of free.keys()) {
        if (free.size <= MOST_SIZES) break;
        free.delete(size);
      }
    },
  };
}
