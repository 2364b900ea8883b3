import { type Column, textColumn } from '../exports/table.js';
import { plainTime } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { ShownEvent } from './present.js';
import type { EventRow } from './queries.js';
import type { Subject } from './subjects.js';

/** An event with all that its row says. */
export type ExportedEvent = {
  event: EventRow;
  subject: Subject | null;
  shown: ShownEvent;
  username: string;
  parkNumber: string;
};

/**
 * The columns of the export of history, in their order: one row an event, the newest first. The moment is read from a
 * clock in Zhoushan; the number of the event rises with each one recorded, and never repeats.
 */
export function exportColumns({ say }: Voice): Column<ExportedEvent>[] {
  return [
    { head: say('history.column.event'), kind: 'number', width: 10, of: ({ event }) => event.id },
    textColumn(say('history.list.when'), 17, ({ event }) => plainTime(event.at)),
    textColumn(say('history.list.verb'), 16, ({ shown }) => shown.what),
    textColumn(say('history.column.verb'), 24, ({ event }) => event.verb),
    textColumn(say('history.column.number'), 14, ({ subject }) => subject?.number ?? ''),
    textColumn(say('history.column.name'), 28, ({ subject }) => subject?.name ?? ''),
    textColumn(say('history.column.park'), 10, ({ parkNumber }) => parkNumber),
    textColumn(say('history.list.who'), 14, ({ shown }) => shown.who),
    textColumn(say('history.column.username'), 16, ({ username }) => username),
    textColumn(say('history.list.detail'), 80, ({ shown }) => shown.lines.join(say('history.and'))),
  ];
}
