import type { Columns, SortKey } from '../../web/list-columns.js';

/** The columns of the queue. */
export const queueColumns = [
  { key: 'number', label: 'waivers.queue.number', isName: true, isNowrap: true, sorts: 'down' },
  { key: 'venture', label: 'waivers.review.venture', isShown: true, sorts: 'up' },
  { key: 'applicant', label: 'waivers.review.applicant', sorts: 'up' },
  { key: 'park', label: 'waivers.review.park', sorts: 'up' },
  { key: 'policy', label: 'waivers.review.policy', isShown: true, sorts: 'up' },
  { key: 'state', label: 'waivers.queue.state', isShown: true, sorts: 'up' },
  { key: 'clock', label: 'waivers.queue.clock', isShown: true, sorts: 'up' },
  {
    key: 'submitted',
    label: 'waivers.review.submitted',
    isShown: true,
    isNowrap: true,
    saysLabel: true,
    sorts: 'down',
  },
  { key: 'holder', label: 'waivers.queue.holder', isShown: true, saysLabel: true, sorts: 'up' },
] as const satisfies Columns;

export type QueueSort = SortKey<typeof queueColumns>;
