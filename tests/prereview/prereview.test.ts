import { afterEach, beforeEach, expect, it } from 'vitest';
import { jobsSubsidy } from '../../prisma/seed/policies/jobs-subsidy.js';
import { draftVersion } from '../../src/policies/draft-version.js';
import { putInForce } from '../../src/policies/put-in-force.js';
import { prereviewOnceADay, runPrereview } from '../../src/prereview/run-prereview.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { type SettledVenture, settledVentures } from '../../src/waivers/settled-ventures.js';
import { type Cast, caseAt, fillIn, startWaivers } from '../waivers/cast.js';
import { signIn } from '../web/client.js';

let cast: Cast;
const at = (day: string) => new Date(`${day}T02:00:00Z`);
const kept = async () =>
  (await cast.db.prereviewFinding.findMany({ orderBy: { id: 'asc' } })).map(
    ({ ventureId, kind, fen, dueOn, policyId }) => ({ ventureId, kind, fen, dueOn, policyId }),
  );
beforeEach(async () => {
  cast = await startWaivers();
});
afterEach(() => cast.close());

it('finds who qualifies, and who would but for one thing, which it names', async () => {
  const [first, second] = cast.ventureIds;
  const { ventures } = await runPrereview(cast.db, at('2025-02-14'));
  expect(ventures).toBe(2);
  expect(await kept()).toEqual([
    // founder1's larger tenancy: 1,234 yuan in twelve months whole and twelve half, up to 100 m².
    { ventureId: first, kind: 'qualifies', fen: 123_400 * 18, dueOn: null, policyId: 1 },
    expect.objectContaining({ ventureId: first, kind: 'one-thing', policyId: 2 }),
    { ventureId: second, kind: 'qualifies', fen: 50_000 * 18, dueOn: null, policyId: 1 },
    expect.objectContaining({ ventureId: second, kind: 'one-thing', policyId: 2 }),
  ]);
  const manager = await signIn(cast.base, 'park1');
  const page = await manager.get('/prereview?kind=one-thing');
  expect(page.status).toBe(200);
  expect(page.text).toContain('重点群体场地租金减免（示例）');
  expect(page.text).toContain('在校大学生');
  expect(page.text).not.toContain('代为申请');
  // Who qualifies is applied for from here; those who only read are not led to it.
  const href = /href="(\/waivers\/new[^"]*)"/;
  const apply = href.exec((await manager.get('/prereview?kind=qualifies')).text)?.[1] ?? '';
  const begun = await manager.get(apply.replaceAll('&amp;', '&').replaceAll('&#x3D;', '='));
  expect([begun.status, begun.text.includes('value="rent-free" checked')]).toEqual([200, true]);
  const bureau = await signIn(cast.base, 'bureau');
  expect((await bureau.get('/prereview?kind=qualifies')).text).not.toMatch(href);
});

it('says until when somebody qualifies, and lists who has the least time first', async () => {
  const last = { graduatedOn: '2020-09-10' };
  await cast.db.person.update({ where: { id: cast.other.id }, data: last });
  await runPrereview(cast.db, at('2025-02-14'));
  const [first, second] = cast.ventureIds;
  const found = (await kept()).filter(({ kind }) => kind === 'qualifies');
  expect(found).toEqual([
    expect.objectContaining({ ventureId: first, policyId: 1, dueOn: null }),
    expect.objectContaining({ ventureId: second, policyId: 1, dueOn: null }),
    // Five years after the graduation, up to and not including that day.
    expect.objectContaining({ ventureId: second, policyId: 2, dueOn: '2025-09-10' }),
  ]);
  const manager = await signIn(cast.base, 'park1');
  const namesIn = async (query: string) => {
    const { text } = await manager.get(`/prereview?${query}`);
    expect(text).toContain('2025年9月9日');
    return [...text.matchAll(/<th scope="row"><a href="\/ventures\/([^"]+)"/g)].map(([, n]) => n);
  };
  const [of1, of2] = await Promise.all(
    cast.ventureIds.map((id) => cast.db.venture.findUniqueOrThrow({ where: { id } })),
  );
  expect(await namesIn('kind=qualifies')).toEqual([of1?.number, of2?.number]);
  expect(await namesIn('kind=qualifies&sort=due')).toEqual([of2?.number, of1?.number]);
  const { text } = await manager.get('/prereview.csv?kind=qualifies&sort=due');
  const rows = text.trim().split('\r\n').slice(1);
  expect(rows).toHaveLength(3);
  expect(rows[0]).toContain(of2?.number);
  expect(text).toContain('2025-09-09');
});

it('brings up the tenancy, the waiver and the proof that run out within sixty days', async () => {
  await cast.db.person.update({
    where: { id: cast.other.id },
    data: { graduatedOn: '2020-03-10' },
  });
  await caseAt(cast, 'granted', { months: 2, from: '2025-02-14' });
  await runPrereview(cast.db, at('2025-02-26'));
  const second = (await kept()).filter(({ ventureId }) => ventureId === cast.ventureIds[1]);
  expect(second).toEqual([
    {
      ventureId: cast.ventureIds[1],
      kind: 'proof-runs-out',
      fen: null,
      dueOn: '2025-03-10',
      policyId: null,
    },
    {
      ventureId: cast.ventureIds[1],
      kind: 'waiver-ends',
      fen: null,
      dueOn: '2025-04-14',
      policyId: 1,
    },
  ]);
  await runPrereview(cast.db, at('2027-02-01'));
  const ends = (await kept()).filter(({ kind }) => kind === 'tenancy-ends');
  expect(ends.map(({ ventureId, dueOn }) => [ventureId, dueOn])).toEqual([
    [cast.ventureIds[0], '2027-03-01'],
    [cast.ventureIds[0], '2026-03-01'],
    [cast.ventureIds[1], '2027-03-01'],
  ]);
});

it('runs once a day by itself', async () => {
  await runPrereview(cast.db, at('2027-02-01'));
  expect(await prereviewOnceADay(cast.db, at('2027-02-01'))).toBeNull();
  expect(await prereviewOnceADay(cast.db, at('2027-02-02'))).toMatchObject({ ventures: 2 });
  expect(await cast.db.prereviewRun.count()).toBe(1);
});

it('shows a manager the own parks alone, and a founder nothing', async () => {
  await runPrereview(cast.db, at('2027-02-01'));
  const seen = async (username: string) =>
    (await signIn(cast.base, username)).get('/prereview?kind=tenancy-ends');
  expect((await seen('park1')).text).toContain('2027年2月28日');
  expect((await seen('bureau')).text).toContain('2027年2月28日');
  expect((await seen('park2')).text).not.toContain('2027年2月28日');
  for (const stranger of ['founder1', 'admin']) expect((await seen(stranger)).status).toBe(403);
});

it('brings up no lease that was renewed since the night, nor one of who left, anywhere', async () => {
  await runPrereview(cast.db, at('2027-02-01'));
  cast.clock.set(at('2027-02-01'));
  const manager = await signIn(cast.base, 'park1');
  const counted = async () => {
    const listed = (await manager.get('/prereview?kind=tenancy-ends')).text;
    const day = (await manager.get('/today')).text;
    return [
      Number(/租约已到期或将到期 (\d+)/.exec(listed)?.[1]),
      (listed.match(/<th scope="row">/g) ?? []).length,
      ...['ran-out', 'endings'].map((id) =>
        Number(new RegExp(`id="today-${id}"[\\s\\S]*?day-total">(\\d+)<`).exec(day)?.[1] ?? 0),
      ),
    ];
  };
  expect(await counted()).toEqual([3, 3, 1, 2]);
  const lease = await cast.db.tenancy.findFirstOrThrow({
    where: { ventureId: cast.ventureIds[1], termEndOn: '2027-03-01' },
  });
  const renewal = `href="/tenancies/${lease.id}/renewal"`;
  const reader = await signIn(cast.base, 'putuo');
  for (const page of ['/prereview?kind=tenancy-ends', '/today']) {
    expect((await manager.get(page)).text).toContain(renewal);
    expect((await reader.get(page)).text).not.toContain('/renewal"');
  }
  await cast.act(
    'bureau',
    (tx, by) =>
      letSpace(tx, by, {
        ventureId: lease.ventureId,
        spaceId: lease.spaceId,
        beganOn: '2027-03-01',
        termEndOn: '2028-03-01',
        rent: 50_000,
        area: 8050,
      }),
    '2027-02-01',
  );
  expect(await counted()).toEqual([2, 2, 1, 1]);
  await cast.db.residency.updateMany({
    where: { ventureId: cast.ventureIds[0] },
    data: { endedOn: '2027-02-01', endReason: 'closed' },
  });
  expect(await counted()).toEqual([0, 0, 0, 0]);
});

it('takes a case that was begun since the night for what it is about, and names the policy and what it would bring', async () => {
  await runPrereview(cast.db, at('2025-02-14'));
  cast.clock.set(at('2025-02-14'));
  await cast.act('bureau', (tx, by) =>
    draftVersion(tx, by, { code: 'jobs-for-all', rules: { ...jobsSubsidy, conditions: [] } }),
  );
  const { id, revision } = await cast.db.policyVersion.findFirstOrThrow({
    orderBy: { id: 'desc' },
  });
  await cast.act('bureau2', (tx, by) =>
    putInForce(tx, by, { id, revision, beganOn: '2025-02-15' }),
  );
  cast.clock.set(at('2025-02-15'));
  const manager = await signIn(cast.base, 'park1');
  const name = (await cast.db.venture.findFirstOrThrow({ where: { id: cast.ventureIds[1] } })).name;
  /** Whether it stands in the list, in the lines of the day, and how many the list and the dashboard count. */
  const told = async () => {
    const [list, day, dashboard] = await Promise.all(
      ['/prereview?kind=qualifies', '/today', '/dashboard'].map(
        async (path) => (await manager.get(path)).text,
      ),
    );
    const lines = /id="today-unclaimed"[\s\S]*?<\/section>/.exec(day ?? '')?.[0] ?? '';
    const counted = /href="\/prereview\?kind(?:=|&#x3D;)qualifies"[^>]*>(\d+)</.exec(
      dashboard ?? '',
    );
    return {
      list: /aria-current="page">[^<]* (\d+)</.exec(list ?? '')?.[1],
      dashboard: counted?.[1],
      isListed: list?.includes(name),
      isOfDay: lines.includes(name),
    };
  };
  const both = { list: '2', dashboard: '2', isListed: true, isOfDay: true };
  expect(await told()).toEqual(both);
  const line = (await manager.get('/today')).text;
  expect(line).toContain('“园区免租金（示例）”可免租金 9,000.00 元');
  // For jobs: it asks for no premises, and stands beside the rent that is not claimed.
  const aside = await fillIn(cast, { policyCode: 'jobs-for-all', day: '2025-02-15' });
  expect(await told()).toEqual(both);
  await cast.db.waiverApplication.update({
    where: { number: aside },
    data: { state: 'withdrawn' },
  });
  // Of premises there is one benefit at a time, under whichever policy.
  await fillIn(cast, { policyCode: 'rent-subsidy', day: '2025-02-15' });
  expect(await told()).toEqual({ list: '1', dashboard: '1', isListed: false, isOfDay: false });
});

it('reads each venture with its own waivers, and those of the same person elsewhere', async () => {
  await caseAt(cast, 'granted', { months: 2, from: '2025-02-14' });
  const [batch = []] = await batchesOf();
  expect(batch.map(({ id, waivers }) => [id, waivers.length])).toEqual([
    [cast.ventureIds[0], 0],
    [cast.ventureIds[1], 1],
  ]);
});

async function batchesOf(): Promise<SettledVenture[][]> {
  const batches: SettledVenture[][] = [];
  for await (const batch of settledVentures(cast.db, '2025-02-14')) batches.push(batch);
  return batches;
}

it('is narrowed by park, policy and what is searched for, each told in words and dropped by one press', async () => {
  await runPrereview(cast.db, at('2025-02-14'));
  const [first, second] = await cast.db.venture.findMany({
    where: { id: { in: cast.ventureIds } },
    orderBy: { id: 'asc' },
  });
  const bureau = await signIn(cast.base, 'bureau');
  const seen = async (query: string) => {
    const { status, text } = await bureau.get(`/prereview?kind=qualifies${query}`);
    const rows = text.split('<tbody>')[1]?.split('</tbody>')[0] ?? '';
    const names = [first, second].map((venture) => rows.includes(venture?.name ?? '?'));
    const count = / aria-current="page">[^<]* (\d+)</.exec(text)?.[1];
    const dropped = /class="chosen"[\s\S]*?href="([^"]*)"/.exec(text)?.[1] ?? null;
    return { status, names, count, dropped: dropped?.replaceAll('&#x3D;', '=') ?? null };
  };
  const all = { status: 200, names: [true, true], count: '2', dropped: null };
  expect(await seen('')).toEqual(all);
  const byName = await seen(`&q=${encodeURIComponent(second?.name ?? '')}`);
  expect(byName).toMatchObject({ names: [false, true], count: '1' });
  expect(byName.dropped).toBe('/prereview');
  expect(await seen('&park=P01')).toMatchObject({ names: [true, true], count: '2' });
  expect(await seen('&park=P02')).toMatchObject({ names: [false, false], count: '0' });
  const policies = await cast.db.policy.findMany({ orderBy: { id: 'asc' } });
  expect(await seen(`&policy=${policies[0]?.code}`)).toMatchObject({ count: '2' });
  expect(await seen(`&policy=${policies[1]?.code}`)).toMatchObject({ count: '0' });
  const short = await bureau.get(`/prereview?kind=one-thing&policy=${policies[1]?.code}&q=P`);
  expect(short.status).toBe(200);
  for (const wrong of ['park=P99', 'policy=no-such-one'])
    expect([wrong, (await bureau.get(`/prereview?${wrong}`)).status]).toEqual([wrong, 400]);
  // What nobody has put in force is no choice, and its name stands nowhere.
  await cast.act('bureau', (tx, by) =>
    draftVersion(tx, by, { code: 'jobs-for-all', rules: { ...jobsSubsidy, conditions: [] } }),
  );
  expect((await bureau.get('/prereview?kind=qualifies')).text).not.toContain('jobs-for-all');
  expect((await bureau.get('/prereview?policy=jobs-for-all')).status).toBe(400);
  // A manager cannot ask for the park of others, and reads of their own alone.
  const manager = await signIn(cast.base, 'park2');
  expect((await manager.get('/prereview?park=P01')).status).toBe(400);
});
