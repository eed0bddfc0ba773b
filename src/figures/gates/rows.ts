/** The rows of a truth table: row 2 of three inputs is 010, the first input changing slowest. */

/** '010' */
export function rowText(row: number, inputs: number): string {
  return row.toString(2).padStart(inputs, '0');
}

/** Input number `input` (from 0) of a row. */
export function rowBit(row: number, input: number, inputs: number): 0 | 1 {
  return ((row >> (inputs - 1 - input)) & 1) === 1 ? 1 : 0;
}

/** The table with one row's target turned over. */
export function toggleRow(table: string, row: number): string {
  return Array.from(table, (target, r) => (r === row ? (target === '1' ? '0' : '1') : target)).join('');
}

/** A table of so many inputs: the rows of another one where the new inputs are 0, repeated where they are 1. */
export function resizeTable(table: string, inputs: number): string {
  const before = Math.log2(table.length);
  return Array.from({ length: 2 ** inputs }, (_, row) => {
    const text = rowText(row, inputs);
    // The first inputs stay; those that are gone count as 0.
    const kept = text.slice(0, before).padEnd(before, '0');
    return table.charAt(Number.parseInt(kept, 2));
  }).join('');
}
