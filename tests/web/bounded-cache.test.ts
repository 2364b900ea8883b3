import { expect, test } from 'vitest';
import { BoundedCache } from '../../src/web/bounded-cache.js';

test('makes a thing once for its key, however many ask at once', async () => {
  const cache = new BoundedCache<number>(10);
  let made = 0;
  const ask = () => cache.get('a', async () => ++made);
  expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1]);
});

test('keeps no failure', async () => {
  const cache = new BoundedCache<number>(10);
  const fail = () => {
    throw new Error('no');
  };
  await expect(cache.get('a', fail)).rejects.toThrow('no');
  expect(await cache.get('a', () => 2)).toBe(2);
});

test('lets the longest unused go', async () => {
  const cache = new BoundedCache<string>(2);
  await cache.get('a', () => 'first');
  await cache.get('b', () => 'first');
  await cache.get('a', () => 'again');
  await cache.get('c', () => 'first');
  expect(await cache.get('a', () => 'again')).toBe('first');
  expect(await cache.get('b', () => 'again')).toBe('again');
});
