import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { Snapshot } from '../../protocol/snapshot';
import { useFrame } from '../../store/context';
import { useThrottle } from '../../store/throttle';
import type { StepValues } from './values';
import { writeText } from '../../figures/writeText';

/** A number of the step by its key; its text is rounded, its value whole. It is written in place, see `useNumbers`. */
export function Num({ k, error = false, brief = false }: NumProps) {
  const className = error ? 'num num-error' : 'num';
  return <data data-key={k} data-brief={brief || undefined} className={className} value="" />;
}

export interface NumProps {
  readonly k: string;
  readonly error?: boolean;
  /** As few digits as a number on a link has room for. */
  readonly brief?: boolean;
}

/** Three decimals, fewer where the number is large, none where it is whole, an exponent where it is small. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const magnitude = Math.abs(value);
  if (Number.isInteger(value) && magnitude < 1000) return `${value < 0 ? '−' : ''}${magnitude}`;
  const text =
    magnitude < 0.0005
      ? value.toExponential(1)
      : value.toFixed(magnitude < 10 ? 3 : magnitude < 100 ? 2 : magnitude < 1000 ? 1 : 0);
  return text.replace('-', '−').replace('e−', 'e-').replace('e-', 'e−');
}

/** Two decimals, at most five signs. */
export function formatBriefly(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const magnitude = Math.abs(value);
  const text =
    magnitude === 0
      ? '0'
      : magnitude < 0.005 || magnitude >= 9999.5
        ? value.toExponential(0)
        : value.toFixed(magnitude < 9.995 ? 2 : magnitude < 99.95 ? 1 : 0);
  return text.replaceAll('-', '−').replace('+', '');
}

/** Writes every `Num` below `root`, as often as numbers can be read and when what is shown changes. */
export function useNumbers(
  root: RefObject<HTMLElement | null>,
  values: StepValues,
  follow: (snapshot: Snapshot) => void,
  deps: readonly unknown[],
): void {
  const isDue = useThrottle([values, ...deps]);
  useFrame(
    (snapshot) => {
      if (!isDue(snapshot)) return;
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
    writeText(element, 'brief' in element.dataset ? formatBriefly(value) : formatNumber(value));
  }
}
