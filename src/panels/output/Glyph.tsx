import { formOf, formPath } from '../../figures/decisionMap/forms';
import { classToken } from '../../figures/decisionMap/style';
import './Glyph.css';

/** A class's point as it stands on the map: filled where it trains, hollow where it tests. */
export function ClassGlyph({ label, classes, test = false }: ClassGlyphProps) {
  return (
    <svg className="glyph" data-test={test || undefined} width="12" height="12" aria-hidden="true">
      <path
        d={formPath(formOf(label, classes), 6, 6, test ? 3.4 : 4)}
        style={{ '--glyph': `var(--${classToken(label, classes)})` }}
      />
    </svg>
  );
}

export interface ClassGlyphProps {
  readonly label: number;
  readonly classes: number;
  readonly test?: boolean;
}

/** Filled for train, hollow for test, of no class. */
export function SetGlyph({ test }: { test: boolean }) {
  return (
    <svg className="glyph" data-test={test || undefined} width="10" height="10" aria-hidden="true">
      <path d={formPath('circle', 5, 5, test ? 3.4 : 4)} />
    </svg>
  );
}

/** What the legend shows for a set: both classes where there are two, else a point of no class. */
export function SetGlyphs({ classes, test }: { classes: number; test: boolean }) {
  if (classes !== 2) return <SetGlyph test={test} />;
  return (
    <span className="glyph-pair">
      <ClassGlyph label={1} classes={2} test={test} />
      <ClassGlyph label={0} classes={2} test={test} />
    </span>
  );
}
