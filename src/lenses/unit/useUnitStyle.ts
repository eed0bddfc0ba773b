import { useCallback, useMemo } from 'react';
import { useThemed } from '../../controls/useThemeKey';
import { cssColor } from '../../figures/color';
import { readMapStyle } from '../../figures/decisionMap/style';
import { useCanvasFont } from '../../panels/output/useCanvas';

/** Colours and font of the figures; classes keep their points' colours. */
export function useUnitStyle(classes: number) {
  const fontFamily = useCanvasFont();
  const colors = useThemed(useCallback((root) => readUnitColors(root, classes), [classes]));
  return useMemo(() => ({ ...colors, fontFamily }), [colors, fontFamily]);
}

function readUnitColors(root: HTMLElement, classes: number) {
  const map = readMapStyle(root, Math.max(2, classes));
  return {
    ink: cssColor(root, 'ink'),
    inkSecondary: cssColor(root, 'ink-2'),
    inkFaint: cssColor(root, 'ink-3'),
    rule: cssColor(root, 'rule'),
    paper: cssColor(root, 'paper'),
    map,
    classes: classes === 0 ? [] : map.classes,
  };
}
