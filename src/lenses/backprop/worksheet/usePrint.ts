import { useState } from 'react';
import { flushSync } from 'react-dom';

export interface Printing {
  /** whether the sheet of paper carries the solutions */
  readonly solutions: boolean;
  readonly print: (solutions: boolean) => void;
}

/** The sheet of paper is written before the printer's dialog takes it. */
export function usePrint(): Printing {
  const [solutions, setSolutions] = useState(false);
  return {
    solutions,
    print(withSolutions) {
      flushSync(() => setSolutions(withSolutions));
      window.print();
    },
  };
}
