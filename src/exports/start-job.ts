import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import type { Lang } from '../language/words.js';
import { allow, found } from '../web/errors.js';
import type { ExportList } from './export-list.js';
import { exporterOf } from './permissions.js';

/** So many of one account wait or run at once. */
const mostAtOnce = 5;

export type NewJob = { address: string; title: string; total: number; lang: Lang };

/**
 * Asks for a file to be made in the background. What stands in it is decided when it is made, with the
 * permission that the account has then. @returns the job's id
 * @throws Refusal for an address of no file, and when enough are waiting
 */
export async function startJob(
  tx: Tx,
  by: Actor,
  job: NewJob,
  exports: ExportList,
): Promise<number> {
  const { accountId } = await exporterOf(tx, by);
  const file = exports.find(job.address);
  const open = await tx.reportJob.count({
    where: { accountId, state: { in: ['waiting', 'running'] } },
  });
  refuseIf([
    !file && { field: 'address', key: 'reports.jobs.unknown' },
    open >= mostAtOnce && {
      field: 'address',
      key: 'reports.jobs.too-many',
      values: { n: mostAtOnce },
    },
  ]);
  const { id } = await tx.reportJob.create({
    data: { ...job, format: file?.format ?? '', state: 'waiting', accountId, createdAt: by.at },
  });
  recordEvent(tx, by, {
    verb: 'report-job.started',
    subjectKind: 'report-job',
    subjectId: id,
    detail: { address: job.address, rows: job.total },
  });
  return id;
}

/** Stops a job that waits or runs, by whom it belongs to. @throws Conflict when it has ended already */
export async function cancelJob(tx: Tx, by: Actor, id: number): Promise<void> {
  const { accountId } = await exporterOf(tx, by);
  const job = found(await tx.reportJob.findUnique({ where: { id } }));
  allow(job.accountId === accountId);
  const { count } = await tx.reportJob.updateMany({
    where: { id, state: { in: ['waiting', 'running'] } },
    data: { state: 'cancelled', finishedAt: by.at },
  });
  if (count === 0) throw new Conflict('reports.jobs.ended');
  recordEvent(tx, by, {
    verb: 'report-job.cancelled',
    subjectKind: 'report-job',
    subjectId: id,
    detail: { address: job.address },
  });
}
