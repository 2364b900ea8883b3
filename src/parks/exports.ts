import type { RoomExports } from '../exports/export-list.js';
import { spaceExport } from './space-export.js';

/** The files of this room, by the paths of their pages. */
export const parkExports: RoomExports = {
  '/parks/:number/spaces': spaceExport,
};
