import { z } from 'zod';
import type { Month } from '../calendar/days.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import type { SavedList } from '../people/saved-list.js';
import { filteredAddress } from '../web/addresses.js';
import { chosenCode } from '../web/fields.js';
import { arrangementFields } from '../web/list-columns.js';
import { readQuery } from '../web/read-query.js';
import { monthColumns } from './month-columns.js';

/** How the parks of a month are laid out, beside the month and the park that are looked at. */
export const MonthArrangement = z.object(arrangementFields(monthColumns, 'park'));
export type MonthArrangement = z.output<typeof MonthArrangement>;

const SavedFilter = MonthArrangement.extend({ park: chosenCode });

type MonthAddress = Partial<Omit<MonthArrangement, 'sort'>> & {
  sort?: string;
  month?: Month | null;
  park?: string | null;
  page?: number;
};

/** The address of a month's returns; what is not chosen is left out. */
export const monthAddress = ({ month, park, ...rest }: MonthAddress, path = '/returns'): string =>
  filteredAddress(path, { month, park, ...rest }, { page: 1, sort: 'park' });

/** The returns of a month, of which views are saved: of the newest month whenever they are opened. */
export const returnList: SavedList = {
  key: 'returns',
  title: 'people.nav.returns',
  path: /^\/returns$/,
  canSee: canReadTotals,
  isShared: true,
  columns: monthColumns,
  addressOf: (_, sent) => monthAddress(readQuery(SavedFilter, { query: sent })),
};
