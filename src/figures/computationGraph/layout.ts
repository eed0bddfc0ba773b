import { usesOf, type Graph } from './graph';

/** px; a mark takes a row more, a finger higher rows. */
export const NODE = { width: 106, height: 50, filled: 66, touch: 90, touchFilled: 106 } as const;
const GAP = { x: 26, y: 8, lane: 16 } as const;
const ROUNDS = 8;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface GraphEdge {
  readonly from: number;
  readonly to: number;
  /** operand's place in the node that takes it */
  readonly place: number;
  /** from the operand's right side to the taker's left side, through lanes between the nodes of other columns */
  readonly points: readonly Point[];
}

export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** top left corners, by node */
  readonly nodes: readonly Point[];
  readonly nodeHeight: number;
  readonly edges: readonly GraphEdge[];
}

/** A node, or the lane of an edge that passes a column. */
interface Slot {
  readonly column: number;
  readonly height: number;
  y: number;
  readonly left: Slot[];
  readonly right: Slot[];
}

/** Values flow from left to right; every node stands as near before those that take it as it can. */
export function layoutGraph(graph: Graph, nodeHeight: number = NODE.height): GraphLayout {
  const columns = columnsOf(graph);
  const slots = graph.map((_, i) => createSlot(columns[i] ?? 0, nodeHeight + GAP.y));
  const lanes: Slot[] = [];
  const routes = graph.flatMap(({ operands }, to) =>
    operands.map((from, place) => {
      const route = routeOf(slots, from, to);
      lanes.push(...route.slice(1, -1));
      return { from, to, place, route };
    }),
  );
  const all = [...slots, ...lanes];
  arrange(all);
  const top = Math.min(...all.map(({ y, height }) => y - height / 2));
  const bottom = Math.max(...all.map(({ y, height }) => y + height / 2));
  const xOf = (column: number) => column * (NODE.width + GAP.x);
  return {
    width: xOf(Math.max(0, ...columns)) + NODE.width,
    height: bottom - top,
    nodes: slots.map(({ column, y }) => ({ x: xOf(column), y: y - top - nodeHeight / 2 })),
    nodeHeight,
    edges: routes.map(({ from, to, place, route }) => ({
      from,
      to,
      place,
      points: route.flatMap((slot, i) => {
        const y = slot.y - top;
        const x = xOf(slot.column);
        if (i === 0) return [{ x: x + NODE.width, y }];
        if (i === route.length - 1) return [{ x, y: y + entry(place, graph[to]?.operands.length ?? 1) }];
        return [
          { x, y },
          { x: x + NODE.width, y },
        ];
      }),
    })),
  };
}

/** Where an edge enters, from the middle: operands are spread over the node's side. */
function entry(place: number, count: number): number {
  return ((place + 0.5) / count - 0.5) * (NODE.height - 16);
}

function createSlot(column: number, height: number): Slot {
  return { column, height, y: 0, left: [], right: [] };
}

/** Columns from the left; the longest way to the output counts. */
function columnsOf(graph: Graph): readonly number[] {
  const uses = usesOf(graph);
  const depths = new Array<number>(graph.length).fill(0);
  for (let i = graph.length - 1; i >= 0; i--)
    depths[i] = Math.max(0, ...(uses[i] ?? []).map(({ node }) => (depths[node] ?? 0) + 1));
  const deepest = Math.max(0, ...depths);
  return depths.map((depth) => deepest - depth);
}

function routeOf(slots: readonly Slot[], from: number, to: number): readonly Slot[] {
  const [start, end] = [slots[from], slots[to]];
  if (start === undefined || end === undefined) return [];
  const between = Array.from({ length: end.column - start.column - 1 }, (_, i) =>
    createSlot(start.column + 1 + i, GAP.lane),
  );
  const route = [start, ...between, end];
  route.slice(1).forEach((slot, i) => {
    const before = route[i];
    if (before === undefined) return;
    before.right.push(slot);
    slot.left.push(before);
  });
  return route;
}

/** Sugiyama's sweeps: each column is put in the order, and near the height, of its neighbors' means. */
function arrange(slots: readonly Slot[]): void {
  const last = Math.max(0, ...slots.map(({ column }) => column));
  const columns = Array.from({ length: last + 1 }, (_, c) => slots.filter(({ column }) => column === c));
  for (const column of columns)
    place(
      column,
      column.map((_, i) => i),
    );
  for (let round = 0; round < ROUNDS; round++) {
    const leftward = round % 2 === 0;
    for (let i = 0; i <= last; i++) {
      const column = columns[leftward ? last - i : i] ?? [];
      const wanted = column.map((slot) => meanOf(leftward ? slot.right : slot.left) ?? slot.y);
      place(column, wanted);
    }
  }
}

function meanOf(slots: readonly Slot[]): number | null {
  return slots.length === 0 ? null : slots.reduce((sum, { y }) => sum + y, 0) / slots.length;
}

/** As near to the wanted heights as their order and sizes allow: neighbors that would overlap move as one block. */
function place(column: readonly Slot[], wanted: readonly number[]): void {
  const order = column.map((slot, i) => ({ slot, at: wanted[i] ?? 0 })).sort((a, b) => a.at - b.at);
  const blocks: { sum: number; count: number }[] = [];
  const offsets: number[] = [];
  order.forEach(({ slot, at }, i) => {
    const before = order[i - 1];
    const offset = before === undefined ? 0 : (offsets[i - 1] ?? 0) + (before.slot.height + slot.height) / 2;
    offsets.push(offset);
    blocks.push({ sum: at - offset, count: 1 });
    merge(blocks);
  });
  let next = 0;
  for (const { sum, count } of blocks)
    for (let i = 0; i < count; i++, next++) {
      const item = order[next];
      if (item !== undefined) item.slot.y = sum / count + (offsets[next] ?? 0);
    }
}

function merge(blocks: { sum: number; count: number }[]): void {
  for (;;) {
    const [before, last] = blocks.slice(-2);
    if (before === undefined || last === undefined) return;
    if (before.sum / before.count <= last.sum / last.count) return;
    blocks.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
  }
}

/** An SVG path with level tangents at every point. */
export function edgePath(points: readonly Point[]): string {
  return points
    .map(({ x, y }, i) => {
      const before = points[i - 1];
      if (before === undefined) return `M${x},${y}`;
      const middle = (before.x + x) / 2;
      return before.y === y ? `H${x}` : `C${middle},${before.y} ${middle},${y} ${x},${y}`;
    })
    .join('');
}
