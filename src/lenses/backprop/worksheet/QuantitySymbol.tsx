import { isOutput, LETTERS, type Quantity } from '../../../figures/worksheet/quantities';
import { MathSymbol } from '../../../panels/network/MathSymbol';
import type { SheetModel } from './sheetModel';

/** A quantity's symbol beside its box; its name in words is the box's. */
export function QuantitySymbol({ model, quantity }: { model: SheetModel; quantity: Quantity }) {
  switch (quantity.kind) {
    case 'L':
      return <MathSymbol letter="L" />;
    case 'eta':
    case 'lambda':
      return <MathSymbol letter={quantity.kind === 'eta' ? 'η' : 'λ'} />;
    case 'x':
    case 'y':
      return <MathSymbol letter={quantity.kind} index={String(quantity.unit + 1)} />;
    case 'e':
    case 'h':
    case 'd':
      return <UnitQuantity model={model} quantity={quantity} />;
    case 'w':
    case 'g':
    case 'n': {
      const { layer, unit, from } = quantity;
      const index = from === 'bias' ? String(unit + 1) : indices(model, unit + 1, from + 1);
      const letter = from === 'bias' ? 'b' : 'w';
      return (
        <span className="sheet-symbol">
          {quantity.kind === 'g' && (
            <>
              ∂<i>L</i>/∂
            </>
          )}
          <MathSymbol letter={letter} index={index} power={`(${layer + 1})`} />
        </span>
      );
    }
  }
}

/** Two-digit numbers of units need something between them. */
function indices({ sizes }: SheetModel, receiving: number, sending: number): string {
  return `${receiving}${Math.max(...sizes) > 9 ? ',' : ''}${sending}`;
}

interface UnitQuantityProps {
  readonly model: SheetModel;
  readonly quantity: Extract<Quantity, { kind: 'e' | 'h' | 'd' }>;
}

function UnitQuantity({ model, quantity: { kind, layer, unit } }: UnitQuantityProps) {
  const output = isOutput(model.network, layer);
  const single = output && model.sizes.at(-1) === 1;
  const index = String(unit + 1);
  const power = `(${layer + 1})`;
  if (output && kind === 'h') return <MathSymbol letter="y" hat {...(single ? {} : { index })} />;
  const letter = LETTERS[output ? 'output' : 'hidden'][kind];
  if (output && kind === 'd') return <MathSymbol letter={letter} {...(single ? {} : { index })} />;
  return <MathSymbol letter={letter} index={index} power={power} />;
}
