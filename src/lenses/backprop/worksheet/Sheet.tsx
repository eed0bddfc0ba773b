import { useId, type ReactNode } from 'react';
import { printedText } from '../../../figures/worksheet/paper';
import { isOutput, keyOf, quantityName, type Quantity } from '../../../figures/worksheet/quantities';
import type { Section } from '../../../figures/worksheet/sections';
import { Tex } from '../../../panels/network/Tex';
import { QuantitySymbol } from './QuantitySymbol';
import { SheetDiagram } from './SheetDiagram';
import type { SheetModel } from './sheetModel';
import { layerTex, lossTex, matrixTex, tokenTex, updateTex } from './tex';

export interface SheetProps {
  readonly model: SheetModel;
  readonly sections: readonly Section[];
  readonly title: string;
  /** what stands in the place of a blank */
  readonly box: (quantity: Quantity) => ReactNode;
}

/** The sheet itself, the same on the screen and on paper: what is given, then the pass line by line. */
export function Sheet({ model, sections, title, box }: SheetProps) {
  const hasUpdate = sections.some(({ pass }) => pass === 'update');
  return (
    <article className="sheet" aria-label="Sheet">
      <h3>{title}</h3>
      <Statement model={model} sections={sections} />
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
        1 % of the value{hasUpdate && ', a new weight within 1 % of its change'}, or within 0.0001. A mistake
        carried forward by the right formula counts as right.
      </p>
      {sections.map((section) => (
        <SheetSection key={section.title} model={model} section={section} box={box} />
      ))}
    </article>
  );
}

/** What is computed, by which formulas. */
function Statement({ model, sections }: Pick<SheetProps, 'model' | 'sections'>) {
  const isPass = sections.some(({ pass, blank }) => pass !== 'update' && blank);
  const update = sections.some(({ pass }) => pass === 'update') ? model.update : null;
  return (
    <p className="sheet-statement">
      {isPass && <Pass model={model} />}
      {update !== null && (
        <span className="sheet-phrase">
          {isPass ? 'Update' : 'One step of gradient descent on one token, from its gradients'}:{' '}
          <Tex tex={updateTex(update)} />.
        </span>
      )}
    </p>
  );
}

function Pass({ model }: { model: SheetModel }) {
  return (
    <>
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
    </>
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
    <section
      className="sheet-section"
      aria-labelledby={id}
      data-small={(columns === 4 && quantities.length <= 2) || undefined}
    >
      <h4 id={id}>{title}</h4>
      <ul data-columns={columns}>
        {quantities.map((quantity) => (
          <li key={keyOf(quantity)} data-kind={quantity.kind} data-first={isFirst(quantity) || undefined}>
            <span className="sheet-left" aria-hidden="true">
              <QuantitySymbol model={model} quantity={quantity} /> {quantity.kind === 'n' ? '←' : '='}
            </span>
            {blank ? box(quantity) : <Given model={model} quantity={quantity} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What belongs to the next unit begins on a line of its own. */
function isFirst(quantity: Quantity): boolean {
  return (quantity.kind === 'g' || quantity.kind === 'n') && quantity.from === 0;
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
