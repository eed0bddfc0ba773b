import { formatLoss, formatPercent } from '../../../figures/numbers';
import { writeText } from '../../../figures/writeText';

export type NumberFormat = 'value' | 'count' | 'share' | 'degrees';

/** A number by its key, written in place by `writeNumbers` where that knows the key; its text is rounded, its value whole. */
export function GradientNumber({ k, format = 'value' }: { k: string; format?: NumberFormat }) {
  return <data className="num" data-key={k} data-format={format} value="" />;
}

/** A count that only the experiment decides. */
export function Count({ value }: { value: number }) {
  return (
    <data className="num" value={value}>
      {formatCount(value)}
    </data>
  );
}

const formatCount = (value: number): string => value.toLocaleString('en-US');

function textOf(value: number, format: string | undefined): string {
  if (!Number.isFinite(value)) return '–';
  if (format === 'count') return formatCount(value);
  if (format === 'share') return formatPercent(value).replace('.0%', '%');
  if (format === 'degrees') return `${value.toFixed(1)}°`;
  return formatLoss(value).replaceAll('-', '−');
}

export function writeNumbers(root: HTMLElement | null, values: ReadonlyMap<string, number>): void {
  if (root === null) return;
  for (const element of root.querySelectorAll<HTMLDataElement>('data[data-key]')) {
    const value = values.get(element.dataset['key'] ?? '');
    if (value === undefined) continue;
    const exact = String(value);
    if (element.value === exact && element.textContent !== '') continue;
    element.value = exact;
    writeText(element, textOf(value, element.dataset['format']));
  }
}
