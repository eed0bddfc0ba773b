import { useEffect } from 'react';
import type { Dataset } from '../data/dataset';
import { useDataset } from '../panels/useDataset';
import { useActions, useSelect } from '../store/context';

/** Rings a place on the decision map as long as the lens is open: that of a token with two coordinates. */
export function useMarkedPoint([x1, x2, ...rest]: readonly number[]): void {
  const { setView } = useActions();
  const isPlane = rest.length === 0;
  useEffect(() => {
    if (!isPlane || x1 === undefined || x2 === undefined) return undefined;
    setView({ marked: { x1, x2 } });
    return () => setView({ marked: null });
  }, [setView, isPlane, x1, x2]);
}

/** Rings the token that the page follows. */
export function useMarkedToken(): void {
  const dataset = useDataset();
  const wanted = useSelect(({ view }) => view.token);
  useMarkedPoint(pointOf(dataset, Math.max(0, Math.min(wanted, dataset.count - 1))));
}

/** [coordinate] */
export function pointOf({ inputs, coordinates }: Dataset, token: number): readonly number[] {
  return Array.from(inputs.subarray(token * coordinates, (token + 1) * coordinates));
}
