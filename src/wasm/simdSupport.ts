import { add, load } from './f32x4';
import { compileModule } from './instance';
import { ModuleCode } from './moduleCode';

/** Whether WebAssembly may be compiled here and knows vectors. A policy of the page may forbid it as well. */
export function hasSimd(): boolean {
  try {
    const module = new ModuleCode(0, 0);
    module.export('test', 1, (f) => {
      const [at] = f.parameters;
      f.store(at, add(load(at), load(at, 16)));
    });
    compileModule(module.bytes());
    return true;
  } catch {
    return false;
  }
}
