import { compileModule, type CompiledModule } from '../../../wasm/instance';

/** More than anybody moves between; the oldest go first. */
const MOST = 64;
const compiled = new Map<string, CompiledModule>();

/** The program of that key, written and compiled when it is asked for the first time. */
export function compiledProgram(key: string, write: () => Uint8Array<ArrayBuffer>): CompiledModule {
  const known = compiled.get(key);
  const program = known ?? compileModule(write());
  // Put back last, as the youngest.
  compiled.delete(key);
  compiled.set(key, program);
  for (const oldest of compiled.keys()) {
    if (compiled.size <= MOST) break;
    compiled.delete(oldest);
  }
  return program;
}
