import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { Snapshot } from '../../protocol/snapshot';
import { useFrame } from '../../store/context';
import type { StepValues } from './values';

/** A number of the step by its key; its text is rounded, its value whole. It is written in place with every frame. */
export function Num({ k, error = false }: { k: string; error?: boolean }) {
  return <data data-key={k} className={error ? 'num num-error' : 'num'} value="" />;
}

/** Three decimals, fewer where the number is large, an exponent where it is small. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const magnitude = Math.abs(value);
  if (magnitude === 0) return '0';
  const text =
    magnitude < 0.0005
      ? value.toExponential(1)
      : value.toFixed(magnitude < 10 ? 3 : magnitude < 100 ? 2 : magnitude < 1000 ? 1 : 0);
  return text.replace('-', '−').replace('e−', 'e-').replace('e-', 'e−');
}

/** Writes every `Num` below `root`, with each frame and when what is shown changes. */
export function useNumbers(
  root: RefObject<HTMLElement | null>,
  values: StepValues,
  follow: (snapshot: Snapshot) => void,
  deps: readonly unknown[],
): void {
  useFrame(
    (snapshot) => {
      follow(snapshot);
      write(root.current, values);
    },
    [values, ...deps],
  );
  const present = useEffectEvent(() => write(root.current, values));
  useEffect(() => present());
}

function write(root: HTMLElement | null, values: StepValues): void {
  if (root === null || values.trace === null) return;
  for (const element of root.querySelectorAll<HTMLDataElement>('data[data-key]')) {
    const value = values.valueOf(element.dataset['key'] ?? '');
    const exact = String(value);
    if (element.value === exact) continue;
    element.value = exact;
    element.textContent = formatNumber(value);
  }
}
