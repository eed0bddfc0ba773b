import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { layerSizes, parameterCount } from '../../src/experiment/shape';
import type { Snapshot } from '../../src/protocol/snapshot';

/** A snapshot of the first experiment that was never trained, of so many updates. */
export function snapshotOf({
  step = 0,
  revision = 0,
  rewound = false,
}: { step?: number; revision?: number; rewound?: boolean } = {}): Snapshot {
  const doubles = new Float64Array(1);
  return {
    revision,
    sizes: layerSizes(DEFAULT_EXPERIMENT),
    epoch: 0,
    step,
    trainLoss: 1,
    testLoss: 1,
    trainScore: 0.5,
    testScore: 0.5,
    updatesPerSecond: 0,
    parameters: new Float32Array(parameterCount(DEFAULT_EXPERIMENT)).fill(0.5),
    history: { count: 1, epoch: doubles, train: doubles, test: doubles },
    timeline: { count: 2, epochs: new Float64Array([0, 5]), at: rewound ? 0 : 5, head: 5, rewound },
    maps: null,
    field: null,
    outputs: { channels: 1, values: new Float32Array(0) },
    probes: [],
    state: null,
  };
}
