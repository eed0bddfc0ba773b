import { useRef } from 'react';
import {
  FORMULA_INPUTS,
  numberFormula,
  signClass,
  symbolFormula,
  valueClass,
  type FormulaUnit,
} from '../../figures/network/formula';
import { useFrame, useFrames } from '../../store/context';
import { Tex } from './Tex';
import { writeTerm } from './writeTerm';

export interface FormulaProps {
  readonly unit: FormulaUnit;
  /** index of the first weight and of the bias in the flat parameters */
  readonly weights: number;
  readonly bias: number;
}

/** A unit's formula in names, and, where it has few inputs, with its present numbers. */
export function Formula({ unit, weights, bias }: FormulaProps) {
  const frames = useFrames();
  const numbers = useRef<HTMLElement>(null);
  const numberTex = unit.inputs <= FORMULA_INPUTS ? numberFormula(unit) : null;
  useFrame(
    ({ parameters }) => {
      if (numbers.current === null || numberTex === null) return;
      for (let i = 0; i < unit.inputs; i++) write(numbers.current, i, parameters[weights + i] ?? 0);
      write(numbers.current, 'bias', parameters[bias] ?? 0);
    },
    [numberTex, weights, bias],
  );
  return (
    <div className="network-formula">
      <div>
        <Tex tex={symbolFormula(unit)} />
      </div>
      {/* These numbers are those of the fields below. */}
      {numberTex !== null && (
        <div>
          <Tex
            tex={numberTex}
            onSet={(element) => {
              numbers.current = element;
              frames.redraw();
            }}
          />
        </div>
      )}
    </div>
  );
}

function write(root: HTMLElement, term: number | 'bias', value: number): void {
  writeTerm(root, { sign: signClass(term), value: valueClass(term), leads: term === 0 }, value);
}
