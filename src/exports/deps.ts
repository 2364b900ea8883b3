import type { Deps } from '../web/deps.js';
import type { ExportList } from './export-list.js';

/** What the routes of files are given, and what makes them in the background. */
export type ExportingDeps = Deps & { exports: ExportList };
