import { useCallback, useEffect, useMemo, useRef, type RefObject } from 'react';
import { cssColor, readPalette } from '../../figures/color';
import { readMapStyle } from '../../figures/decisionMap/style';
import { drawHiddenSpace } from '../../figures/hiddenSpace/draw';
import { frameWithin, type Axes, type Frame } from '../../figures/hiddenSpace/scene';
import { groupTokens } from '../../figures/hiddenSpace/tokenGroups';
import type { Placed } from '../../figures/hiddenSpace/view';
import { useThemed } from '../../controls/useThemeKey';
import { prepareCanvas, useCanvasFont, usePixelRatio } from '../../panels/output/useCanvas';
import { sameSizes } from '../../panels/output/sameSizes';
import { useFrame, useSelect } from '../../store/context';
import { selectShownUnit } from '../../store/state';
import { useThrottle } from '../../store/throttle';
import { wholePicture, type Shown } from './hiddenSpaceScene';
import type { HiddenSpaceChoice } from './useHiddenSpace';
import { writeWords } from './writeWords';

export interface HiddenSpaceDrawing {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly names: RefObject<HTMLDivElement | null>;
  readonly words: RefObject<HTMLDivElement | null>;
  readonly size: { readonly width: number; readonly height: number };
  readonly choice: HiddenSpaceChoice;
}

/** Draws with every frame; what it returns tells where the tokens stand now. */
export function useHiddenSpaceDrawing({ canvas, names, words, size, choice }: HiddenSpaceDrawing) {
  const { model, view, at, turn, position } = choice;
  const { dataset } = model;
  const unit = useSelect(selectShownUnit);
  const chosen = useSelect((state) => state.view.token);
  const showTest = useSelect((state) => state.view.showTest);
  const pixelRatio = usePixelRatio();
  const fontFamily = useCanvasFont();
  const classes = Math.max(2, dataset.classes);
  const colors = useThemed(useCallback((root: HTMLElement) => readColors(root, classes), [classes]));
  const style = useMemo(() => ({ ...colors.style, fontFamily }), [colors, fontFamily]);
  const groups = useMemo(() => groupTokens(dataset, colors.style, colors.palette), [dataset, colors]);
  const shown = useRef(new Map<number, Shown>());
  const drawn = useRef<{ readonly tokens: Placed; readonly frame: Frame } | null>(null);
  const isDue = useThrottle([choice, unit, chosen]);
  useEffect(() => {
    shown.current.clear();
  }, [dataset, view, model.sizes]);

  useFrame(
    (snapshot) => {
      if (canvas.current === null || size.width === 0 || !sameSizes(snapshot.sizes, model.sizes)) return;
      const frame = frameWithin(size.width, size.height);
      const options = { model, snapshot, view, turn: turn.current, frame, unit, shown: shown.current };
      const now = Math.min(position.current, model.sizes.length - 1);
      const picture = wholePicture(options, now);
      if (picture === null) return;
      const context = prepareCanvas(canvas.current, size.width, size.height, pixelRatio);
      if (context === null) return;
      const { tokens, grid, axes, thresholds, deep } = picture;
      const lines = model.grid !== null && grid !== null ? { lines: model.grid, placed: grid } : null;
      drawHiddenSpace(
        context,
        { frame, tokens, groups, showTest, chosen, grid: lines, axes, thresholds, deep },
        style,
      );
      drawn.current = { tokens, frame };
      // The names are those of the layer that has been asked for.
      placeNames(names.current, now === at ? axes : null);
      if (words.current !== null && isDue(snapshot))
        writeWords(words.current, choice, picture.from, snapshot, chosen);
    },
    [size, choice, unit, chosen, showTest, style, groups, pixelRatio],
  );
  return drawn;
}

function placeNames(element: HTMLElement | null, axes: Axes | null): void {
  if (element === null) return;
  const hidden = axes === null || axes.names.length !== element.children.length;
  element.hidden = hidden;
  if (hidden) return;
  [...element.children].forEach((name, d) => {
    const [x, y] = axes.names[d] ?? [0, 0];
    if (!(name instanceof HTMLElement)) return;
    name.style.left = `${x}px`;
    name.style.top = `${y}px`;
  });
}

function readColors(root: HTMLElement, classes: number) {
  const style = {
    ...readMapStyle(root, classes),
    inkFaint: cssColor(root, 'ink-3'),
    rule: cssColor(root, 'rule'),
    frame: cssColor(root, 'rule-2'),
    positive: cssColor(root, 'pos'),
    fontFamily: '',
  };
  return { style, palette: readPalette(root) };
}
