import type { LitPart, UnitMaps } from '../../protocol/snapshot';
import { drawPills, spreadPills } from './drawPills';
import { drawGauges, drawMarks, drawResiduals, drawTiles, type MarkPlace } from './drawUnits';
import type { NetworkLayout } from './layout';
import type { LinkGeometry } from './linkGeometry';
import type { LinkPainter } from './linkPainter';
import type { NetworkColors } from './networkColors';
import { linksOfUnit, weightPills } from './unitLinks';

/** What stays from frame to frame until the network's shape or the window changes. */
export interface NetworkFigure {
  readonly layout: NetworkLayout;
  readonly links: LinkGeometry;
  readonly painter: LinkPainter;
}

export interface NetworkFrame {
  /** the unit or link pointed out, if any */
  readonly shown: LitPart | null;
  /** [layer] whether its input is added to its output */
  readonly residual: readonly boolean[];
  readonly parameters: ArrayLike<number>;
  readonly atlas: HTMLCanvasElement;
  readonly maps: Pick<UnitMaps, 'size' | 'columns'> | null;
  /** where in every picture the token lies that a lens tells, if any */
  readonly mark: MarkPlace | null;
  readonly colors: NetworkColors;
  /** how a weight is written on its link, and in what */
  readonly format: (weight: number) => string;
  readonly font: string;
  /** whether this frame has taken long enough */
  readonly isOutOfTime: () => boolean;
}

/** Paints one frame. The canvas has the painter's size. Returns whether all links are up to date. */
export function drawNetwork(
  context: CanvasRenderingContext2D,
  { layout, links, painter }: NetworkFigure,
  frame: NetworkFrame,
): boolean {
  const { parameters, colors, shown } = frame;
  const finished = painter.advance(frame, frame.isOutOfTime);
  context.putImageData(new ImageData(painter.image(), painter.width, painter.height), 0, 0);
  context.setTransform(painter.ratio, 0, 0, painter.ratio, 0, 0);
  drawResiduals(context, layout, frame.residual, colors);
  if (frame.maps) drawTiles(context, layout, frame.atlas, frame.maps);
  if (frame.maps && frame.mark) drawMarks(context, layout, frame.mark, colors);
  drawGauges(context, layout, links.layers, parameters, colors);
  if (shown !== null) {
    const pills = weightPills(layout, links, linksOfUnit(links, shown), parameters, frame.format);
    drawPills(context, spreadPills(pills), colors, frame.font);
  }
  return finished;
}
