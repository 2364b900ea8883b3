import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import { namesFor } from './names.js';
import { presentEvent, type ShownEvent } from './present.js';
import { latestEvents } from './queries.js';

const eventsShown = 10;

/** The latest events of a venture, for its page. */
export async function eventPanel(
  reads: Reads,
  viewer: Viewer,
  { ventureId, showsPhones }: { ventureId: number; showsPhones: boolean },
  voice: Voice,
): Promise<ShownEvent[]> {
  const events = await latestEvents(reads, viewer, { ventureId }, eventsShown);
  const names = await namesFor(reads, events, voice.lang);
  return events.map((event) => presentEvent(event, names, voice, { showsPhones }));
}
