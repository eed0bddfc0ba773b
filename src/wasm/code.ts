/** Bytes of WebAssembly, nested as they were put together. */
export type Code = number | readonly Code[];

export const VALUE_TYPES = { i32: 0x7f, f32: 0x7d, f64: 0x7c, v128: 0x7b } as const;
export type ValueType = keyof typeof VALUE_TYPES;

/** An expression: code that leaves one value of a type on the stack. */
export interface Value<T extends ValueType> {
  readonly type: T;
  readonly code: Code;
}

export function flatten(code: Code, into: number[] = []): number[] {
  if (typeof code === 'number') {
    into.push(code);
    return into;
  }
  for (let i = 0; i < code.length; i++) {
    const part = code[i];
    if (typeof part === 'number') into.push(part);
    else flatten(part, into);
  }
  return into;
}

/** LEB128 of 0 … 2³² − 1 */
export function unsigned(n: number): Code {
  if (n >= 0 && n < 128) return n;
  const bytes: number[] = [];
  let rest = n >>> 0;
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
  return bytes;
}

/** LEB128 of −2³¹ … 2³¹ − 1 */
export function signed(n: number): Code {
  const bytes: number[] = [];
  let rest = n | 0;
  // The last byte's bit 6 is the sign.
  for (; rest < -64 || rest > 63; rest >>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest & 127);
  return bytes;
}

export function float32(x: number): Code {
  return Array.from(new Uint8Array(Float32Array.of(x).buffer));
}

export function text(letters: string): Code {
  return [unsigned(letters.length), Array.from(letters, (letter) => letter.charCodeAt(0))];
}

/** A vector of the binary format: how many, then one after the other. */
export function list(items: readonly Code[]): Code {
  return [unsigned(items.length), items];
}

type Pieces = readonly (readonly number[])[];

/** A section of so many items: its number, its length in bytes, then the items, each in one or more pieces. */
export function section(id: number, items: number, pieces: Pieces): Pieces {
  const count = flatten(unsigned(items));
  const length = pieces.reduce((sum, piece) => sum + piece.length, count.length);
  return [[id], flatten(unsigned(length)), count, ...pieces];
}

/** Pieces that lie one after the other. */
export function join(pieces: Pieces): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
