import type { GraphSymbol } from '../../../figures/computationGraph/graph';
import { MathSymbol } from '../../../panels/network/MathSymbol';

/** A node's symbol in the faces of mathematics. */
export function GraphSymbolText({ symbol }: { symbol: GraphSymbol }) {
  const { letter, index, power, hat = false } = symbol;
  return (
    <MathSymbol
      letter={letter}
      hat={hat}
      {...(index === undefined ? {} : { index })}
      {...(power === undefined ? {} : { power })}
    />
  );
}
