/** Pictures of few pixels: a canvas has as many as the picture, the style sheet enlarges it without smoothing. */

/** Ink in so many shades on whatever lies beneath. `shades` [row][column], 0 … 1 */
export function paintInk(
  context: CanvasRenderingContext2D,
  shades: ArrayLike<number>,
  side: number,
  ink: string,
): void {
  context.clearRect(0, 0, side, side);
  context.fillStyle = ink;
  for (let i = 0; i < side * side; i++) {
    const shade = shades[i] ?? 0;
    if (shade <= 0) continue;
    context.globalAlpha = Math.min(1, shade);
    context.fillRect(i % side, Math.floor(i / side), 1, 1);
  }
  context.globalAlpha = 1;
}

/** Values as colors. `values` [row][column]; null leaves a pixel empty */
export function paintColors(
  context: CanvasRenderingContext2D,
  values: readonly (number | null)[],
  side: number,
  colorOf: (value: number) => string,
): void {
  context.clearRect(0, 0, side, side);
  values.forEach((value, i) => {
    if (value === null) return;
    context.fillStyle = colorOf(value);
    context.fillRect(i % side, Math.floor(i / side), 1, 1);
  });
}
