import type { Reads } from '../database/database.js';
import { coverLines } from '../exports/cover-lines.js';
import type { Prepared, Source } from '../exports/prepared.js';
import { type Cell, type Head, type Table, tableOf } from '../exports/table.js';
import { day as dayText } from '../language/format.js';
import { coverageByPark } from '../ledger/coverage.js';
import { definitionLines } from '../ledger/definition-lines.js';
import { coverageText, scopeName } from '../ledger/present.js';
import { headPosition } from '../ledger/totals.js';
import { askReport, reportAddress } from './ask-report.js';
import { periodName } from './period.js';
import type { ReportKey, Section } from './report.js';
import type { ReportContext } from './report-context.js';
import { standardReports } from './standard-reports.js';

/** A standard report as a file: each of its tables a sheet, at the ledger's position when it is asked for. */
export const reportExport =
  (key: ReportKey): Source =>
  async ({ deps, viewer, query, voice }) => {
    const position = query.position ?? String(await headPosition(deps.db));
    const context = await askReport(deps, { key, viewer, query: { ...query, position }, voice });
    const sections = await standardReports[key].build(context);
    return { ...(await aboutReport(deps.db, key, context)), ...bodyOf(sections) };
  };

async function aboutReport(
  reads: Reads,
  key: ReportKey,
  context: ReportContext,
): Promise<Omit<Prepared, 'rows' | 'sheets'>> {
  const { scope, period, position, voice } = context.asked;
  const title = reportTitle(key, context);
  return {
    what: 'report',
    name: title,
    title,
    eachRow: voice.say('reports.cover.each-row.table'),
    address: reportAddress(key, { scope: scope.text, period: period.text, position }),
    detail: { address: reportAddress(key, { scope: scope.text, period: period.text, position }) },
    lines: coverLines(
      {
        scope: scopeName(scope, voice),
        position,
        notOfLedger: context.notOfLedger,
        coverage: await coverageOf(reads, context),
        asOf: asOfOf(context),
        definitions: definitionLines(['parks', 'ventures', 'jobs', 'returns'], voice),
      },
      voice,
    ),
  };
}

export function reportTitle(key: ReportKey, { asked, voice }: ReportContext): string {
  const { say, lang } = voice;
  const when = periodName(asked.period, say, lang);
  return say('reports.title.of', { report: say(`reports.name.${key}`), when });
}

export function asOfOf({ period, voice: { say, lang } }: ReportContext): string {
  return say('reports.as-of', {
    from: dayText(period.from, lang),
    to: dayText(period.asOf, lang),
  });
}

export async function coverageOf(reads: Reads, { asked, period, voice }: ReportContext) {
  const byPark = await coverageByPark(reads, period.asOf, asked.position);
  return coverageText(byPark.sum(asked.scope.parkIds), voice);
}

/** Sections as sheets. A column that is summed must come to the section's own total. */
export function bodyOf(sections: Section[]): Pick<Prepared, 'rows' | 'sheets'> {
  return {
    rows: sections.reduce((sum, { rows }) => sum + rows.length, 0),
    sheets: sections.map(sheetOf),
  };
}

function sheetOf({ name, heads, rows, total }: Section): Table {
  const columns = heads.map((head, i) => ({
    ...summed(head, total?.[i]?.value),
    of: (row: Cell[]) => row[i] ?? null,
  }));
  return tableOf(name, columns, [rows.map((row) => row.map(({ value }) => value))]);
}

/** A column whose total is not known has no sum either: nobody adds blanks up to nil. */
function summed(head: Head, total: Cell | undefined): Head {
  if (head.sum === undefined || total === undefined) return head;
  const { sum: _, ...plain } = head;
  return typeof total === 'number' ? { ...plain, sum: total } : plain;
}
