import type katexModule from 'katex';
import { useEffect, useRef, useState } from 'react';
import {
  FORMULA_INPUTS,
  numberFormula,
  signClass,
  symbolFormula,
  valueClass,
  type FormulaUnit,
} from '../../figures/network/formula';
import { useFrame } from '../../store/context';
import { showRounded } from './weightText';

type Katex = typeof katexModule;

/** The typesetter comes with the first unit that somebody looks at. */
export function useKatex(): Katex | null {
  const [katex, setKatex] = useState<Katex | null>(null);
  useEffect(() => {
    let wanted = true;
    const parts = Promise.all([import('katex'), import('katex/dist/katex.min.css')]);
    void parts.then(
      ([module]) => wanted && setKatex(() => module.default),
      () => undefined, // Without a connection the numbers stand without their formula.
    );
    return () => {
      wanted = false;
    };
  }, []);
  return katex;
}

export interface FormulaProps {
  readonly unit: FormulaUnit;
  /** index of the first weight and of the bias in the flat parameters */
  readonly weights: number;
  readonly bias: number;
}

/** A unit's formula in names, and, where it has few inputs, with its present numbers. */
export function Formula({ unit, weights, bias }: FormulaProps) {
  const katex = useKatex();
  const names = useRef<HTMLDivElement>(null);
  const numbers = useRef<HTMLDivElement>(null);
  const nameTex = symbolFormula(unit);
  const numberTex = unit.inputs <= FORMULA_INPUTS ? numberFormula(unit) : null;
  useEffect(() => {
    if (katex && names.current) katex.render(nameTex, names.current, { throwOnError: false });
  }, [katex, nameTex]);
  useEffect(() => {
    if (!katex || !numbers.current || numberTex === null) return;
    const trust = ({ command }: { command: string }) => command === '\\htmlClass';
    katex.render(numberTex, numbers.current, {
      output: 'html',
      throwOnError: false,
      strict: 'ignore',
      trust,
    });
  }, [katex, numberTex]);
  useFrame(
    ({ parameters }) => {
      if (numbers.current === null || numberTex === null) return;
      for (let i = 0; i < unit.inputs; i++) write(numbers.current, i, parameters[weights + i] ?? 0);
      write(numbers.current, 'bias', parameters[bias] ?? 0);
    },
    [katex, numberTex, weights, bias],
  );
  return (
    <div className="network-formula">
      <div ref={names} />
      {/* These numbers are those of the fields below. */}
      {numberTex !== null && <div ref={numbers} aria-hidden="true" />}
    </div>
  );
}

function write(root: HTMLElement, term: number | 'bias', value: number): void {
  const sign = root.querySelector(`.${signClass(term)}`);
  const digits = root.querySelector(`.${valueClass(term)}`);
  if (sign) setText(sign, value < 0 ? '−' : term === 0 ? '' : '+');
  if (digits) setText(digits, showRounded(Math.abs(value)));
}

function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
