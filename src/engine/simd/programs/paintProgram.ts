import { ModuleCode } from '../../../wasm/moduleCode';
import { COLORS, writePaintSquare, type PaintShape } from '../kernels/colors';

const CONSTANTS = 1024;

/** Exports `paint(values, pixels, rowBytes)`. */
export function paintProgram(shape: PaintShape): Uint8Array<ArrayBuffer> {
  const module = new ModuleCode(CONSTANTS, COLORS - CONSTANTS);
  module.export('paint', 3, (f) => {
    const [values, pixels, rowBytes] = f.parameters;
    writePaintSquare(f, shape, values, pixels, rowBytes);
  });
  return module.bytes();
}
