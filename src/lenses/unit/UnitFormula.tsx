import { useRef } from 'react';
import { excitationFormula, signClass, valueClass, WRITTEN_INPUTS } from '../../figures/unit/formula';
import { Tex } from '../../panels/network/Tex';
import { writeTerm } from '../../panels/network/writeTerm';
import { sameSizes } from '../../panels/output/sameSizes';
import { useFrame, useFrames } from '../../store/context';
import { useThrottle } from '../../store/throttle';
import type { UnitModel } from './unitModel';

/** e = b x₀ + w₁ x₁ + …, x₀ = 1, with the present numbers. */
export function UnitFormula({ model }: { model: UnitModel }) {
  const element = useRef<HTMLElement>(null);
  const frames = useFrames();
  const { wiring, sizes } = model;
  const isDue = useThrottle([model]);
  /** the formula whose places hold numbers already */
  const written = useRef<UnitModel | null>(null);
  useFrame(
    (snapshot) => {
      if (element.current === null || !sameSizes(snapshot.sizes, sizes)) return;
      if (!isDue(snapshot) && written.current === model) return;
      written.current = model;
      write(element.current, 0, snapshot.parameters[wiring.bias] ?? 0);
      const terms = wiring.inputs > WRITTEN_INPUTS ? 0 : wiring.inputs;
      for (let j = 0; j < terms; j++)
        write(element.current, j + 1, snapshot.parameters[wiring.weights + j] ?? 0);
    },
    [model],
  );
  return (
    <Tex
      className="unit-lens-formula"
      tex={excitationFormula(model.unit)}
      onSet={(formula) => {
        element.current = formula;
        written.current = null;
        frames.redraw();
      }}
    />
  );
}

/** Term 0 is the bias. */
function write(root: HTMLElement, term: number, value: number): void {
  writeTerm(root, { sign: signClass(term), value: valueClass(term), leads: term === 0 }, value);
}
