import { arrangedLines, asOfLine, coverLines } from '../exports/cover-lines.js';
import type { Source } from '../exports/prepared.js';
import { tableOf } from '../exports/table.js';
import { definitionLines } from '../ledger/definition-lines.js';
import { allow } from '../web/errors.js';
import { venturesInView } from './asked-ventures.js';
import { exportColumns } from './export-columns.js';
import { listAddress } from './filter.js';
import { filterText } from './filter-text.js';
import { countVentures, everyVenture } from './list-ventures.js';
import { canCall, canSeeVentures } from './permissions.js';
import { ventureColumns } from './venture-columns.js';

/** The list of ventures as a file: with the list's own filter, scope and permission. */
export const ventureExport: Source = async ({ deps, viewer, query, voice }) => {
  allow(canSeeVentures(viewer));
  const { filter, parkOf, selection } = await venturesInView(deps, viewer, query);
  const { say, lang } = voice;
  const { page: _, ...kept } = filter;
  const columns = exportColumns({
    asOf: selection.asOf,
    parks: parkOf,
    columns: filter.columns,
    say,
    lang,
    showsPhones: (line) => canCall(viewer, line.homeParkId),
  });
  const name = `${say('ventures.all')} ${selection.asOf}`;
  const chosen = filterText(filter, voice);
  return {
    what: 'ventures',
    name,
    title: say('ventures.all'),
    address: listAddress('/ventures', kept),
    eachRow: say('reports.cover.each-row.venture'),
    rows: await countVentures(deps.db, viewer, selection),
    detail: { filter },
    lines: coverLines(
      {
        scope: say('reports.cover.in-sight'),
        asOf: asOfLine(selection.asOf, voice),
        filter: chosen === '' ? [] : [chosen],
        arranged: arrangedLines(ventureColumns, filter, voice),
        definitions: definitionLines(['jobs'], voice),
      },
      voice,
    ),
    sheets: [tableOf(name, columns, everyVenture(deps.db, viewer, selection, filter))],
  };
};
