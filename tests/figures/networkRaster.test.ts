import { describe, expect, it } from 'vitest';
import { layoutNetwork } from '../../src/figures/network/layout';
import { layoutLinks, pointOnLink } from '../../src/figures/network/linkGeometry';
import { createLinkPainter } from '../../src/figures/network/linkPainter';
import type { NetworkColors } from '../../src/figures/network/networkColors';

const colors: NetworkColors = {
  ...{ positive: '', negative: '', ink: '', inkSecond: '', inkThird: '', paper: '', rule: '', faintest: 0.3 },
  ...{ positiveBytes: [0, 0, 255], negativeBytes: [255, 0, 0], paperBytes: [255, 255, 255] },
};
const layout = layoutNetwork({ width: 600, height: 500, sizes: [2, 2, 1], phone: false, foot: 40 });
// 2–2–1: four weights and two biases, two weights and one bias
const parameters = Float32Array.of(1, 0, 0, -1, 9, 9, 0.5, 1, 9);
const never = () => false;

function painted(
  ratio = 1,
  frozen: Parameters<typeof layoutLinks>[1] = [],
  shown = null as null | { layer: number; unit: number },
) {
  const links = layoutLinks(layout, frozen);
  const painter = createLinkPainter(layout, links, ratio);
  painter.advance({ parameters, colors, shown }, never);
  const bytes = painter.image();
  const pixel = (x: number, y: number) => {
    const at = 4 * (Math.floor(y * ratio) * painter.width + Math.floor(x * ratio));
    return [...bytes.slice(at, at + 4)];
  };
  return { links, painter, pixel };
}

describe('the picture of the links', () => {
  it('shows the paper where there is no link', () => {
    expect(painted().pixel(5, 5)).toEqual([255, 255, 255, 255]);
  });

  it('has the color of the weight’s sign along the whole curve, at every resolution', () => {
    for (const ratio of [1, 2]) {
      const { links, pixel } = painted(ratio);
      for (const t of [0.1, 0.3, 0.9]) {
        const positive = pointOnLink(links.ends, 0, t);
        const negative = pointOnLink(links.ends, 3, t);
        expect(pixel(positive.x, positive.y)[0]).toBeLessThan(60);
        expect(pixel(positive.x, positive.y)[2]).toBe(255);
        expect(pixel(negative.x, negative.y)[0]).toBe(255);
        expect(pixel(negative.x, negative.y)[2]).toBeLessThan(60);
      }
    }
  });

  it('draws a strong weight wider than a weak one', () => {
    const { links, pixel } = painted();
    const height = (link: number) => {
      const { x, y } = pointOnLink(links.ends, link, 0.5);
      let rows = 0;
      for (let dy = -20; dy <= 20; dy++) if ((pixel(x, y + dy)[0] ?? 255) < 250) rows++;
      return rows;
    };
    // The last layer's second weight is twice its first; both curves are equally steep there.
    expect(height(5)).toBeGreaterThan(height(4) + 1);
  });

  it('leaves gaps in a frozen link', () => {
    const holes = (frozen: Parameters<typeof layoutLinks>[1]) => {
      const { links, pixel } = painted(1, frozen);
      let count = 0;
      for (let t = 0.02; t < 0.98; t += 0.005) {
        const { x, y } = pointOnLink(links.ends, 0, t);
        if ((pixel(x, y)[0] ?? 0) > 200) count++;
      }
      return count;
    };
    expect(holes([])).toBe(0);
    expect(holes([{ layer: 0, unit: 0, from: 0 }])).toBeGreaterThan(20);
  });

  it('fades every link but those of the unit pointed out', () => {
    const { links, pixel } = painted(1, [], { layer: 0, unit: 0 });
    const own = pointOnLink(links.ends, 0, 0.3);
    const other = pointOnLink(links.ends, 3, 0.3);
    expect(pixel(own.x, own.y)[0]).toBeLessThan(60);
    expect(pixel(other.x, other.y)[2]).toBeGreaterThan(200);
  });
});

describe('painting thousands of links', () => {
  const large = layoutNetwork({ width: 800, height: 640, sizes: [2, 64, 64, 1], phone: false, foot: 40 });
  const links = layoutLinks(large, []);
  const weights = Float32Array.from({ length: 5000 }, (_, i) => Math.sin(i));

  it('goes on over several frames, shows nothing half done, and says when the picture is that of the frame', () => {
    const painter = createLinkPainter(large, links, 1);
    const input = { parameters: weights, colors, shown: null };
    let frames = 0;
    const first = painter.advance(input, () => true);
    expect(first).toBe(false);
    expect(painter.image().every((byte) => byte === 255)).toBe(true);
    while (!painter.advance(input, () => true)) frames++;
    expect(frames).toBeGreaterThan(10);
    expect(painter.image().every((byte) => byte === 255)).toBe(false);
  });

  it('is not done while newer weights are waiting', () => {
    const painter = createLinkPainter(large, links, 1);
    painter.advance({ parameters: weights, colors, shown: null }, () => true);
    const newer = { parameters: Float32Array.from(weights), colors, shown: null };
    expect(painter.advance(newer, never)).toBe(false);
    expect(painter.advance(newer, never)).toBe(true);
  });
});
