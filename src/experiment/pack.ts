import { encodeBase64Url } from './base64url';
import type { CustomProblem, LayerParameters } from './experiment';

/**
 * Many numbers in an address: a format, the counts that say how they are cut up, and the bytes, as in
 * `f32.500x2x1.AACAPw…`. Little-endian; f32 where single precision holds every number exactly, else f64. Read by
 * `unpack.ts`.
 */

function packNumbers(shape: readonly number[], numbers: readonly number[]): string {
  const single = numbers.every((number) => Math.fround(number) === number);
  const size = single ? 4 : 8;
  const bytes = new Uint8Array(numbers.length * size);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, i) => {
    if (single) view.setFloat32(i * size, number, true);
    else view.setFloat64(i * size, number, true);
  });
  return `${single ? 'f32' : 'f64'}.${shape.join('x')}.${encodeBase64Url(bytes)}`;
}

/** Shape: layer sizes from the inputs to the outputs; per layer the weights row by row, then the biases. */
export function packParameters(parameters: readonly LayerParameters[]): string {
  const inputs = parameters[0]?.weights[0]?.length ?? 0;
  const shape = [inputs, ...parameters.map((layer) => layer.bias.length)];
  return packNumbers(
    shape,
    parameters.flatMap((layer) => [...layer.weights.flat(), ...layer.bias]),
  );
}

/** Shape: points × coordinates × outputs; all inputs row by row, then all targets. */
export function packPoints({ inputs, targets }: CustomProblem): string {
  const shape = [inputs.length, inputs[0]?.length ?? 0, targets[0]?.length ?? 0];
  return packNumbers(shape, [...inputs.flat(), ...targets.flat()]);
}

/** One bit a point, the first in the lowest bit of the first byte. */
export function packFlags(flags: readonly boolean[]): string {
  const bytes = new Uint8Array(Math.ceil(flags.length / 8));
  flags.forEach((flag, i) => {
    if (flag) bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (1 << (i & 7));
  });
  return encodeBase64Url(bytes);
}
