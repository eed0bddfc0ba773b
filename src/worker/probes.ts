import { featureInputs, featurePrecision } from '../data/features';
import type { Engine, Probe } from '../engine/engine';
import type { NetworkSpec } from '../engine/network';
import { coordinateCount, layerSizes } from '../experiment/shape';
import type { ProbeRequest } from '../protocol/messages';
import type { ProbeValues } from '../protocol/snapshot';
import type { BufferPool } from './bufferPool';
import type { Run } from './run';

export interface Probes {
  /** The activations of all units at every request's points, in buffers of the pool. */
  run(run: Run, network: NetworkSpec, requests: readonly ProbeRequest[]): ProbeValues[];
}

interface Kept {
  readonly key: string;
  readonly version: number;
  readonly probe: Probe;
}

/** Probes of the figures' own points; each is made anew only when their number, the shape or the features change. */
export function createProbes(engine: Engine, pool: BufferPool): Probes {
  const kept = new Map<string, Kept>();

  function probeFor(run: Run, { id, version, points }: ProbeRequest): Probe {
    const { experiment, trainer } = run;
    const { problem, features } = experiment;
    const coordinates = coordinateCount(problem);
    const precision = featurePrecision(experiment);
    const count = points.length / coordinates;
    const key = [count, layerSizes(experiment), features, coordinates, precision, trainer.precision].join();
    const known = kept.get(id);
    if (known?.key === key && known.version === version) return known.probe;
    const inputs = featureInputs(features, points, coordinates, precision);
    const probe =
      known?.key === key ? known.probe : engine.createProbe(trainer.layout, inputs, count, trainer.precision);
    if (known?.key === key) probe.move(inputs);
    kept.set(id, { key, version, probe });
    return probe;
  }

  function forgetOthers(requests: readonly ProbeRequest[]): void {
    for (const id of kept.keys()) if (!requests.some((request) => request.id === id)) kept.delete(id);
  }

  return {
    run(run, network, requests) {
      if (kept.size > requests.length) forgetOthers(requests);
      const coordinates = coordinateCount(run.experiment.problem);
      return requests.flatMap((request) => {
        const { id, version, points } = request;
        // Points of a problem that has just been left.
        if (points.length === 0 || points.length % coordinates !== 0) return [];
        const activations = probeFor(run, request).run(network, run.trainer.parameters);
        const values = new Float32Array(pool.take(activations.byteLength));
        values.set(activations);
        return [{ id, version, count: points.length / coordinates, values }];
      });
    },
  };
}
