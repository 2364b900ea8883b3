import type { Columns, SortKey } from '../../web/list-columns.js';

/** The columns of the rent roll. Relief is that of the month of the roll's day, which its note says. */
export const rollColumns = [
  { key: 'space', label: 'ventures.page.space', isName: true, sorts: 'up' },
  { key: 'park', label: 'ventures.field.park', isFolded: true, sorts: 'up' },
  { key: 'venture', label: 'ventures.end-tenancy.venture', isShown: true, sorts: 'up' },
  { key: 'contract', label: 'ventures.let.contract', isNowrap: true, isFolded: true, sorts: 'up' },
  { key: 'area', label: 'ventures.roll.area', isNumeric: true, isFolded: true, sorts: 'down' },
  {
    key: 'began',
    label: 'ventures.let.began',
    isNowrap: true,
    isFolded: true,
    sorts: 'down',
  },
  {
    key: 'end',
    label: 'ventures.roll.end',
    isShown: true,
    isNowrap: true,
    saysLabel: true,
    sorts: 'up',
  },
  { key: 'state', label: 'ventures.roll.state', isShown: true, sorts: 'up' },
  {
    key: 'market',
    label: 'ventures.roll.market-head',
    isShown: true,
    isNumeric: true,
    isFolded: true,
    sorts: 'down',
  },
  {
    key: 'rent',
    label: 'ventures.roll.rent-head',
    isShown: true,
    isNumeric: true,
    isFolded: true,
    sorts: 'down',
  },
  {
    key: 'forgone',
    label: 'ventures.roll.forgone-month',
    isShown: true,
    isNumeric: true,
    isFolded: true,
    sorts: 'down',
  },
  {
    key: 'waived',
    label: 'ventures.roll.waived-month',
    isShown: true,
    isNumeric: true,
    isFolded: true,
    sorts: 'down',
  },
  { key: 'basis', label: 'ventures.roll.rests', isShown: true, isFolded: true, sorts: 'up' },
] as const satisfies Columns;

export type RollSort = SortKey<typeof rollColumns>;
