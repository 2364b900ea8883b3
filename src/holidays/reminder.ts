import type { Reads } from '../database/database.js';
import type { Say } from '../language/say.js';
import { missingYear } from './queries.js';

/** What the bureau is reminded of while a year's notice is missing; null where none is. */
export async function holidayReminder(
  reads: Reads,
  now: Date,
  { say }: { say: Say },
): Promise<{ title: string; text: string } | null> {
  const missing = await missingYear(reads, now);
  if (missing === null) return null;
  const year = String(missing);
  return {
    title: say('holidays.missing.title', { year }),
    text: say('holidays.missing.text', { year }),
  };
}
