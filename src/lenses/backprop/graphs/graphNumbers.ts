import type { Graph } from '../../../figures/computationGraph/graph';
import { partialsOf, type Passes } from '../../../figures/computationGraph/passes';
import { formatNumber } from '../numbers';

/** By key: v a value and d a signal, by node; m a message and p a partial derivative, by node and place. */
function numberOf(key: string, graph: Graph, { values, signals, messages }: Passes): number {
  const [letter, node = '', place = ''] = key.split(':');
  const at = Number(node);
  if (letter === 'v') return values[at] ?? NaN;
  if (letter === 'd') return signals[at] ?? NaN;
  if (letter === 'm') return messages[at]?.[Number(place)] ?? NaN;
  return partialsOf(graph, at, values)[Number(place)] ?? NaN;
}

/** Of a number whose digits have no room in a node, three of them and the power of ten. */
export function formatGraphNumber(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) < 99999.5) return formatNumber(value);
  return value.toExponential(2).replace('+', '').replace('-', '−');
}

/** Writes every number below `root` in place: a running network renders nothing. */
export function writeNumbers(root: HTMLElement | null, graph: Graph, passes: Passes): void {
  if (root === null) return;
  for (const element of root.querySelectorAll<HTMLDataElement>('data[data-key]')) {
    const value = numberOf(element.dataset['key'] ?? '', graph, passes);
    const exact = String(value);
    if (element.value === exact) continue;
    element.value = exact;
    element.textContent = formatGraphNumber(value);
    const leaf = element.closest('[role=slider]');
    leaf?.setAttribute('aria-valuenow', exact);
    leaf?.setAttribute('aria-valuetext', formatGraphNumber(value));
  }
}

/** A value as it is read from the page. */
export function readNumber(value: number): number {
  return Number(formatGraphNumber(value).replaceAll('−', '-'));
}
