import { useId, type ReactNode } from 'react';
import { printedText } from '../../../figures/worksheet/paper';
import { isOutput, keyOf, quantityName, type Quantity } from '../../../figures/worksheet/quantities';
import type { Section } from '../../../figures/worksheet/sections';
import { Tex } from '../Tex';
import { QuantitySymbol } from './QuantitySymbol';
import { SheetDiagram } from './SheetDiagram';
import type { SheetModel } from './sheetModel';
import { layerTex, lossTex, matrixTex, tokenTex } from './tex';

export interface SheetProps {
  readonly model: SheetModel;
  readonly sections: readonly Section[];
  readonly title: string;
  /** what stands in the place of a blank */
  readonly box: (quantity: Quantity) => ReactNode;
}

/** The sheet itself, the same on the screen and on paper: what is given, then the pass line by line. */
export function Sheet({ model, sections, title, box }: SheetProps) {
  return (
    <article className="sheet" aria-label="Sheet">
      <h3>{title}</h3>
      <p className="sheet-statement">
        Forward and backward for one token. The loss that is differentiated, without penalty:{' '}
        <span className="sheet-phrase">
          <Tex tex={lossTex(model)} />.
        </span>{' '}
        {model.network.layers.map((_, layer) => (
          <span key={layer} className="sheet-phrase">
            {isOutput(model.network, layer) ? 'Output' : `Layer ${layer + 1}`}:{' '}
            <Tex tex={layerTex(model, layer)} />.{' '}
          </span>
        ))}
      </p>
      <div className="sheet-given">
        <SheetDiagram model={model} />
        <div className="sheet-matrices">
          <Tex tex={tokenTex(model)} />
          {model.network.layers.map((_, layer) => (
            <Tex key={layer} tex={matrixTex(model, layer)} />
          ))}
        </div>
      </div>
      <p className="sheet-tolerance">
        The numbers above are exact; compute with them as printed, to four decimals. An answer is right within
        1 % of the value, or within 0.0001. A mistake carried forward by the right formula counts as right.
      </p>
      {sections.map((section) => (
        <SheetSection key={section.title} model={model} section={section} box={box} />
      ))}
    </article>
  );
}

interface SheetSectionProps {
  readonly model: SheetModel;
  readonly section: Section;
  readonly box: SheetProps['box'];
}

function SheetSection({ model, section: { title, blank, columns, quantities }, box }: SheetSectionProps) {
  const id = useId();
  return (
    <section className="sheet-section" aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      <ul data-columns={columns}>
        {quantities.map((quantity) => (
          <li key={keyOf(quantity)} data-kind={quantity.kind}>
            <span className="sheet-left" aria-hidden="true">
              <QuantitySymbol model={model} quantity={quantity} /> =
            </span>
            {blank ? box(quantity) : <Given model={model} quantity={quantity} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Given({ model, quantity }: { model: SheetModel; quantity: Quantity }) {
  const value = model.truth(quantity);
  return (
    <>
      <span className="visually-hidden">
        {quantityName(model.network, model.features, quantity)}, given:{' '}
      </span>
      <data className="sheet-value" value={String(value)}>
        {printedText(value)}
      </data>
    </>
  );
}
