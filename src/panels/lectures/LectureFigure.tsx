import { later } from '../../controls/later';
import type { LectureFigureName } from './figureOf';

/** Each loads with the first problem that wants it. */
const FIGURES: Readonly<Record<LectureFigureName, ReturnType<typeof later>>> = {
  parabola: later(async () => (await import('./parabola/ParabolaFigure')).ParabolaFigure),
  curve: later(async () => (await import('./curve/CurveFigure')).CurveFigure),
  surface: later(async () => (await import('./surface/SurfaceFigure')).SurfaceFigure),
  gate: later(async () => (await import('./gates/GateFigure')).GateFigure),
  digits: later(async () => (await import('./digits/DigitFigure')).DigitFigure),
};

/** What stands in the place of the decision map for a problem from the lectures. */
export function LectureFigure({ name }: { name: LectureFigureName }) {
  const Figure = FIGURES[name];
  return (
    <div className="output-figure">
      <Figure key={name} />
    </div>
  );
}
