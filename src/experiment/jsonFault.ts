/**
 * Where a text stops being JSON, since browsers tell in different words or not at all. Returns the index of the first
 * token that may not stand where it does, the text's length when it ends early, or −1 when it is JSON.
 */
export function jsonFault(text: string): number {
  const open: string[] = [];
  let expects: Expectation = 'value';
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    SPACE.test(text);
    at = SPACE.lastIndex;
    if (expects === 'end' && at === text.length) return -1;
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return at;
    const next = step(expects, token, open);
    if (next === null) return at;
    expects = next;
    at += token.length;
  }
}

type Expectation = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or ]' | ', or }' | 'end';

const SPACE = /[ \t\n\r]*/y;
const TOKEN =
  /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** What may follow a token, or null where it may not stand. `open` holds the brackets that are still open. */
function step(expects: Expectation, token: string, open: string[]): Expectation | null {
  const isKey = expects === 'key' || expects === 'key or }';
  const isValue = expects === 'value' || expects === 'value or ]';
  const after = (): Expectation => {
    const bracket = open[open.length - 1];
    return bracket === undefined ? 'end' : bracket === '[' ? ', or ]' : ', or }';
  };
  switch (token) {
    case '{':
    case '[':
      if (isValue) open.push(token);
      return isValue ? (token === '{' ? 'key or }' : 'value or ]') : null;
    case '}':
      if (expects !== 'key or }' && expects !== ', or }') return null;
      open.pop();
      return after();
    case ']':
      if (expects !== 'value or ]' && expects !== ', or ]') return null;
      open.pop();
      return after();
    case ',':
      return expects === ', or ]' ? 'value' : expects === ', or }' ? 'key' : null;
    case ':':
      return expects === ':' ? 'value' : null;
    default:
      if (isKey) return token.startsWith('"') ? ':' : null;
      return isValue ? after() : null;
  }
}
