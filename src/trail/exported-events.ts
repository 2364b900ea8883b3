import type { Reads } from '../database/database.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import { everyEvent } from './event-list.js';
import type { ExportedEvent } from './export-columns.js';
import { namesFor } from './names.js';
import { seesEveryPhone } from './permissions.js';
import { presentEvent } from './present.js';
import type { EventRow } from './queries.js';
import type { Selection } from './selection.js';
import { subjectsOf } from './subjects.js';

/** All events of a selection with what their rows say, a batch at a time. */
export async function* exportedEvents(
  reads: Reads,
  viewer: Viewer,
  selection: Selection,
  voice: Voice,
): AsyncGenerator<ExportedEvent[]> {
  const showsPhones = seesEveryPhone(viewer);
  const numberOf = await parkNumbers(reads);
  for await (const events of everyEvent(reads, selection)) {
    const names = await namesFor(reads, events, voice.lang);
    const subjectOf = await subjectsOf(reads, viewer, events, voice.lang);
    const usernames = await usernamesOf(reads, events);
    yield events.map((event) => ({
      event,
      subject: subjectOf(event),
      shown: presentEvent(event, names, voice, { showsPhones }),
      username: usernames.get(event.actorId ?? 0) ?? '',
      parkNumber: numberOf.get(event.parkId ?? 0) ?? '',
    }));
  }
}

async function parkNumbers(reads: Reads): Promise<Map<number, string>> {
  const parks = await reads.park.findMany({ select: { id: true, number: true } });
  return new Map(parks.map(({ id, number }) => [id, number]));
}

async function usernamesOf(reads: Reads, events: EventRow[]): Promise<Map<number, string>> {
  const ids = [...new Set(events.map(({ actorId }) => actorId))].filter((id) => id !== null);
  const accounts = await reads.account.findMany({
    where: { id: { in: ids } },
    select: { id: true, username: true },
  });
  return new Map(accounts.map(({ id, username }) => [id, username]));
}
