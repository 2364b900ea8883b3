import { describe, expect, it, test } from 'vitest';
import { alignColumns, columnsOf } from '../../src/figures/columns.js';

describe('what a terminal shows', () => {
  test.each([
    ['', 0],
    ['jobs', 4],
    ['3400余', 6],
    ['（含）', 6],
    ['３', 2],
    ['𰻞', 2],
    ['é', 1],
    ['e\u0301', 1],
  ])('“%s” is %i columns wide', (text, columns) => expect(columnsOf(text)).toBe(columns));

  it('aligns Chinese and Latin cells alike', () => {
    const lines = alignColumns(
      [
        ['printed', 'n', 'end'],
        ['3400余', '12', 'a'],
        ['近2800余条', '7', ''],
      ],
      [1],
    );
    expect(lines).toEqual(['printed      n  end', '3400余      12  a', '近2800余条   7']);
  });
});
