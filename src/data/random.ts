/**
 * Seeded random numbers for data: an integer hash of seed, purpose and token, then of a counter. Each token has its own
 * stream, so that neither the number of tokens nor what others draw moves it. Bit operations, + and × only: the same in
 * every browser. Points, their noise and the split draw from different purposes.
 */
export type Random = () => number;

const PURPOSES = { data: 0x3c6ef372, noise: 0x510e527f, split: 0x1f83d9ab } as const;
export type Purpose = keyof typeof PURPOSES;

/** Odd, near 2³² divided by the golden ratio: consecutive multiples are spread over all 32 bits. */
const GOLDEN = 0x9e3779b9;

/** Mixes 32 bits so that each of the input's bits sways each of the output's (the finalizer of MurmurHash3). */
function mix(bits: number): number {
  let h = bits;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 32 random bits for one token and purpose. */
export function randomBits(seed: number, purpose: Purpose, token: number): number {
  return mix(mix(mix(seed ^ PURPOSES[purpose]) + Math.imul(token + 1, GOLDEN)));
}

/** A stream of uniform numbers, 0 ≤ u < 1. */
export function createRandom(seed: number, purpose: Purpose, token: number): Random {
  const start = randomBits(seed, purpose, token);
  let counter = 0;
  return () => {
    counter++;
    return mix(start + Math.imul(counter, GOLDEN)) / 2 ** 32;
  };
}

export function uniform(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}

/** Near to normal with mean 0 and standard deviation 1: the sum of twelve uniform numbers needs no logarithm. */
export function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

/** Token indices in an order that depends on the seed alone: fewer tokens keep the order of those that remain. */
export function shuffledTokens(seed: number, count: number, purpose: Purpose): number[] {
  const keys = Array.from({ length: count }, (_, token) => randomBits(seed, purpose, token));
  const key = (token: number) => keys[token] ?? 0;
  return keys.map((_, token) => token).sort((a, b) => key(a) - key(b) || a - b);
}
