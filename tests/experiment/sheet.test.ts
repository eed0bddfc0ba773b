import { expect, it } from 'vitest';
import { DEFAULT_EXPERIMENT } from '../../src/experiment/defaults';
import { parseHash } from '../../src/experiment/link';
import { experimentHash } from '../../src/experiment/linkText';
import { parseSheetText, sheetText, type Sheet } from '../../src/experiment/sheet';

it('names a worksheet in a link and reads it again', () => {
  const sheets: readonly Sheet[] = [
    { difficulty: 'delta-2', token: 0 },
    { difficulty: 'all', token: 11 },
    { difficulty: 'forward', token: 2 },
    { difficulty: 'update', token: 0 },
    { difficulty: 'update-1', token: 3 },
  ];
  expect(sheets.map(sheetText)).toEqual([
    ...['worksheet-delta-2-token-1', 'worksheet-all-token-12', 'worksheet-forward-token-3'],
    ...['worksheet-update-token-1', 'worksheet-update-1-token-4'],
  ]);
  for (const sheet of sheets) expect(parseSheetText(sheetText(sheet))).toEqual(sheet);
  for (const text of ['', 'worksheet-all', 'worksheet-some-token-1', 'worksheet-all-token-0'])
    expect(parseSheetText(text)).toBeNull();
});

it('opens the same experiment whether or not a link says how it is viewed, and says what it does not know', () => {
  const hash = `#${experimentHash(DEFAULT_EXPERIMENT)}`;
  expect(parseHash(`${hash}&view=worksheet-delta-1-token-3`)).toEqual(parseHash(hash));
  expect(parseHash(`${hash}&view=sideways`)).toEqual({
    ok: false,
    message: 'view: expected a worksheet such as worksheet-delta-1-token-1, found "sideways".',
  });
});
