import type { RoomExports } from '../exports/export-list.js';
import { totalsExport } from './totals-export.js';

/** The files of this room, by the addresses of their pages. */
export const ledgerExports: RoomExports = {
  '/totals': totalsExport,
};
