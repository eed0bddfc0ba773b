import { useMemo } from 'react';
import { sameSizes } from '../../panels/output/sameSizes';
import { useDataset } from '../../panels/useDataset';
import type { PointValues } from '../../figures/unit/excitation';
import type { Snapshot } from '../../protocol/snapshot';
import { probeOf, useProbe } from '../../store/context';
import { featuresAt, figurePoints, type UnitModel } from './unitModel';

/** The features of the figures' points and of all tokens, whose activations every frame then brings. */
export function useUnitPoints({ experiment, kind, extent, sizes }: UnitModel) {
  const dataset = useDataset();
  const points = useMemo(() => figurePoints(kind, extent), [kind, extent]);
  const { features, problem } = experiment;
  const figures = useMemo(
    () => (points === null ? null : featuresAt(features, problem, points)),
    [features, problem, points],
  );
  const tokens = useMemo(() => featuresAt(features, problem, dataset.inputs), [features, problem, dataset]);
  useProbe('unit-figures', points);
  useProbe('unit-tokens', dataset.inputs);
  return useMemo(() => {
    const values = (snapshot: Snapshot, id: string, features: Float32Array | null): PointValues | null => {
      const probe = probeOf(snapshot, id);
      // Frames on their way may still be of the network or the points before.
      if (probe === null || features === null || !sameSizes(snapshot.sizes, sizes)) return null;
      if (probe.count * (sizes[0] ?? 0) !== features.length) return null;
      return { count: probe.count, features, activations: probe.values };
    };
    return {
      dataset,
      points,
      figureValues: (snapshot: Snapshot) => values(snapshot, 'unit-figures', figures),
      tokenValues: (snapshot: Snapshot) => values(snapshot, 'unit-tokens', tokens),
    };
  }, [dataset, points, figures, tokens, sizes]);
}
