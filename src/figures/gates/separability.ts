/**
 * Whether some weights and a bias put every row on its side of w·x + b = 0, decided exactly: the perceptron rule in whole
 * numbers. It ends on a separable table (Novikoff 1962), with weights that prove it. On any other its weights stay bounded
 * (Minsky and Papert's cycling theorem), so that those at the start of a pass come again; and a rule that has been where it
 * is will never end.
 *
 * Values other than 0 count as 1: a single weight makes up for any other size.
 * @param inputs [row][input], each input 0 or one other value
 * @param targets [row] 0 or 1
 */
export function isSeparable(inputs: readonly ArrayLike<number>[], targets: readonly number[]): boolean {
  const rows = inputs.map((row) => [...Array.from(row, (value) => (value === 0 ? 0 : 1)), 1]);
  const weights = new Array<number>(rows[0]?.length ?? 1).fill(0);
  const seen = new Set<string>();
  for (;;) {
    const key = weights.join();
    if (seen.has(key)) return false;
    seen.add(key);
    if (passesWithoutMistake(rows, targets, weights)) return true;
  }
}

/** One pass of the rule, from mistakes only. */
function passesWithoutMistake(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
  weights: number[],
): boolean {
  let mistakes = 0;
  rows.forEach((row, r) => {
    const excitation = row.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), 0);
    const error = (targets[r] ?? 0) - (excitation > 0 ? 1 : 0);
    if (error === 0) return;
    mistakes++;
    row.forEach((x, i) => (weights[i] = (weights[i] ?? 0) + error * x));
  });
  return mistakes === 0;
}
