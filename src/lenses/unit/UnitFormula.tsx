import { useRef, useState } from 'react';
import { excitationFormula, signClass, valueClass, WRITTEN_INPUTS } from '../../figures/unit/formula';
import { showRounded } from '../../panels/network/weightText';
import { sameSizes } from '../../panels/output/sameSizes';
import { useFrame, useFrames } from '../../store/context';
import { Tex } from '../Tex';
import { createThrottle } from '../throttle';
import type { UnitModel } from './unitModel';

/** e = b x₀ + w₁ x₁ + …, x₀ = 1, with the present numbers. */
export function UnitFormula({ model }: { model: UnitModel }) {
  const element = useRef<HTMLSpanElement>(null);
  const frames = useFrames();
  const { wiring, sizes } = model;
  const [throttle] = useState(createThrottle);
  /** the formula whose places hold numbers already */
  const written = useRef<UnitModel | null>(null);
  useFrame(
    (snapshot) => {
      if (element.current === null || !sameSizes(snapshot.sizes, sizes)) return;
      const isNew = written.current !== model;
      if (!throttle(snapshot.updatesPerSecond === 0) && !isNew) return;
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
      ref={element}
      className="unit-lens-formula"
      tex={excitationFormula(model.unit)}
      onSet={() => {
        written.current = null;
        frames.redraw();
      }}
    />
  );
}

/** Term 0 is the bias. */
function write(root: HTMLElement, term: number, value: number): void {
  const sign = root.querySelector(`.${signClass(term)}`);
  const digits = root.querySelector(`.${valueClass(term)}`);
  if (sign) setText(sign, value < 0 ? '−' : term === 0 ? '' : '+');
  if (digits) setText(digits, showRounded(Math.abs(value)));
}

function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
