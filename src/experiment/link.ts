import type { Experiment } from './experiment';
import { parseExperimentFile } from './file';
import { splitHash, unescapeValue } from './hashPairs';
import { parseFields } from './linkFields';
import { isLinkKey, type LinkKey } from './linkKeys';
import { failure, success, type Result } from './result';
import { parseSheetText } from './sheet';
import { expectedSentence, shorten, showValue } from './sentences';
import { isTensorFlowPlaygroundHash, parseTensorFlowPlaygroundLink } from './tensorFlowPlayground';

/** Reads what follows the #, ours or the TensorFlow Playground's. null when there is nothing. */
export function parseHash(hash: string): Result<Experiment> | null {
  const text = hash.trim().replace(/^#/u, '');
  if (text === '') return null;
  const pairs = splitHash(text);
  const version = pairs.find(([key]) => key === 'v')?.[1];
  if (version === undefined) {
    if (isTensorFlowPlaygroundHash(pairs)) return parseTensorFlowPlaygroundLink(`#${text}`);
    return failure(`Link: expected v=1 or settings of the TensorFlow Playground, found "${shorten(text)}".`);
  }
  if (version !== '1') return failure(versionSentence(version));
  const fields = readPairs(pairs);
  return fields.ok ? parseFields(fields.value) : fields;
}

function versionSentence(version: string): string {
  const sentence = expectedSentence(['v'], '1', showValue(version));
  return Number(version) > 1
    ? `${sentence.slice(0, -1)}; this link was made by a newer version of Perceptarium.`
    : sentence;
}

/** The one setting of the view that a link carries; `linkView` reads it. */
function viewSentence(text: string): string {
  return expectedSentence(['view'], 'a worksheet such as worksheet-delta-1-token-1', showValue(text));
}

function readPairs(pairs: readonly (readonly [string, string])[]): Result<ReadonlyMap<LinkKey, string>> {
  const fields = new Map<LinkKey, string>();
  const seen = new Set<string>();
  for (const [key, escaped] of pairs) {
    if (seen.has(key)) return failure(`Link: expected each setting once, found "${shorten(key)}" twice.`);
    seen.add(key);
    if (key === 'v') continue;
    if (key === 'view') {
      if (parseSheetText(escaped) === null) return failure(viewSentence(escaped));
      continue;
    }
    if (!isLinkKey(key)) {
      return failure(`Link: expected settings such as problem, hidden or noise, found "${shorten(key)}".`);
    }
    const value = unescapeValue(key, escaped);
    if (!value.ok) return value;
    fields.set(key, value.value);
  }
  return success(fields);
}

/** Reads pasted text: an address of ours or of the TensorFlow Playground, what follows its #, or an experiment file. */
export function parseLink(text: string): Result<Experiment> {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return parseExperimentFile(trimmed);
  const at = trimmed.indexOf('#');
  const address = at < 0 ? trimmed : trimmed.slice(0, at);
  if (/^(https?:\/\/)?playground\.tensorflow\.org(\/|$)/u.test(address))
    return parseTensorFlowPlaygroundLink(trimmed);
  const isAddress = /^[a-z]+:\/\//u.test(address);
  const hash = at >= 0 ? trimmed.slice(at + 1) : isAddress ? '' : trimmed;
  const expected = 'Expected a link of Perceptarium or of the TensorFlow Playground, or an experiment file';
  return parseHash(hash) ?? failure(`${expected}, found ${showValue(trimmed)}.`);
}
