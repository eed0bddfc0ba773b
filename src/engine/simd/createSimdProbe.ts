import { LinearMemory, type Kernel } from '../../wasm/instance';
import type { Layout, Probe } from '../engine';
import type { NetworkSpec } from '../network';
import { align, CONSTANT_BYTES, CONSTANTS } from './addresses';
import { compiledProgram } from './programs/compiledPrograms';
import { probeProgram, type ProbePlan } from './programs/probeProgram';

/** Tokens at a time, at most: few enough for a layer's rows to stay in the nearest cache. */
const MOST_LANES = 100;

/** A probe on kernels written for the network at hand. Its memory is made with the first run. */
export function createSimdProbe(layout: Layout, given: Float64Array, count: number): Probe {
  let inputs = given;
  const lanes = probeLanes(count);
  const tokens = Math.ceil(count / lanes) * lanes;
  const parametersAt = CONSTANTS.evaluation + CONSTANT_BYTES;
  const inputsAt = align(parametersAt + 4 * layout.parameterCount);
  const unitsAt = align(inputsAt + 4 * tokens * (inputs.length / Math.max(1, count)));
  const places = { layout, tokens, lanes, parametersAt, inputsAt, unitsAt };
  const packed = tokens === count ? null : new Float32Array(layout.unitCount * count);
  let memory: LinearMemory | null = null;
  let floats = new Float32Array(0);
  let key = '';
  let run: Kernel = () => {};

  function prepare(network: NetworkSpec): void {
    if (memory === null) {
      memory = new LinearMemory(unitsAt + 4 * layout.unitCount * tokens);
      floats = new Float32Array(memory.buffer);
      layInputs(floats, inputsAt / 4, inputs, count, tokens);
    }
    const wanted = JSON.stringify(['probe', network.inputs, network.layers, tokens]);
    if (wanted === key) return;
    key = wanted;
    const plan: ProbePlan = { ...places, network };
    run = memory.instantiate(compiledProgram(key, () => probeProgram(plan)))('run');
  }

  return {
    run(network, parameters) {
      prepare(network);
      floats.set(parameters, parametersAt / 4);
      run();
      const first = unitsAt / 4;
      if (packed === null) return floats.subarray(first, first + layout.unitCount * count);
      for (let unit = 0; unit < layout.unitCount; unit++) {
        const row = first + unit * tokens;
        packed.set(floats.subarray(row, row + count), unit * count);
      }
      return packed;
    },
    move(next) {
      inputs = next;
      if (memory !== null) layInputs(floats, inputsAt / 4, inputs, count, tokens);
    },
  };
}

/** The largest number of tokens that divides a grid into whole pairs of vectors, or else into whole vectors. */
function probeLanes(count: number): number {
  for (const multiple of [8, 4]) {
    for (let lanes = MOST_LANES - (MOST_LANES % multiple); lanes >= 32; lanes -= multiple) {
      if (count % lanes === 0) return lanes;
    }
  }
  return 64;
}

/** to [feature][tokens] ← from [feature][count]; what is left of a row repeats its last value. */
function layInputs(to: Float32Array, at: number, from: Float64Array, count: number, tokens: number): void {
  for (let row = 0, start = at; row < from.length; row += count, start += tokens) {
    to.set(from.subarray(row, row + count), start);
    to.fill(to[start + count - 1], start + count, start + tokens);
  }
}
