import type { Column } from '../reports/table.js';
import type { Voice } from './fields.js';
import type { Names } from './names.js';
import { presentEvent } from './present.js';
import type { EventRow } from './queries.js';
import type { Subject } from './subjects.js';

/** An event with all that its row says. */
export type ExportedEvent = {
  event: EventRow;
  subject: Subject | null;
  names: Names;
  username: string;
  parkNumber: string;
};

/**
 * The columns of the export of history, in their order: one row an event, the newest first. The moment is read from a
 * clock in Zhoushan; the number of the event rises with each one recorded, and never repeats.
 */
export function exportColumns(voice: Voice, showsPhones: boolean): Column<ExportedEvent>[] {
  const { say } = voice;
  const text = (head: string, width: number, of: (row: ExportedEvent) => string) =>
    ({ head, kind: 'text', width, of }) as const;
  const shown = ({ event, names }: ExportedEvent) =>
    presentEvent(event, names, voice, { showsPhones });
  return [
    { head: say('history.column.event'), kind: 'number', width: 10, of: ({ event }) => event.id },
    text(say('history.list.when'), 17, (row) => shown(row).when),
    text(say('history.list.verb'), 16, (row) => shown(row).what),
    text(say('history.column.verb'), 24, ({ event }) => event.verb),
    text(say('history.column.number'), 14, ({ subject }) => subject?.number ?? ''),
    text(say('history.column.name'), 28, ({ subject }) => subject?.name ?? ''),
    text(say('history.column.park'), 10, ({ parkNumber }) => parkNumber),
    text(say('history.list.who'), 14, (row) => shown(row).who),
    text(say('history.column.username'), 16, ({ username }) => username),
    text(say('history.list.detail'), 80, (row) => shown(row).lines.join(say('history.and'))),
  ];
}
