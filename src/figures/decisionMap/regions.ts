/**
 * For maps of several classes: where each class is the most probable. `margins` gets, per class, a field that is
 * positive inside that class's region and zero on its boundary; [class][sample], classes × samples.
 */
export function classMargins(
  values: Float32Array,
  classes: number,
  samples: number,
  margins: Float32Array,
): void {
  for (let i = 0; i < samples; i++) {
    let best = 0;
    let first = -Infinity;
    let second = -Infinity;
    for (let k = 0; k < classes; k++) {
      const value = values[k * samples + i] ?? 0;
      if (value > first) {
        second = first;
        first = value;
        best = k;
      } else if (value > second) {
        second = value;
      }
    }
    for (let k = 0; k < classes; k++)
      margins[k * samples + i] = k === best ? first - second : (values[k * samples + i] ?? 0) - first;
  }
}
