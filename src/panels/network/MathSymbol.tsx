import type { ReactNode } from 'react';
import type { Feature } from '../../experiment/names';
import './MathSymbol.css';

/** Letters in the faces of mathematics, with an index and a power or layer, and no script to load. */
export function MathSymbol(props: { letter: string; index?: string; power?: string; hat?: boolean }) {
  const { letter, index, power, hat = false } = props;
  return (
    <span className="math-symbol">
      <i className={hat ? 'math-hat' : undefined}>{letter}</i>
      {(index !== undefined || power !== undefined) && (
        <span
          className="math-scripts"
          data-stacked={(index !== undefined && power !== undefined) || undefined}
        >
          {power !== undefined && <sup>{power}</sup>}
          {index !== undefined && <sub>{index}</sub>}
        </span>
      )}
    </span>
  );
}

/** x1^2 as x₁², sin(x1) as sin x₁ */
export function FeatureSymbol({ feature }: { feature: Feature }) {
  const coordinates = feature.match(/x(\d+)(?:\^(\d))?/g) ?? [];
  const factors: ReactNode[] = coordinates.map((factor, i) => {
    const [base = '', power] = factor.split('^');
    const scripts = power === undefined ? {} : { power };
    return <MathSymbol key={i} letter="x" index={base.slice(1)} {...scripts} />;
  });
  return (
    <span className="math-symbol" aria-hidden="true">
      {feature.startsWith('sin') && <span className="math-function">sin</span>}
      {factors}
    </span>
  );
}

export interface UnitSymbolProps {
  readonly layer: number;
  readonly unit: number;
  readonly hiddenLayers: number;
  /** units of its layer */
  readonly units: number;
}

/** h₃⁽¹⁾, or ŷ */
export function UnitSymbol({ layer, unit, hiddenLayers, units }: UnitSymbolProps) {
  const index = String(unit + 1);
  if (layer === hiddenLayers) return <MathSymbol letter="y" hat {...(units > 1 ? { index } : {})} />;
  return <MathSymbol letter="h" index={index} {...(hiddenLayers > 1 ? { power: `(${layer + 1})` } : {})} />;
}
