import { MathSymbol } from '../../network/MathSymbol';
import { SetGlyph } from '../../output/Glyph';
import type { ParabolaModel } from './model';

/** What the marks of both planes mean. */
export function PlanesLegend({ model }: { model: ParabolaModel }) {
  const { dataset, noise, linear } = model;
  return (
    <p className="planes-legend">
      <span>
        <SetGlyph test={false} /> train {dataset.train.length}
      </span>
      <span>
        <SetGlyph test /> test {dataset.test.length}
      </span>
      <span className="planes-legend-line" data-line="target">
        {noise > 0 ? (
          <span>
            E[
            <MathSymbol letter="y" />|<MathSymbol letter="x" />]
          </span>
        ) : (
          'target'
        )}
      </span>
      <span className="planes-legend-line" data-line="network">
        network
      </span>
      <span className="planes-legend-line" data-line="error">
        error{' '}
        {linear && (
          <>
            <MathSymbol letter="ε" /> ={' '}
          </>
        )}
        <MathSymbol letter="y" hat /> − <MathSymbol letter="y" />
      </span>
    </p>
  );
}
