import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyExport } from '../../src/exported.js';
import { jobsOf } from '../../src/exports/jobs.js';
import { type Cast, startReports } from '../reports/cast.js';
import { type Client, signIn } from '../web/client.js';
import { fetchBytes, opened } from './files.js';

let cast: Cast;
let auditor: Client;
beforeAll(async () => {
  cast = await startReports();
  auditor = await signIn(cast.net.base, 'auditor');
});
afterAll(() => cast.close());

/** What some pages have to be asked, so that there is a number at all. */
const asked: Record<string, string> = {
  '/totals': '?measure=ventures&scope=network&asOf=2025-01-21',
  '/reports/records': '?measure=ventures&scope=network&from=2024-01-01&asOf=2024-12-31',
  '/reports/cross-table': '?measure=jobs&rows=region&from=2024-01&to=2024-12',
};

describe.each([...everyExport.sources.keys()])('the file of %s', (path) => {
  const query = asked[path] ?? '';
  const address = path.replace(':number', 'P01');
  // Accounts are no business of the bureau.
  const reader = () => (path === '/accounts' ? auditor : cast.bureau);

  it('is sent at once, and nobody who has not signed in gets it', async () => {
    expect((await reader().get(`${address}.csv${query}`)).status).toBe(200);
    const stranger = await fetch(`${cast.net.base}${address}.csv${query}`, { redirect: 'manual' });
    expect(stranger.status).not.toBe(200);
  });

  it('says on its cover what a row of it is', async () => {
    const book = await opened(await fetchBytes(reader(), `${address}.xlsx${query}`));
    const sheet = book.worksheets[0];
    const labels = sheet?.getColumn(1).values.map(String) ?? [];
    const at = labels.indexOf('每行');
    expect(String(sheet?.getCell(at, 2).value)).toMatch(/\p{Script=Han}{3}/u);
  });

  it('is made in the background as well', async () => {
    const file = `${address}.csv${query}`;
    const answer = await reader().post(
      '/reports/jobs',
      { address: file },
      { from: `/reports/jobs/new?address=${encodeURIComponent(file)}` },
    );
    expect(answer.status).toBe(303);
    const id = Number(answer.location?.split('/').at(-1));
    jobsOf(cast.net).wake();
    const stateOf = async () =>
      (await cast.net.db.reportJob.findUniqueOrThrow({ where: { id } })).state;
    await expect.poll(stateOf, { timeout: 30_000 }).toBe('done');
  });
});
