import type { Columns, SortKey } from '../web/list-columns.js';

/** The columns of the list of ventures. A phone is not sorted by: the order would tell of those that are not shown. */
export const ventureColumns = [
  { key: 'name', label: 'ventures.field.name', isName: true, sorts: 'up' },
  { key: 'number', label: 'ventures.field.number', isShown: true, isNowrap: true, sorts: 'down' },
  { key: 'park', label: 'ventures.field.park', isShown: true, sorts: 'up' },
  { key: 'region', label: 'ventures.field.region', sorts: 'up' },
  { key: 'status', label: 'ventures.field.status', isShown: true, isNowrap: true, sorts: 'up' },
  { key: 'form', label: 'ventures.field.form', isNowrap: true, sorts: 'up' },
  { key: 'industry', label: 'ventures.field.industry', isShown: true, sorts: 'up' },
  { key: 'trade', label: 'ventures.field.trade', isNowrap: true, sorts: 'up' },
  { key: 'founders', label: 'ventures.field.founders', isShown: true, sorts: 'up' },
  { key: 'category', label: 'ventures.field.category', sorts: 'up' },
  {
    key: 'code',
    label: 'ventures.field.code',
    isNowrap: true,
    saysLabel: true,
    sorts: 'up',
  },
  {
    key: 'registered',
    label: 'ventures.field.registered',
    isNowrap: true,
    saysLabel: true,
    sorts: 'down',
  },
  { key: 'phone', label: 'ventures.field.phone', isNowrap: true, saysLabel: true },
  {
    key: 'arrived',
    label: 'ventures.field.arrived',
    isShown: true,
    isNowrap: true,
    saysLabel: true,
    sorts: 'down',
  },
  {
    key: 'left',
    label: 'ventures.export.left',
    isNowrap: true,
    saysLabel: true,
    sorts: 'down',
  },
  {
    key: 'headcount',
    label: 'ventures.field.headcount',
    isShown: true,
    isNumeric: true,
    saysLabel: true,
    sorts: 'down',
  },
] as const satisfies Columns;

export type VentureSort = SortKey<typeof ventureColumns>;
