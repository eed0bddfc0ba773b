import { describe, expect, it } from 'vitest';
import {
  largestRate,
  layoutLossPlot,
  layoutRateScale,
  type LossLine,
} from '../../../src/figures/gradients/lossPlot';
import { verdictOf, verdictSentence } from '../../../src/figures/gradients/verdict';

/** L(w) = c/2 · w², seen from w = 1. */
function parabola(curvature: number, learningRate: number): LossLine {
  const values = Float64Array.from({ length: 9 }, (_, i) => -1 + i / 2);
  const loss = (w: number) => 0.5 * curvature * w * w;
  const next = 1 - learningRate * curvature;
  return {
    ...{ step: 0, index: 0, values, losses: values.map(loss), present: 1, loss: loss(1) },
    ...{ gradient: curvature, curvature, learningRate, next, nextLoss: loss(next) },
  };
}

describe('the verdict on η along a parabola', () => {
  it.each([
    [0.001, 'small'],
    [0.1, 'fine'],
    [0.9, 'crossing'],
    [1.1, 'large'],
  ])('η = %d with curvature 2 is %s', (rate, verdict) => {
    expect(verdictOf(parabola(2, rate))).toBe(verdict);
  });

  it('changes where the loss after the step passes the loss before it: at 2/curvature', () => {
    const [below, above] = [parabola(4, 0.499), parabola(4, 0.501)];
    expect([below.nextLoss < below.loss, verdictOf(below)]).toEqual([true, 'crossing']);
    expect([above.nextLoss > above.loss, verdictOf(above)]).toEqual([true, 'large']);
    expect(largestRate(4)).toBe(0.5);
  });

  it('knows no limit where the loss bends down, and nothing of a network that has diverged', () => {
    expect(largestRate(-1)).toBeNull();
    expect(verdictOf({ ...parabola(2, 0.1), curvature: -1 })).toBe('no-limit');
    expect(verdictOf({ ...parabola(2, 0.1), loss: NaN })).toBe('unknown');
    expect(verdictOf({ ...parabola(2, 0.1), gradient: 0 })).toBe('level');
  });

  it.each([0.001, 0.1, 0.9, 1.1])('η = %d is never fine where the step really lands higher', (rate) => {
    for (const nextLoss of [1.01, NaN]) {
      const sentence = verdictSentence({ ...parabola(2, rate), nextLoss });
      expect(sentence).toMatch(/^η is too large here: .*lands higher than it began\./u);
      expect(sentence).not.toMatch(/fine|small/u);
    }
    expect(verdictSentence({ ...parabola(2, rate), nextLoss: 1.01, curvature: -1 })).toContain('too large');
  });

  it('says so where the step lands lower although η is above 2/curvature', () => {
    expect(verdictSentence({ ...parabola(2, 1.1), nextLoss: 0.5 })).toMatch(/^The step lands lower, though/u);
  });

  it('takes a rise that is rounding for none', () => {
    expect(verdictOf({ ...parabola(2, 0.1), nextLoss: 1 + 2 ** -52 })).toBe('fine');
  });
});

describe('the figure', () => {
  it('puts the present point on the curve, in the middle, and the next where the step leads', () => {
    const plot = layoutLossPlot(parabola(2, 0.25), { width: 400, height: 100 });
    expect(plot?.present.x).toBe(200);
    // From w = 1 a step of −0.5, an eighth of the width.
    expect(plot?.next?.x).toBe(150);
    expect((plot?.next?.y ?? 0) > (plot?.present.y ?? Infinity)).toBe(true);
  });

  it('shows no next point where the step leaves the piece, and nothing where no loss is a number', () => {
    expect(layoutLossPlot(parabola(2, 5), { width: 400, height: 100 })?.next).toBeNull();
    expect(layoutLossPlot({ ...parabola(2, 1), loss: NaN }, { width: 400, height: 100 })).toBeNull();
  });

  it('marks η and 2/curvature on one logarithmic scale', () => {
    // From 10⁻³ to 10: η = 0.1 in the middle, 2/curvature = 1 at three quarters.
    expect(layoutRateScale(parabola(2, 0.1), 400)).toMatchObject({ rate: 200, limit: 300 });
    expect(layoutRateScale({ ...parabola(2, 0.1), curvature: 0 }, 400).limit).toBeNull();
  });

  it('names η and 2/curvature inside the figure, near their marks, and never one over the other', () => {
    const width = 420;
    // px; η and 2/curvature in the figure's face are 8 and 62 wide
    const halves = [4, 31] as const;
    const rates = Array.from({ length: 61 }, (_, i) => 10 ** (-4 + i / 10));
    for (const limit of rates)
      for (const rate of rates) {
        const scale = layoutRateScale(parabola(2 / limit, rate), width);
        const [eta = NaN, long = NaN] = scale.names.map(({ at }) => at);
        expect(Math.min(eta - halves[0], long - halves[1])).toBeGreaterThanOrEqual(0);
        expect(Math.max(eta + halves[0], long + halves[1])).toBeLessThanOrEqual(width);
        const apart = Math.abs(eta - long) > halves[0] + halves[1] + 4;
        expect(scale.names.map(({ raised }) => raised)).toEqual([false, expect.any(Boolean)]);
        expect(apart || scale.names[1]?.raised).toBe(true);
        expect(Math.abs(eta - scale.rate)).toBeLessThan(10);
      }
  });
});
