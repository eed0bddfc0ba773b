import { traceForm } from '../decisionMap/forms';
import type { MapStyle } from '../decisionMap/style';
import { spotOf, type Frame } from './scene';
import type { TokenGroup } from './tokenGroups';
import type { Placed } from './view';

export interface TokensLook {
  readonly frame: Frame;
  readonly style: MapStyle;
  /** px */
  readonly radius: number;
  /** near points larger and fuller than far ones */
  readonly deep: boolean;
  readonly showTest: boolean;
}

/** Slices of the depth, far to near, each with its size and opacity. */
const SLICES = [-1, -0.35, 0, 0.35, 1] as const;
const FAR = { size: 0.72, opacity: 0.45 } as const;
const NEAR = { size: 1.25, opacity: 1 } as const;

/** Those that test hollow and below, those that train filled and on top; in a deep space the nearer ones first. */
export function drawTokens(
  context: CanvasRenderingContext2D,
  placed: Placed,
  groups: readonly TokenGroup[],
  look: TokensLook,
): void {
  const slices = look.deep ? SLICES.length - 1 : 1;
  for (let slice = 0; slice < slices; slice++) {
    const from = slice === 0 ? -Infinity : (SLICES[slice] ?? 0);
    const to = slice === slices - 1 ? Infinity : (SLICES[slice + 1] ?? 0);
    const near = slices === 1 ? 1 : slice / (slices - 1);
    const isIn = (token: number) => {
      const depth = placed.depth[token] ?? 0;
      return depth >= from && depth < to;
    };
    const size = slices === 1 ? 1 : FAR.size + near * (NEAR.size - FAR.size);
    context.globalAlpha = FAR.opacity + near * (NEAR.opacity - FAR.opacity);
    const sliced = { ...look, radius: look.radius * size };
    if (look.showTest) for (const group of groups) drawGroup(context, placed, group, true, isIn, sliced);
    for (const group of groups) drawGroup(context, placed, group, false, isIn, sliced);
  }
  context.globalAlpha = 1;
}

function drawGroup(
  context: CanvasRenderingContext2D,
  placed: Placed,
  { color, outlined, form, train, test }: TokenGroup,
  isTest: boolean,
  isIn: (token: number) => boolean,
  { frame, style, radius }: TokensLook,
): void {
  const trace = (size: number) => {
    context.beginPath();
    for (const token of isTest ? test : train) {
      if (!isIn(token)) continue;
      const [x, y] = spotOf(frame, placed.x[token] ?? NaN, placed.y[token] ?? NaN);
      traceForm(context, form, x, y, size);
    }
  };
  // A pale colour needs an outline of ink, and where it tests an empty middle.
  const ringed = isTest && !outlined;
  trace(ringed ? radius - 0.25 : radius + 0.15);
  context.fillStyle = ringed ? style.paper : color;
  context.strokeStyle = ringed ? color : outlined ? style.inkSecondary : style.paper;
  context.lineWidth = ringed ? 1.5 : 1.8;
  if (ringed) context.fill();
  context.stroke();
  // Above the strokes: they would eat up tokens that lie close together.
  if (!ringed) context.fill();
  if (!isTest || !outlined) return;
  trace(Math.max(1, radius - 1.5));
  context.fillStyle = style.paper;
  context.fill();
}
