import type { RoomExports } from '../exports/export-list.js';
import { crossExport } from './cross-file.js';
import { recordsExport } from './records-file.js';
import { reportKeys } from './report.js';
import { reportExport } from './report-file.js';

/** The files of this room, by the addresses of their pages. */
export const reportExports: RoomExports = {
  '/reports/records': recordsExport,
  '/reports/cross-table': crossExport,
  ...Object.fromEntries(reportKeys.map((key) => [`/reports/${key}`, reportExport(key)])),
};
