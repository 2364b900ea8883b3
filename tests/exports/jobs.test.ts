import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { today } from '../../src/calendar/days.js';
import { transact } from '../../src/database/database.js';
import { jobsOf, resumeJobs, sweepJobs } from '../../src/exports/jobs.js';
import { cancelJob, startJob } from '../../src/exports/start-job.js';
import { sweepExports } from '../../src/exports/sweep-exports.js';
import { startChild } from '../database/child.js';
import { at } from '../ledger/network.js';
import { type Cast, startReports } from '../reports/cast.js';
import { plain } from '../reports/reading.js';
import { type Client, signIn } from '../web/client.js';
import { fetchBytes, opened, upload } from './files.js';

let net: Cast['net'];
let bureau: Client;
let park1: Client;
let close: Cast['close'];
beforeEach(async () => {
  ({ net, bureau, park1, close } = await startReports());
});
afterEach(() => close());

const folder = () => path.join(net.config.dataDir, 'exports');
const files = () => (existsSync(folder()) ? readdirSync(folder()) : []);
const address = '/ventures.xlsx?status=settled';
const by = async (username: string) => ({
  ...at('2025-02-14'),
  accountId: (await net.db.account.findUniqueOrThrow({ where: { username } })).id,
});
const stateOf = async (id: number) =>
  (await net.db.reportJob.findUniqueOrThrow({ where: { id } })).state;
const asked = async (client: Client, of = address) => {
  const answer = await client.post(
    '/reports/jobs',
    { address: of },
    { from: `/reports/jobs/new?address=${encodeURIComponent(of)}` },
  );
  expect(answer.status).toBe(303);
  return Number(answer.location?.split('/').at(-1));
};

describe('a file that is made in the background', () => {
  it('is asked for, watched, fetched, and is the system’s own', async () => {
    const list = await bureau.get(`/reports/jobs/new?address=${encodeURIComponent(address)}`);
    expect(plain(list.text)).toContain('创业主体');
    const id = await asked(bureau);
    await expect.poll(() => stateOf(id), { timeout: 60_000 }).toBe('done');
    const { text, headers } = await bureau.get(`/reports/jobs/${id}`);
    expect(plain(text)).toContain('已完成');
    expect(text).not.toContain('http-equiv="refresh"');
    expect(text).not.toContain('job.js');
    expect(headers.get('refresh')).toBeNull();
    const bytes = await fetchBytes(bureau, `/reports/jobs/${id}/file`);
    expect((await opened(bytes)).worksheets[1]?.rowCount).toBe(13);
    expect(plain((await upload(bureau, '/reports/verify', bytes)).text)).toContain(
      '与系统导出时完全一致',
    );
    const event = await net.db.historyEvent.findFirstOrThrow({
      where: { verb: 'ventures.exported' },
      orderBy: { id: 'desc' },
    });
    expect(event.detail).toMatchObject({ rows: 11, format: 'xlsx' });
  });

  it('holds what its account may see, and nobody else fetches it', async () => {
    const id = await asked(park1);
    await expect.poll(() => stateOf(id), { timeout: 60_000 }).toBe('done');
    const book = await opened(await fetchBytes(park1, `/reports/jobs/${id}/file`));
    expect(book.worksheets[1]?.getColumn(3).values.slice(2).filter(Boolean)).not.toContain('P02');
    for (const path of [`/reports/jobs/${id}`, `/reports/jobs/${id}/file`])
      expect((await bureau.get(path)).status, path).toBe(404);
    expect((await bureau.post(`/reports/jobs/${id}/cancellation`)).status).toBe(403);
  });

  it('is refused where the page would be', async () => {
    const of = (where: string) => `/reports/jobs/new?address=${encodeURIComponent(where)}`;
    expect((await park1.get(of('/history.xlsx'))).status).toBe(403);
    expect((await park1.get(of('/totals.xlsx?measure=jobs&scope=park:P02'))).status).toBe(404);
    expect((await bureau.get(of('/no-such.xlsx'))).status).toBe(404);
    expect((await bureau.get(of('/ventures'))).status).toBe(404);
    expect((await (await signIn(net.base, 'founder1')).get(of(address))).status).toBe(403);
    const job = { address: '/x.xlsx', title: '', total: 0, lang: 'zh' } as const;
    await expect(
      transact(net.db, async (tx) => startJob(tx, await by('bureau'), job, net.exports)),
    ).rejects.toThrow('reports.jobs.unknown');
    await expect(
      transact(net.db, async (tx) => startJob(tx, await by('founder1'), job, net.exports)),
    ).rejects.toThrow();
  });

  it('the permission is that of the moment in which it is made', async () => {
    const job = { address: '/history.xlsx', title: '办理记录', total: 1, lang: 'zh' } as const;
    const id = await transact(net.db, async (tx) =>
      startJob(tx, await by('park1'), job, net.exports),
    );
    jobsOf(net).wake();
    await expect.poll(() => stateOf(id), { timeout: 60_000 }).toBe('failed');
    expect(plain((await park1.get(`/reports/jobs/${id}`)).text)).toContain(
      '没有查看这些数据的权限',
    );
  });
});

describe('what ends it', () => {
  const waiting = async () => {
    const job = { address, title: '名录', total: 11, lang: 'zh' } as const;
    return transact(net.db, async (tx) => startJob(tx, await by('bureau'), job, net.exports));
  };

  /** A file that is there. */
  const made = async () => {
    const id = await asked(bureau);
    await expect.poll(() => stateOf(id), { timeout: 60_000 }).toBe('done');
    return net.db.reportJob.findUniqueOrThrow({ where: { id } });
  };

  it('is begun again where not even its failure could be written down', async () => {
    // The last write of a job is refused, whatever it says.
    await net.db.$executeRawUnsafe(`CREATE TRIGGER "Refused" BEFORE UPDATE ON "ReportJob"
      WHEN NEW."state" IN ('done', 'failed') BEGIN SELECT RAISE(ABORT, 'refused'); END`);
    const id = await waiting();
    jobsOf(net).wake();
    await expect.poll(() => stateOf(id), { timeout: 60_000 }).toBe('running');
    await jobsOf(net).idle();
    expect(await stateOf(id)).toBe('running');
    await net.db.$executeRawUnsafe('DROP TRIGGER "Refused"');
    jobsOf(net).wake();
    await expect.poll(() => stateOf(id), { timeout: 60_000 }).toBe('done');
  });

  it('is cancelled once, and not after its end', async () => {
    const id = await waiting();
    const page = await bureau.get(`/reports/jobs/${id}`);
    expect(page.text).toContain('<noscript><meta http-equiv="refresh" content="2"></noscript>');
    expect(page.text).toContain('<progress');
    // A script follows it instead: it is told the same, and the header would read the page again under it.
    expect(page.headers.get('refresh')).toBeNull();
    const told = await bureau.get(`/reports/jobs/${id}`, { accept: 'application/json' });
    expect(JSON.parse(told.text)).toEqual({
      progress: { max: 11, value: 0, text: '已写 0 行，共 11 行' },
    });
    expect(told.headers.get('cache-control')).toBe('no-store');
    expect((await park1.get(`/reports/jobs/${id}`, { accept: 'application/json' })).status).toBe(
      404,
    );
    expect((await bureau.post(`/reports/jobs/${id}/cancellation`)).status).toBe(303);
    expect((await bureau.post(`/reports/jobs/${id}/cancellation`)).status).toBe(409);
    await expect(
      transact(net.db, async (tx) => cancelJob(tx, await by('bureau'), id)),
    ).rejects.toThrow();
    expect((await bureau.get(`/reports/jobs/${id}/file`)).status).toBe(404);
  });

  it('no account has more than five at once', async () => {
    const ids = [
      await waiting(),
      await waiting(),
      await waiting(),
      await waiting(),
      await waiting(),
    ];
    await expect(waiting()).rejects.toThrow('reports.jobs.too-many');
    for (const id of ids)
      await transact(net.db, async (tx) => cancelJob(tx, await by('bureau'), id));
  });

  it('its file goes after a week, and the page says so', async () => {
    const done = await made();
    const later = { now: () => new Date(net.clock.now().getTime() + 8 * 86_400_000) };
    await sweepJobs({ ...net, clock: later });
    expect(files()).not.toContain(done.file);
    expect(plain((await bureau.get(`/reports/jobs/${done.id}`)).text)).toContain('已过期删除');
  });

  it('kill -9 in its middle: at the next start it is made, or has failed, and nothing is deleted by the start', async () => {
    await made();
    const id = await waiting();
    const [{ file } = { file: '' }] = await net.db.$queryRaw<
      { file: string }[]
    >`SELECT "file" FROM pragma_database_list WHERE "name" = 'main'`;
    for (const delay of [0, 15, 60, 200]) {
      const child = startChild('../reports/jobs-child.ts', [file, net.config.dataDir]);
      await child.firstLine;
      await pause(delay);
      child.kill();
      await child.ended;
    }
    mkdirSync(folder(), { recursive: true });
    const half = path.join(folder(), 'left.xlsx.part');
    writeFileSync(half, 'half');
    utimesSync(half, 0, 0);
    await resumeJobs(net);
    expect(files()).toContain('left.xlsx.part');
    jobsOf(net).wake();
    await expect.poll(() => stateOf(id), { timeout: 60_000 }).toMatch(/done|failed/);
    const kept = await net.db.reportJob.findMany({ where: { file: { not: null } } });
    // A half file that another process left is not deleted either, before it has been aside for a week.
    expect(await sweepExports(net.db, net.config, new Date())).toMatchObject({ setAside: 1 });
    const whole = kept.map(({ file }) => file ?? '');
    expect(
      files()
        .filter((name) => !name.endsWith('.part'))
        .sort(),
    ).toEqual([...whole, 'set-aside'].sort());
    expect(readdirSync(path.join(folder(), 'set-aside', today(new Date())))).toEqual([
      'left.xlsx.part',
    ]);
    const nextWeek = new Date(Date.now() + 7 * 86_400_000);
    expect(await sweepExports(net.db, net.config, nextWeek)).toMatchObject({ deleted: 1 });
    for (const job of kept.filter(({ accountId }) => accountId === kept.at(-1)?.accountId))
      expect((await fetchBytes(bureau, `/reports/jobs/${job.id}/file`)).length).toBe(job.size);
    expect(
      await net.db.historyEvent.count({
        where: {
          verb: 'ventures.exported',
          detail: { path: '$.number', equals: kept.at(-1)?.exportNumber ?? '' },
        },
      }),
    ).toBe(1);
  });

  it('one that was cut off again and again is not tried for ever', async () => {
    const id = await waiting();
    await net.db.reportJob.update({ where: { id }, data: { state: 'running', attempts: 3 } });
    await resumeJobs(net);
    expect(await stateOf(id)).toBe('failed');
  });
});
