import type { RoomExports } from '../exports/export-list.js';
import { queueExport } from './queue/queue-export.js';

/** The files of this room, by the addresses of their pages. */
export const waiverExports: RoomExports = {
  '/waivers/queue': queueExport,
};
