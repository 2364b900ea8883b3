import type { RoomExports } from '../exports/export-list.js';
import { rollExport } from './rent-roll/roll-export.js';
import { ventureExport } from './venture-export.js';

/** The files of this room, by the addresses of their pages. */
export const ventureExports: RoomExports = {
  '/ventures': ventureExport,
  '/rent-roll': rollExport,
};
