import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { Viewer } from '../people/viewer.js';
import type { ExportFormat } from './prepared.js';

type Choice = { value: string; label: string };

/** What is to be made again and again: a report by its key, of a scope. */
export type Scheduled = { report: string; scope: string; format: ExportFormat; lang: Lang };

/** What can be made on its days, as the room that makes it says. */
export type Scheduling = {
  isReport(reads: Reads, report: string): Promise<boolean>;
  maySee(reads: Reads, viewer: Viewer, scope: string, day: Day): Promise<boolean>;
  /** What the form offers on a day, and the scope that stands in it first. */
  choices(
    reads: Reads,
    viewer: Viewer,
    voice: Voice,
    day: Day,
  ): Promise<{ reports: Choice[]; scopes: Choice[]; scope: string }>;
  /** The file that is made on a day, or null where what it was to be made of is gone. */
  fileOn(
    reads: Reads,
    scheduled: Scheduled,
    day: Day,
  ): Promise<{ title: string; address: string } | null>;
};
