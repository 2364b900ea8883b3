import { rm } from 'node:fs/promises';
import path from 'node:path';
import { transact } from '../database/database.js';
import { makeSay } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { announce } from '../outbox/announce.js';
import { viewerOfAccount } from '../people/viewer-of-account.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import type { ExportingDeps } from './deps.js';
import { recordExported } from './export-record.js';
import { exportsFolder, keepFile } from './exports-folder.js';
import { makeFile, type Taker } from './make-book.js';
import type { Prepared } from './prepared.js';
import type { Table } from './table.js';

export type Job = Awaited<ReturnType<Deps['db']['reportJob']['findFirstOrThrow']>>;

/** Rows, at the least, between two looks at whether the job is still wanted. */
const rowsALook = 2000;
/** How long a file is kept. */
const keptMs = 7 * 24 * 60 * 60 * 1000;

/** The job was cancelled, or the process is stopping. */
export class NoLongerWanted extends Error {}

/**
 * Makes the file of a job, with the sight and permission that its account has now, and records the export with it.
 * @throws NoLongerWanted; what the page of the file would answer; anything that goes wrong on the way
 */
export async function makeJob(deps: ExportingDeps, job: Job, signal: AbortSignal): Promise<void> {
  const { db, clock, config } = deps;
  const viewer = found(await viewerOfAccount(db, job.accountId));
  const { source, format, query, params } = found(deps.exports.find(job.address));
  const voice = { lang: job.lang as Lang, say: makeSay(job.lang as Lang) };
  const prepared = await source({ deps, viewer, query, params, voice });
  await db.reportJob.update({ where: { id: job.id }, data: { total: prepared.rows, done: 0 } });
  const by = { accountId: viewer.accountId, name: viewer.name, at: clock.now() };
  const watched = {
    ...prepared,
    sheets: prepared.sheets.map((table) => counted(deps, job, table, signal)),
  };
  const { number, bytes } = await makeFile(db, by, {
    prepared: watched,
    format,
    voice,
    telling: 'later',
  });
  const folder = exportsFolder(config);
  const stored = await keepFile(folder, bytes, format);
  try {
    await finishJob(deps, job, by, { prepared, number, ...stored });
  } catch (error) {
    await rm(path.join(folder, stored.file), { force: true });
    throw error;
  }
}

/** The same rows, which tell how far the job is and stop where it is no longer wanted. */
function counted({ db }: Deps, { id }: Job, table: Table, signal: AbortSignal): Table {
  async function* batches() {
    let sinceLook = 0;
    for await (const batch of table.batches) {
      sinceLook += batch.length;
      if (sinceLook >= rowsALook) {
        await look(sinceLook);
        sinceLook = 0;
      }
      yield batch;
    }
    await look(sinceLook);
  }
  async function look(more: number): Promise<void> {
    if (signal.aborted) throw new NoLongerWanted();
    const { count } = await db.reportJob.updateMany({
      where: { id, state: 'running' },
      data: { done: { increment: more } },
    });
    if (count === 0) throw new NoLongerWanted();
  }
  return { ...table, batches: batches() };
}

type StoredExport = { prepared: Prepared; number: string; file: string; size: number };

async function finishJob(
  { db, clock }: Deps,
  job: Job,
  by: Taker,
  stored: StoredExport,
): Promise<void> {
  const { prepared, number, file, size } = stored;
  const now = clock.now();
  await transact(db, async (tx) => {
    const { count } = await tx.reportJob.updateMany({
      where: { id: job.id, state: 'running' },
      data: {
        state: 'done',
        file,
        size,
        exportNumber: number,
        finishedAt: now,
        expiresAt: new Date(now.getTime() + keptMs),
      },
    });
    if (count === 0) throw new NoLongerWanted();
    const { rows } = await tx.exportRecord.findUniqueOrThrow({ where: { number } });
    const format = job.format === 'csv' ? 'csv' : 'xlsx';
    recordExported(tx, { ...by, at: now }, { prepared, format, rows: rows ?? 0, number });
    await tellOwner(tx, job, now, 'reports.made');
  });
}

type Tx = Parameters<typeof announce>[0];

/** Whoever scheduled a report is told when it is there, or that it could not be made. */
export async function tellOwner(
  tx: Tx,
  { id, scheduleId, accountId, title, dueOn, lang }: Job,
  at: Date,
  key: 'reports.made' | 'reports.not-made',
): Promise<void> {
  if (scheduleId === null) return;
  await announce(
    tx,
    { accountId: null, at },
    {
      accountId,
      key,
      lang: lang === 'en' ? 'en' : 'zh',
      href: `/reports/jobs/${id}`,
      values: { title, day: { day: dueOn ?? '' } },
    },
  );
}
