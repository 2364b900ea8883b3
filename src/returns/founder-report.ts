import { addMonths, endOfMonth, type Month, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { changesBetween, recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actingViewer } from '../people/acting-viewer.js';
import { venturesInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import { headcountsOf } from '../ventures/headcounts.js';
import { Forbidden } from '../web/errors.js';
import type { NumberColumn } from './cell-values.js';
import { numberFaults } from './headcount.js';
import { warningsOf } from './problems.js';
import { readRules } from './return-rules.js';

export type NewReport = Record<Exclude<NumberColumn, 'headcount'>, number | null> & {
  headcount: number;
  note: string;
  ventureId: number;
  month: Month;
  /** The version that was seen; null to report the first time. */
  version: number | null;
};

/** Who reports: the founder, of the own venture. What is in sight is a matter of scope. */
export const canReport = (viewer: Viewer): boolean => viewer.role === 'founder';

/**
 * What a founder reports of the own venture (创业者上报): it counts nowhere until the park takes it over.
 * @throws Refusal as a return does, for a month in which the venture was in no park, and for a large step without a word on
 *   why; Conflict for another version
 */
export async function reportJobs(tx: Tx, by: Actor, input: NewReport): Promise<void> {
  const { ventureId, month, version, ...numbers } = input;
  const viewer = await actingViewer(tx, by);
  const isOwn =
    viewer &&
    (await tx.venture.count({ where: { AND: [venturesInScope(viewer), { id: ventureId }] } }));
  if (!viewer || !canReport(viewer) || !isOwn) throw new Forbidden();
  const end = endOfMonth(month);
  const stay = await tx.residency.findFirst({
    where: { ventureId, beganOn: { lte: end }, OR: [{ endedOn: null }, { endedOn: { gt: end } }] },
  });
  refuseIf([
    ...numberFaults(numbers),
    end > today(by.at) && { field: '', key: 'returns.month-not-over' },
    !stay && { field: '', key: 'returns.not-in-park' },
  ]);
  await refuseUnexplained(tx, input);
  const before = await tx.founderReport.findUnique({
    where: { ventureId_month: { ventureId, month } },
  });
  if ((before?.version ?? null) !== version) throw new Conflict('record.changed-meanwhile');
  const data = { ...numbers, reportedAt: by.at, reportedById: by.accountId };
  const { id } = before
    ? await tx.founderReport.update({
        where: { id: before.id },
        data: { ...data, version: before.version + 1 },
      })
    : await tx.founderReport.create({ data: { ...data, ventureId, month } });
  const { note, ...told } = numbers;
  recordEvent(tx, by, {
    verb: before ? 'founder-report.corrected' : 'founder-report.filed',
    subjectKind: 'founder-report',
    subjectId: id,
    ventureId,
    reason: note,
    ...(stay ? { parkId: stay.parkId } : {}),
    detail: before
      ? { month, ...changesBetween<Record<string, unknown>>(before, told) }
      : { month, headcount: numbers.headcount },
  });
}

/** Asks a founder what the grid asks of a park about a large step; what rosters of others say is no founder's to read. */
async function refuseUnexplained(
  tx: Tx,
  { ventureId, month, headcount, note }: NewReport,
): Promise<void> {
  if (note.trim() !== '') return;
  const levels = await headcountsOf(tx, [ventureId], endOfMonth(addMonths(month, -1)));
  const steps = warningsOf(
    { ventureId, shown: { headcount }, last: levels.get(ventureId) ?? null, rosterPeople: null },
    await readRules(tx),
    new Map(),
  );
  refuseIf(steps.map(({ key, values }) => ({ field: 'note', key, values })));
}
