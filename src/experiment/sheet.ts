/** A worksheet as a link names it: which blanks, and of which token. The network is the link's own. */
export interface Sheet {
  readonly difficulty: Difficulty;
  /** place in the data set, from 0 */
  readonly token: number;
}

/** What is left blank: the errors of one layer (counted from 1, the last is the output), one pass, or both. */
export type Difficulty = 'forward' | 'backward' | 'all' | `delta-${number}`;

/** The value of `view` in a link: worksheet-delta-1-token-3; layers and tokens count from 1, as on the page. */
export function sheetText({ difficulty, token }: Sheet): string {
  return `worksheet-${difficulty}-token-${token + 1}`;
}

const PATTERN = /^worksheet-(?:(forward|backward|all)|delta-(\d{1,2}))-token-([1-9]\d{0,5})$/u;

/** null for any other text. */
export function parseSheetText(text: string): Sheet | null {
  const [, pass, layer, token] = PATTERN.exec(text) ?? [];
  if (token === undefined) return null;
  return { difficulty: difficultyOf(pass, Number(layer)), token: Number(token) - 1 };
}

function difficultyOf(pass: string | undefined, layer: number): Difficulty {
  if (pass === 'forward' || pass === 'backward' || pass === 'all') return pass;
  return `delta-${layer}`;
}
