import { describe, expect, it } from 'vitest';
import { layoutGraph, NODE } from '../../../src/figures/computationGraph/layout';
import { WORKED, WORKED_NAMES } from '../../../src/figures/computationGraph/worked';

describe.each(WORKED_NAMES)('the layout of the graph %s', (name) => {
  const { graph } = WORKED[name];
  const layout = layoutGraph(graph);

  it('puts every operand to the left of the node that takes it', () => {
    graph.forEach(({ operands }, i) => {
      for (const operand of operands)
        expect((layout.nodes[operand]?.x ?? NaN) + NODE.width).toBeLessThan(layout.nodes[i]?.x ?? NaN);
    });
  });

  it('lets no two nodes touch, and none leave the figure', () => {
    layout.nodes.forEach(({ x, y }, i) => {
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + NODE.width).toBeLessThanOrEqual(layout.width);
      expect(y + NODE.height).toBeLessThanOrEqual(layout.height);
      layout.nodes.slice(i + 1).forEach((other) => {
        if (other.x === x) expect(Math.abs(other.y - y)).toBeGreaterThan(NODE.height);
      });
    });
  });

  it('leads no edge through a node', () => {
    for (const { points, from, to } of layout.edges)
      layout.nodes.forEach(({ x, y }, i) => {
        if (i === from || i === to) return;
        const through = points.some((point) => point.x === x && point.y > y && point.y < y + NODE.height);
        expect(through).toBe(false);
      });
  });
});
