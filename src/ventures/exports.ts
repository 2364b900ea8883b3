import type { RoomExports } from '../exports/export-list.js';
import { ventureExport } from './venture-export.js';

/** The files of this room, by the addresses of their pages. */
export const ventureExports: RoomExports = {
  '/ventures': ventureExport,
};
