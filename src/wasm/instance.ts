/** Compiled code of any memory. */
export interface CompiledModule {
  readonly module: WebAssembly.Module;
}

/** An exported function: addresses and counts in, nothing out. */
export type Kernel = (...values: number[]) => void;

const PAGE = 65_536;

/** Memory of a fixed size: it never grows, so views of it stay valid. */
export class LinearMemory {
  private readonly memory: WebAssembly.Memory;
  readonly buffer: ArrayBuffer;

  constructor(bytes: number) {
    const pages = Math.ceil(bytes / PAGE);
    this.memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    this.buffer = this.memory.buffer;
  }

  /** Joins code to this memory and brings its constants there. Gives the exported functions by name. */
  instantiate({ module }: CompiledModule): (name: string) => Kernel {
    const { exports } = new WebAssembly.Instance(module, { env: { memory: this.memory } });
    return (name) => {
      const kernel = exports[name];
      if (!isKernel(kernel)) throw new Error(`An exported function ${name} was expected.`);
      return kernel;
    };
  }
}

function isKernel(value: unknown): value is Kernel {
  return typeof value === 'function';
}

/** At once, on this thread: the modules are a few kilobytes. */
export function compileModule(bytes: Uint8Array<ArrayBuffer>): CompiledModule {
  return { module: new WebAssembly.Module(bytes) };
}
