/**
 * Draws that depend on nothing but their keys, so that a draw needs no state and adding one moves no other. 32-bit
 * integers throughout: the same bits in every browser.
 */

/** Mixes one more key into a hash. The finalizer is that of MurmurHash3. */
export function mixHash(hash: number, key: number): number {
  let h = Math.imul(hash ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(key | 0, 0xcc9e2d51);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export function hashText(hash: number, text: string): number {
  let h = mixHash(hash, text.length);
  for (let i = 0; i < text.length; i++) h = mixHash(h, text.charCodeAt(i));
  return h;
}

/** A hash as a number in [0, 1). */
export function unitInterval(hash: number): number {
  return hash / 4294967296;
}
