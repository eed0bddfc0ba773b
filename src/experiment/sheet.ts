/** A worksheet as a link names it: which blanks, and of which token. The network is the link's own. */
export interface Sheet {
  readonly difficulty: Difficulty;
  /** place in the data set, from 0 */
  readonly token: number;
}

/**
 * What is left blank: the errors or the new weights of one layer (counted from 1, the last is the output), one pass, all
 * new weights, or all of it.
 */
export type Difficulty = 'forward' | 'backward' | 'update' | 'all' | `delta-${number}` | `update-${number}`;

/** The value of `view` in a link: worksheet-delta-1-token-3; layers and tokens count from 1, as on the page. */
export function sheetText({ difficulty, token }: Sheet): string {
  return `worksheet-${difficulty}-token-${token + 1}`;
}

const PATTERN =
  /^worksheet-(?:(forward|backward|update|all)|(delta|update)-(\d{1,2}))-token-([1-9]\d{0,5})$/u;

/** null for any other text. */
export function parseSheetText(text: string): Sheet | null {
  const [, part = '', kind, layer, token] = PATTERN.exec(text) ?? [];
  if (token === undefined) return null;
  return { difficulty: difficultyOf(part, kind, Number(layer)), token: Number(token) - 1 };
}

function difficultyOf(part: string, kind: string | undefined, layer: number): Difficulty {
  if (part === 'forward' || part === 'backward' || part === 'update' || part === 'all') return part;
  return kind === 'update' ? `update-${layer}` : `delta-${layer}`;
}
