import type { Snapshot } from './snapshot';

/** The buffers that travel with a snapshot: transferred to the page, and back to the worker's pool. */
export function snapshotBuffers({
  parameters,
  history,
  timeline,
  maps,
  field,
  outputs,
  probes,
  state,
}: Snapshot): ArrayBuffer[] {
  const arrays = [parameters, history.epoch, history.train, history.test, timeline.epochs, outputs.values];
  for (const { values } of probes) arrays.push(values);
  if (state !== null) arrays.push(state.values);
  if (maps !== null) arrays.push(maps.scales);
  if (field !== null) arrays.push(field.values);
  const buffers = arrays.map((array) => array.buffer).filter((buffer) => buffer instanceof ArrayBuffer);
  if (maps !== null) buffers.push(maps.rgba.buffer);
  if (field !== null) buffers.push(field.rgba.buffer);
  return buffers;
}
