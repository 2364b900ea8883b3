import { today } from '../calendar/days.js';
import { sql } from '../database/sql.js';
import { asOfLine, coverLines } from '../exports/cover-lines.js';
import type { Source } from '../exports/prepared.js';
import { tableOf } from '../exports/table.js';
import { headPosition } from '../ledger/totals.js';
import { allow } from '../web/errors.js';
import { readQuery } from '../web/read-query.js';
import { countEvents } from './event-list.js';
import { exportColumns } from './export-columns.js';
import { exportedEvents } from './exported-events.js';
import { fieldOf } from './fields.js';
import { chosen, HistoryFilter, historyAddress } from './filter.js';
import { namesFor } from './names.js';
import { canExportHistory } from './permissions.js';
import { selectionOf } from './selection.js';

/** The list of everything that was done as a file, with its own filter: up to the newest event when it is asked for. */
export const historyExport: Source = async ({ deps: { db, clock }, viewer, query, voice }) => {
  allow(canExportHistory(viewer));
  const filter = chosen(readQuery(HistoryFilter, { query }));
  const selection = await selectionOf(db, viewer, { ...filter, before: null, after: null });
  const newest = (await db.historyEvent.findFirst({ orderBy: { id: 'desc' } }))?.id ?? 0;
  const known = {
    conditions: selection.conditions,
    scope: selection.scope,
    period: sql`${selection.period} AND "id" <= ${newest}`,
  };
  const { say } = voice;
  const title = say('history.title');
  const filterText = fieldOf('export', 'filter').show(
    filter,
    voice,
    await namesFor(db, [], voice.lang),
  );
  return {
    what: 'history',
    name: title,
    title,
    address: historyAddress('/history', filter),
    eachRow: say('reports.cover.each-row.event'),
    rows: await countEvents(db, known),
    detail: { filter },
    lines: coverLines(
      {
        scope: say('reports.cover.in-sight'),
        asOf: asOfLine(today(clock.now()), voice),
        position: await headPosition(db),
        filter: filterText === '' ? [] : [filterText],
      },
      voice,
    ),
    sheets: [tableOf(title, exportColumns(voice), exportedEvents(db, viewer, known, voice))],
  };
};
