import { LinearMemory, type Kernel } from '../../wasm/instance';
import type { Painter } from '../engine';
import { stepsOf, type Ramp } from '../paint';
import { align } from './addresses';
import { CENTER, COLORS, STEPS, type PaintShape } from './kernels/colors';
import { compiledProgram } from './programs/compiledPrograms';
import { paintProgram } from './programs/paintProgram';

const VALUES = align(COLORS + 511 * 4);
/** What the kernels may read behind the values. */
const SLACK = 64;

/** A painter that looks up four pixels at a time. The memory grows to the largest image and square so far. */
export function createSimdPainter(): Painter {
  let memory = new LinearMemory(VALUES);
  let kernels = new Map<string, Kernel>();
  let floats = new Float32Array(memory.buffer);
  let bytes = new Uint8ClampedArray(memory.buffer);
  let ramp: Ramp = bytes;
  let rowBytes = 0;
  let imageBytes = 0;
  /** room for the values of a square, and for the image behind it */
  let valueBytes = 0;

  /** Makes room for a square and the image, of which nothing gets lost. */
  function reserve(squareBytes: number): void {
    const wanted = Math.max(valueBytes, align(squareBytes) + SLACK);
    if (wanted === valueBytes && VALUES + valueBytes + imageBytes <= bytes.length) return;
    const image = bytes.slice(VALUES + valueBytes, VALUES + valueBytes + imageBytes);
    valueBytes = wanted;
    memory = new LinearMemory(VALUES + valueBytes + imageBytes);
    floats = new Float32Array(memory.buffer);
    bytes = new Uint8ClampedArray(memory.buffer);
    bytes.set(image, VALUES + valueBytes);
    kernels = new Map();
    writeColors(bytes, ramp);
  }

  function kernel(shape: PaintShape): Kernel {
    const key = `paint ${shape.size} ${shape.zoom} ${shape.discrete}`;
    const known = kernels.get(key);
    if (known !== undefined) return known;
    const made = memory.instantiate(compiledProgram(key, () => paintProgram(shape)))('paint');
    kernels.set(key, made);
    return made;
  }

  return {
    begin(width, height, colors) {
      rowBytes = 4 * width;
      imageBytes = rowBytes * height;
      ramp = colors;
      reserve(0);
      writeColors(bytes, ramp);
    },
    paint(values, from, { column, row, size, zoom }, scale) {
      const side = size * zoom;
      const count = side * side;
      reserve(4 * count);
      floats.set(values.subarray(from, from + count), VALUES / 4);
      floats[CENTER / 4] = scale.center;
      floats[STEPS / 4] = stepsOf(scale);
      const pixels = VALUES + valueBytes + row * rowBytes + 4 * column;
      kernel({ size, zoom, discrete: scale.discrete })(VALUES, pixels, rowBytes);
    },
    copyTo(rgba) {
      const image = VALUES + valueBytes;
      rgba.set(bytes.subarray(image, image + imageBytes));
    },
  };
}

/** 511 colors of three bytes → of four, the last of them opaque. */
function writeColors(bytes: Uint8ClampedArray, ramp: Ramp): void {
  for (let from = 0, to = COLORS; from < ramp.length; from += 3, to += 4) {
    bytes[to] = ramp[from];
    bytes[to + 1] = ramp[from + 1];
    bytes[to + 2] = ramp[from + 2];
    bytes[to + 3] = 255;
  }
}
