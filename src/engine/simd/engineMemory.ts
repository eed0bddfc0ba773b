import { LinearMemory } from '../../wasm/instance';
import type { Layout } from '../engine';
import type { ParameterVectors } from '../trainer/parameterState';
import { layoutAddresses, VECTOR_NAMES, writeMasks, type VectorName } from './addresses';

/** What is asked for beyond the present need, so that a data set may grow a little in place. */
const RESERVE = 1.25;

/** The memory of one trainer and its views. It is replaced when more is needed, for growing would detach the views. */
export class EngineMemory {
  linear: LinearMemory;
  floats: Float32Array;
  doubles: Float64Array;
  private readonly addresses: Readonly<Record<VectorName, number>>;
  private readonly stateEnd: number;

  constructor(
    private readonly layout: Layout,
    bytes: number,
  ) {
    // The vectors come first, whatever the batch.
    const { vectors, evaluation } = layoutAddresses(layout, 4);
    this.addresses = vectors;
    this.stateEnd = evaluation[0].excitations;
    this.linear = new LinearMemory(bytes * RESERVE);
    [this.floats, this.doubles] = viewsOf(this.linear);
    writeMasks(new Int32Array(this.linear.buffer));
    const penalized = this.vector('penalized');
    for (const { weights, bias } of layout.layers) penalized.fill(1, weights, bias);
  }

  /** Makes room for so many bytes in all. Returns whether everything has moved, with the vectors' numbers. */
  reserve(bytes: number): boolean {
    if (bytes <= this.linear.buffer.byteLength) return false;
    const before = new Uint8Array(this.linear.buffer, 0, this.stateEnd);
    this.linear = new LinearMemory(bytes * RESERVE);
    [this.floats, this.doubles] = viewsOf(this.linear);
    // Bytes, for masks are no numbers.
    new Uint8Array(this.linear.buffer).set(before);
    return true;
  }

  vector(name: VectorName): Float32Array {
    const first = this.addresses[name] / 4;
    return this.floats.subarray(first, first + this.layout.parameterCount);
  }

  parameterVectors(): ParameterVectors {
    const [parameters, gradient, first, second, clipped] = VECTOR_NAMES.map((name) => this.vector(name));
    return { parameters, gradient, first, second, clipped };
  }
}

function viewsOf({ buffer }: LinearMemory): [Float32Array, Float64Array] {
  return [new Float32Array(buffer), new Float64Array(buffer)];
}
