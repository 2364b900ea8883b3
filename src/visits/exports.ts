import type { RoomExports } from '../exports/export-list.js';
import { reachExport } from './reach-export.js';
import { visitExport } from './visit-export.js';

/** The files of this room, by the addresses of their pages. */
export const visitExports: RoomExports = {
  '/visits': visitExport,
  '/visits/reach': reachExport,
};
