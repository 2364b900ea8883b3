import { canReadTotals } from '../../ledger/seen-scope.js';
import type { SavedList } from '../../people/saved-list.js';
import { readQuery } from '../../web/read-query.js';
import { rollColumns } from './roll-columns.js';
import { RollFilter, rollAddress } from './roll-filter.js';

/** The rent roll, of which views are saved. */
export const rollList: SavedList = {
  key: 'rent-roll',
  title: 'ventures.roll.title',
  path: /^\/rent-roll$/,
  canSee: canReadTotals,
  isShared: true,
  columns: rollColumns,
  addressOf(path, sent) {
    const { page, ...kept } = readQuery(RollFilter, { query: sent });
    return rollAddress(path, kept);
  },
};
