/** The excitations of a layer as a strip: how many fall into each stretch of the axis −reach … reach. */

/** Half the axis of every activation's curve and of the strips below. */
export const GALLERY_REACH = 5;
export const STRIP_BINS = 60;
/** px */
export const STRIP_HEIGHT = 13;

/** Adds excitations to the counts [bin]; those beyond the axis count at its ends. */
export function countExcitations(counts: Float32Array, excitations: Float32Array): void {
  const scale = STRIP_BINS / (2 * GALLERY_REACH);
  for (const e of excitations) {
    const bin = Math.floor((e + GALLERY_REACH) * scale);
    const at = bin > 0 ? Math.min(STRIP_BINS - 1, bin) : 0;
    counts[at] = (counts[at] ?? 0) + 1;
  }
}

/** Bars of ink, the tallest the fullest stretch; square roots, or a crowded layer would hide its outliers. */
export function drawStrip(
  context: CanvasRenderingContext2D,
  counts: Float32Array,
  left: number,
  right: number,
  top: number,
  ink: string,
): void {
  let most = 0;
  for (const count of counts) most = Math.max(most, count);
  const width = (right - left) / STRIP_BINS;
  const height = STRIP_HEIGHT - 2;
  context.fillStyle = ink;
  for (let bin = 0; bin < STRIP_BINS; bin++) {
    const count = counts[bin] ?? 0;
    if (count === 0) continue;
    const tall = Math.max(1.5, height * Math.sqrt(count / most));
    context.fillRect(left + bin * width, top + height - tall, Math.max(1, width - 0.3), tall);
  }
}
