import type { RoomExports } from '../exports/export-list.js';
import { historyExport } from './history-export.js';

/** The files of this room, by the addresses of their pages. */
export const historyExports: RoomExports = {
  '/history': historyExport,
};
