import { describe, expect, it } from 'vitest';
import { makeSay } from '../../src/language/say.js';
import { localPath } from '../../src/web/addresses.js';
import { pagesOf } from '../../src/web/pages.js';

const pages = (total: number, page: number) =>
  pagesOf(makeSay('zh'), { total, page, size: 50 }, (number) => `/x?page=${number}`);
const shown = (total: number, page: number) =>
  pages(total, page)
    .items.map(({ label, href, current }) => (href === null ? '…' : current ? `[${label}]` : label))
    .join(' ');

describe('the pages of a list', () => {
  it.each([
    [51, 1, '[1] 2'],
    [500, 1, '[1] 2 … 10'],
    [500, 5, '1 … 4 [5] 6 … 10'],
    [500, 10, '1 … 9 [10]'],
    [500, 99, '1 … 9 [10]'],
    [500, 3, '1 2 [3] 4 … 10'],
  ])('of %i, at %i', (total, page, items) => {
    expect(shown(total, page)).toBe(items);
  });

  it('are none where all fits on one', () => {
    expect(pages(50, 1)).toMatchObject({ items: [], previous: null, next: null });
    expect(pages(0, 1).items).toEqual([]);
  });

  it('lead back and on, from the first and the last as far as they go', () => {
    expect(pages(101, 2)).toMatchObject({ previous: '/x?page=1', next: '/x?page=3' });
    expect([pages(101, 1).previous, pages(101, 3).next]).toEqual([null, null]);
  });
});

describe('a path of this site', () => {
  it.each(['/', '/a/b?c=d&e=%E5%B2%9B', '/园区'])('is %s', (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each(['', 'a', '//a', '/\\a', '/a b', '/a\n', 'http://a/', `/${'x'.repeat(2000)}`, ['/a'], 5])(
    'is not %j',
    (path) => {
      expect(localPath(path)).toBeNull();
    },
  );
});
