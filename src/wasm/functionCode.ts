import { flatten, list, unsigned, VALUE_TYPES, type Code, type Value, type ValueType } from './code';
import { storeCode, storeLaneCode, type Vector } from './f32x4';
import * as i32 from './i32';

/** A variable of a function; as a value, what it holds at that point of the program. */
export interface Local<T extends ValueType> extends Value<T> {
  readonly index: number;
}
export type Pointer = Local<'i32'>;

const BLOCK = 0x40;
const END = 0x0b;

/** Constants that code reads from memory. */
export interface ConstantTable {
  constant(x: number): Vector;
  integer(n: number): Vector;
}

/** One function being written: statements are appended in order, expressions go into them. */
export class FunctionCode {
  readonly parameters: readonly Pointer[];
  private readonly locals: ValueType[] = [];
  private readonly free: Record<ValueType, number[]> = { i32: [], f32: [], f64: [], v128: [] };
  /** Locals of the scopes that are open, innermost last. */
  private readonly scopes: Local<ValueType>[][] = [];
  private readonly bytes: number[] = [];

  /** All parameters are addresses or counts; nothing is returned. */
  constructor(
    readonly index: number,
    private readonly parameterCount: number,
    private readonly table: ConstantTable,
  ) {
    this.parameters = Array.from({ length: parameterCount }, (_, i) => local('i32', i));
  }

  // ---- variables

  variable<T extends ValueType>(type: T): Local<T> {
    const index = this.free[type].pop() ?? this.parameterCount + this.locals.push(type) - 1;
    const made = local(type, index);
    this.scopes[this.scopes.length - 1]?.push(made);
    return made;
  }

  /** A new variable that holds a value, computed here and now. */
  let<T extends ValueType>(value: Value<T>): Local<T> {
    const made = this.variable(value.type);
    this.set(made, value);
    return made;
  }

  set<T extends ValueType>(variable: Local<T>, value: Value<T>): void {
    this.write([value.code, 0x21, unsigned(variable.index)]);
  }

  /** A number four times, loaded here: before the loops that use it. */
  constant(x: number): Vector {
    return this.let(this.table.constant(x));
  }

  constants(numbers: readonly number[]): readonly Vector[] {
    return numbers.map((x) => this.constant(x));
  }

  /** A whole number four times, as bits. */
  integer(n: number): Vector {
    return this.let(this.table.integer(n));
  }

  advance(pointer: Pointer, bytes: number): void {
    if (bytes !== 0) this.set(pointer, i32.offset(pointer, bytes));
  }

  /** Variables made inside are given back at the end. */
  scope(body: () => void): void {
    this.scopes.push([]);
    body();
    for (const each of this.scopes.pop() ?? []) this.free[each.type].push(each.index);
  }

  // ---- memory

  store(address: i32.Int, value: Vector, at = 0): void {
    this.write(storeCode(address, value, at));
  }

  storeInteger(address: i32.Int, value: i32.Int, at = 0): void {
    this.write(i32.storeCode(address, value, at));
  }

  storeLane(address: i32.Int, value: Vector, k: number, at = 0): void {
    this.write(storeLaneCode(address, value, k, at));
  }

  // ---- control

  /** Runs the body, again and again while the condition that it gives holds. */
  doWhile(body: () => i32.Int): void {
    this.write([0x03, BLOCK]);
    this.scope(() => {
      const condition = body();
      this.write([condition.code, 0x0d, 0, END]);
    });
  }

  /** Runs the body a fixed number of times. */
  repeat(times: number, body: () => void): void {
    if (times <= 1) {
      if (times === 1) this.scope(body);
      return;
    }
    this.scope(() => {
      const left = this.let(i32.constant(times));
      this.doWhile(() => {
        body();
        this.advance(left, -1);
        return left;
      });
    });
  }

  /** Runs the body, which moves the pointer by `step`, until it has moved by `bytes`, a multiple of that. */
  along(pointer: Pointer, bytes: number, step: number, body: () => void): void {
    if (bytes <= step) {
      if (bytes === step) this.scope(body);
      return;
    }
    this.scope(() => {
      const end = this.let(i32.offset(pointer, bytes));
      this.doWhile(() => {
        body();
        return i32.lessThan(pointer, end);
      });
    });
  }

  when(condition: i32.Int, body: () => void): void {
    this.write([condition.code, 0x04, BLOCK]);
    this.scope(body);
    this.write(END);
  }

  call(callee: FunctionCode, ...values: readonly i32.Int[]): void {
    if (values.length !== callee.parameterCount) {
      throw new Error(`A call with ${callee.parameterCount} values was expected, got ${values.length}.`);
    }
    this.write([values.map((value) => value.code), 0x10, unsigned(callee.index)]);
  }

  // ---- binary format

  get typeCode(): Code {
    const types = new Array<number>(this.parameterCount).fill(VALUE_TYPES.i32);
    return [0x60, list(types), list([])];
  }

  /** In pieces that lie one after the other: the length first. */
  get body(): readonly (readonly number[])[] {
    const declarations = flatten(list(this.locals.map((type) => [1, VALUE_TYPES[type]])));
    const length = declarations.length + this.bytes.length + 1;
    return [flatten(unsigned(length)), declarations, this.bytes, [END]];
  }

  private write(code: Code): void {
    flatten(code, this.bytes);
  }
}

function local<T extends ValueType>(type: T, index: number): Local<T> {
  return { type, index, code: [0x20, unsigned(index)] };
}
