/**
 * Who is measured. A contender gives `{ run(times), check() }` for a workload: so many epochs or maps, and a number
 * made of the results, which keeps them from being optimized away and shows that they are finite.
 */

export const ENGINES = ['simd', 'plain'];

export const PEERS = {
  synaptic: () => import('./peers/synaptic.mjs'),
  'brain.js': () => import('./peers/brain.mjs'),
  convnetjs: () => import('./peers/convnet.mjs'),
  tfjs: () => import('./peers/tensorflow.mjs'),
};

/** Why a pair is not measured, or undefined. */
export function leftOut(name, workload) {
  if (name === 'synaptic' && workload === 'W4') return 'its generated function has too many lines to compile';
  return undefined;
}

export const isMap = (workload) => workload.startsWith('W5');

export async function createContender(name, workload, engineUrl) {
  const bench = await import(engineUrl);
  if (ENGINES.includes(name)) return ours(bench, name, workload);
  const { createPeer } = await PEERS[name]();
  if (!isMap(workload)) {
    const peer = await createPeer(bench.workloadProblem(workload));
    return { run: peer.trainEpochs, check: peer.loss };
  }
  const { inputs, count, of } = bench.mapGrid(workload);
  const peer = await createPeer(bench.workloadProblem(of));
  const run = peer.createMaps({ inputs, count });
  return { run, check: () => run(1).reduce((sum, value) => sum + value, 0) };
}

function ours(bench, name, workload) {
  if (isMap(workload)) {
    const map = bench.createMapWorkload(workload, name);
    return { run: map.computeMaps, check: map.checksum };
  }
  const training = bench.createWorkload(workload, name);
  return { run: training.trainEpochs, check: () => training.losses().train };
}
