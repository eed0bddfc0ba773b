import { useState } from 'react';
import { TextButton } from '../../../controls/TextButton';
import { nameOf, signalTex, texOf, type Graph } from '../../../figures/computationGraph/graph';
import { tallyOf, tallyText, type Mark } from '../../../figures/worksheet/judge';
import { Tex } from '../../../panels/network/Tex';
import { signalFormula } from './GraphTold';

export interface FillAsideProps {
  readonly graph: Graph;
  /** node whose blank is being filled */
  readonly focused: number;
  readonly marks: ReadonlyMap<number, Mark>;
  readonly judged: ReadonlySet<number>;
  /** node of the first signal that is wrong, once it has been judged */
  readonly first: number | null;
  readonly onJudge: () => void;
  readonly onClear: () => void;
  readonly onGoToFirst: () => void;
}

/** What is asked, how it stands, and a hint for the blank at hand. */
export function FillAside(props: FillAsideProps) {
  const { graph, focused, marks, judged, first, onJudge, onClear, onGoToFirst } = props;
  const [hinted, setHinted] = useState<number | null>(null);
  const symbol = graph[focused]?.symbol;
  const wrong = first === null ? undefined : graph[first]?.symbol;
  const shown = new Map([...marks].map(([node, mark]) => [String(node), judged.has(node) ? mark : 'blank']));
  return (
    <>
      <div className="explain">
        <h3>Fill in the signals</h3>
        <p className="graphs-ask">
          δ is the derivative of the output by the node. Begin at the output. An answer within 1 % counts, or
          within one unit of the fourth decimal; fractions are taken.
        </p>
        <p className="explain-line" role="status" aria-label="Signals filled in">
          {judged.size === 0 ? 'Nothing is judged yet.' : tallyText(tallyOf(shown))}
          {wrong !== undefined && ` First wrong: δ_${nameOf(wrong)}.`}
        </p>
        {wrong !== undefined && <TextButton onClick={onGoToFirst}>Go to the first wrong signal</TextButton>}
        {hinted === focused && symbol !== undefined && (
          <Tex
            display
            tex={
              focused === graph.length - 1
                ? `${signalTex(symbol)} = \\frac{d${texOf(symbol)}}{d${texOf(symbol)}}`
                : signalFormula(graph, focused)
            }
          />
        )}
      </div>
      <div className="backprop-buttons">
        <TextButton onClick={onClear}>Clear</TextButton>
        <TextButton onClick={() => setHinted(focused)}>
          Hint for δ_{symbol === undefined ? '' : nameOf(symbol)}
        </TextButton>
        <TextButton primary onClick={onJudge}>
          Judge all
        </TextButton>
      </div>
    </>
  );
}
