import { failure, success, type Result } from './result';
import { expectedSentence, showValue } from './sentences';

/** The `key=value` pairs after the # of an address. */

/** Values are still escaped; see `unescapeValue`. A key without = has the value ''. */
export function splitHash(hash: string): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  for (const part of hash.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    pairs.push(equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)]);
  }
  return pairs;
}

export function unescapeValue(key: string, value: string): Result<string> {
  try {
    return success(decodeURIComponent(value.replace(/\+/gu, ' ')));
  } catch {
    return failure(expectedSentence([key], 'a text with whole % escapes', showValue(value)));
  }
}
