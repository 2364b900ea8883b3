import type { SavedList } from '../../people/saved-list.js';
import { canSeeQueue } from '../permissions.js';
import { queueColumns } from './queue-columns.js';
import { queueAddress, queueFilter } from './queue-filter.js';

/** The queue, of which views are saved. */
export const caseList: SavedList = {
  key: 'queue',
  title: 'waivers.queue.title',
  path: /^\/waivers\/queue$/,
  canSee: canSeeQueue,
  isShared: true,
  columns: queueColumns,
  addressOf(_, sent) {
    const { page, ...kept } = queueFilter({ query: sent });
    return queueAddress(kept);
  },
};
