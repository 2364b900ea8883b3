import { addMonths, type Day, lastWholeMonth, monthsBetween } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Scheduled, Scheduling } from '../exports/scheduling.js';
import type { Voice } from '../language/say.js';
import { makeSay } from '../language/say.js';
import { findScope, widestScope } from '../ledger/seen-scope.js';
import type { Viewer } from '../people/viewer.js';
import { parsePairs } from '../web/form-body.js';
import { reportAddress } from './ask-report.js';
import { lastPeriod, periodName, periodOf } from './period.js';
import { type ReportKey, reportKeys } from './report.js';
import { scopeChoices } from './scope-choices.js';
import { isReportKey, standardReports } from './standard-reports.js';

/** Standard reports by their keys, and saved cross-tables as cross-table:<id>, of the newest period that is over. */
export const reportScheduling: Scheduling = {
  async isReport(reads, report) {
    if (isReportKey(report)) return true;
    const id = /^cross-table:([1-9]\d{0,14})$/.exec(report)?.[1];
    if (id === undefined) return false;
    return (await reads.crossTable.count({ where: { id: Number(id), removedAt: null } })) === 1;
  },

  maySee: async (reads, viewer, scope, day) =>
    (await findScope(reads, viewer, scope, day)) !== null,

  choices: async (reads, viewer, voice, day) => ({
    reports: await reportChoices(reads, viewer, voice),
    scopes: await scopeChoices(reads, viewer, voice, day),
    scope: widestScope(viewer),
  }),

  async fileOn(reads, scheduled, day) {
    const { report } = scheduled;
    if (isReportKey(report)) return reportOn(report, scheduled, day);
    return crossTableOn(reads, scheduled, day);
  },
};

async function reportChoices(reads: Reads, { accountId }: Viewer, { say }: Voice) {
  const tables = await reads.crossTable.findMany({ where: { accountId, removedAt: null } });
  return [
    ...reportKeys.map((value) => ({ value, label: say(`reports.name.${value}`) })),
    ...tables.map(({ id, name }) => ({
      value: `cross-table:${id}`,
      label: `${say('reports.cross.title')} · ${name}`,
    })),
  ];
}

function reportOn(key: ReportKey, { scope, format, lang }: Scheduled, day: Day) {
  const say = makeSay(lang);
  const period = lastPeriod(standardReports[key].periods[0] ?? 'month', day);
  const dated = periodOf(period, day);
  const when = dated ? periodName(dated, say, lang) : period;
  const title = say('reports.title.of', { report: say(`reports.name.${key}`), when });
  return { title, address: reportAddress(key, { scope, period }, format) };
}

/** A saved table over as many months as it was saved with. */
async function crossTableOn(reads: Reads, { report, format }: Scheduled, day: Day) {
  const table = await reads.crossTable.findUnique({ where: { id: Number(report.split(':')[1]) } });
  if (!table) return null;
  const { from, to, ...query } = parsePairs(table.query);
  const last = lastWholeMonth(day);
  const months = monthsBetween(String(from), String(to)).length;
  const moved = { ...query, from: addMonths(last, 1 - months), to: last } as Record<string, string>;
  return {
    title: table.name,
    address: `/reports/cross-table.${format}?${new URLSearchParams(moved).toString()}`,
  };
}
