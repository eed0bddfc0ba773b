import type { LossHistory } from '../protocol/snapshot';

/** Most points kept; when they are full every second one goes. */
const CAPACITY = 1024;

/**
 * The loss curves of a run in bounded memory. Points are kept at a stride in epochs that doubles whenever the memory
 * is full, so the whole run stays visible at an even density; the last point is always the present one.
 */
export interface LossHistoryRecorder {
  readonly view: LossHistory;
  add(epoch: number, train: number, test: number): void;
  /** Forgets everything after `epoch`. */
  truncate(epoch: number): void;
  copy(): LossHistoryRecorder;
}

export function createLossHistory(capacity: number = CAPACITY): LossHistoryRecorder {
  const epoch = new Float64Array(capacity);
  const train = new Float64Array(capacity);
  const test = new Float64Array(capacity);
  let count = 0;
  let stride = 0;
  /** Whether the last point is only there until one a stride further on replaces it. */
  let provisional = false;

  function thin(): void {
    let kept = 1;
    for (let i = 2; i < count; i += 2) {
      epoch[kept] = epoch[i] ?? 0;
      train[kept] = train[i] ?? 0;
      test[kept] = test[i] ?? 0;
      kept++;
    }
    count = kept;
    stride = ((epoch[count - 1] ?? 0) - (epoch[0] ?? 0)) / (count - 1);
  }

  const recorder: LossHistoryRecorder = {
    get view() {
      return { count, epoch, train, test };
    },
    add(at, trainLoss, testLoss) {
      if (provisional || (count > 0 && epoch[count - 1] === at)) count--;
      else if (count === capacity) thin();
      const before = count > 0 ? (epoch[count - 1] ?? 0) : -Infinity;
      epoch[count] = at;
      train[count] = trainLoss;
      test[count] = testLoss;
      count++;
      provisional = at - before < stride;
    },
    truncate(at) {
      while (count > 1 && (epoch[count - 1] ?? 0) > at) count--;
      provisional = false;
    },
    copy() {
      const twin = createLossHistory(capacity);
      for (let i = 0; i < count; i++) twin.add(epoch[i] ?? 0, train[i] ?? 0, test[i] ?? 0);
      return twin;
    },
  };
  return recorder;
}
