import { flatten, float32, join, section, signed, text, unsigned, type Code } from './code';
import { load, type Vector } from './f32x4';
import { FunctionCode, type ConstantTable } from './functionCode';
import { constant } from './i32';

/** Bytes of a constant: four times the same number. */
const CONSTANT_BYTES = 16;

/** A module being written. It imports its memory; into that it brings a table of constants. */
export class ModuleCode implements ConstantTable {
  private readonly functions: FunctionCode[] = [];
  private readonly exported: number[][] = [];
  private readonly kernels = new Map<string, FunctionCode>();
  /** [place in the table] bytes of one number */
  private readonly constants = new Map<string, { readonly at: number; readonly bytes: Code }>();

  /** The table of constants takes at most `constantBytes` from address `constantsAt` on. */
  constructor(
    private readonly constantsAt: number,
    private readonly constantBytes: number,
  ) {}

  function(parameterCount: number): FunctionCode {
    const made = new FunctionCode(this.functions.length, parameterCount, this);
    this.functions.push(made);
    return made;
  }

  /** The kernel of that key, written when it is asked for the first time. */
  kernel(key: string, parameterCount: number, write: (f: FunctionCode) => void): FunctionCode {
    const known = this.kernels.get(key);
    if (known !== undefined) return known;
    const made = this.function(parameterCount);
    this.kernels.set(key, made);
    write(made);
    return made;
  }

  export(name: string, parameterCount: number, write: (f: FunctionCode) => void): FunctionCode {
    const made = this.function(parameterCount);
    this.exported.push(flatten([text(name), 0, unsigned(made.index)]));
    write(made);
    return made;
  }

  /**
   * The number four times, read from memory: inside loops a compiler would build a constant anew each time, while what
   * was loaded into a variable before the loop stays in a register.
   */
  constant(x: number): Vector {
    return this.fromTable(`f${x}`, () => float32(x));
  }

  /** Likewise a whole number. */
  integer(n: number): Vector {
    return this.fromTable(`i${n}`, () => [n & 255, (n >> 8) & 255, (n >> 16) & 255, (n >> 24) & 255]);
  }

  private fromTable(key: string, encode: () => Code): Vector {
    let entry = this.constants.get(key);
    if (entry === undefined) {
      const at = this.constants.size * CONSTANT_BYTES;
      if (at + CONSTANT_BYTES > this.constantBytes) {
        throw new Error(`At most ${this.constantBytes / CONSTANT_BYTES} constants were expected.`);
      }
      const bytes = encode();
      entry = { at, bytes: [bytes, bytes, bytes, bytes] };
      this.constants.set(key, entry);
    }
    return load(constant(0), this.constantsAt + entry.at);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    const table = flatten(Array.from(this.constants.values(), (entry) => entry.bytes));
    const sections = [
      section(
        1,
        this.functions.length,
        this.functions.map((f) => flatten(f.typeCode)),
      ),
      section(2, 1, [flatten([text('env'), text('memory'), 2, 0, 1])]),
      section(
        3,
        this.functions.length,
        this.functions.map((f) => flatten(unsigned(f.index))),
      ),
      section(7, this.exported.length, this.exported),
      section(
        10,
        this.functions.length,
        this.functions.flatMap((f) => f.body),
      ),
    ];
    if (table.length > 0) {
      const place = [0, 0x41, signed(this.constantsAt), 0x0b, unsigned(table.length)];
      sections.push(section(11, 1, [flatten(place), table]));
    }
    return join([[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], ...sections.flat()]);
  }
}
