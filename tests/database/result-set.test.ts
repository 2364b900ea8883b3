import { expect, test } from 'vitest';
import { ResultSet } from '../../src/database/values.js';

test('the types of the columns are worked out once, as they are asked for with every value', () => {
  const rows = Array.from({ length: 3 }, (_, id) => ({ id, name: '海风', none: null }));
  const set = new ResultSet(rows);
  expect(set.columnTypes).toHaveLength(3);
  expect(set.columnTypes).toBe(set.columnTypes);
});
