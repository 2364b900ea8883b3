import type { SavedList } from '../people/saved-list.js';
import { readQuery } from '../web/read-query.js';
import { canReadRegister } from './permissions.js';
import { spaceColumns } from './space-columns.js';
import { SpaceListFilter, spacesAddress } from './space-filter.js';

/** The list of a park's spaces, of which views are saved. */
export const spaceList: SavedList = {
  key: 'spaces',
  title: 'parks.spaces.list',
  path: /^\/parks\/P\d{2,4}\/spaces$/,
  canSee: canReadRegister,
  isShared: true,
  columns: spaceColumns,
  addressOf(path, sent) {
    const { page, ...kept } = readQuery(SpaceListFilter, { query: sent });
    return spacesAddress(path, kept);
  },
};
