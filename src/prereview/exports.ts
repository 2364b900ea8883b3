import type { RoomExports } from '../exports/export-list.js';
import { findingExport } from './finding-export.js';

/** The files of this room, by the paths of their pages. */
export const prereviewExports: RoomExports = {
  '/prereview': findingExport,
};
