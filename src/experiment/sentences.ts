/** The words in which parsers say what was wrong: where, what was expected, what was found. */

export type Path = readonly PropertyKey[];

export function expectedSentence(path: Path, expected: string, found: string): string {
  return `${path.length > 0 ? showPath(path) : 'Experiment'}: expected ${expected}, found ${found}.`;
}

/** ['network', 'hidden', 0, 'units'] → network.hidden[0].units */
export function showPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += `${text === '' ? '' : '.'}${String(step)}`;
  }
  return text;
}

export function showValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `"${shorten(value)}"`;
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

/** Quoted text stays within one line of the page. */
export function shorten(text: string, length = 40): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

/** ['tanh', 'relu', 'sigmoid'] → tanh, relu or sigmoid */
export function oneOf(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? 'nothing';
  return `${names.slice(0, -1).join(', ')} or ${names[names.length - 1] ?? ''}`;
}
