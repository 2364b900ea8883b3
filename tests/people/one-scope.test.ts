import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileHeadcounts } from '../../src/returns/file-headcounts.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { logVisit } from '../../src/visits/log-visit.js';
import { commentOnApplication } from '../../src/waivers/comment-on-application.js';
import { returnForCorrection } from '../../src/waivers/return-for-correction.js';
import { withdrawApplication } from '../../src/waivers/withdraw-application.js';
import { headcount } from '../ledger/network.js';
import { type Cast, caseAt, fillIn, seen, startWaivers } from '../waivers/cast.js';
import type { Client } from '../web/client.js';
import { routesOf, SiteMap } from '../web/site-map.js';

/** A record, the page that it opens by, and words that stand nowhere else. */
type Secret = { what: string; opens: string; words: string[] };

const viewers = ['park1', 'park2', 'putuo', 'dinghai', 'bureau', 'auditor', 'admin'] as const;
const founders = ['founder1', 'founder2', 'partner'] as const;
type Username = (typeof viewers)[number] | (typeof founders)[number];

let cast: Cast;
let number = '';
const secrets: Secret[] = [];
/** What each viewer can open, by address. */
const opened = {} as Record<Username, Map<string, { status: number; text: string }>>;

const visit = (note: string, madeOn: string) => ({
  kind: 'visit' as const,
  madeOn,
  madeBy: '走访人',
  note,
  followUpOn: null,
});

/** Founder2's venture in P01 with a case there, moved to P02, where it has a rent, a visit, a return and a case. */
async function tell(): Promise<void> {
  const { db } = cast;
  const [, ventureId] = cast.ventureIds;
  number = (await db.venture.findUniqueOrThrow({ where: { id: ventureId } })).number;
  const inP01 = await caseAt(cast, 'submitted');
  const back = { fields: ['months' as const], proof: [], note: '前园退回的原因' };
  await cast.act('park1', async (tx, by) =>
    returnForCorrection(tx, by, await seen(cast, inP01), back),
  );
  await cast.act('park1', async (tx, by) =>
    commentOnApplication(tx, by, await seen(cast, inP01), {
      audience: 'inside',
      text: '前园内部议论',
    }),
  );
  await cast.act('founder2', async (tx, by) =>
    withdrawApplication(tx, by, await seen(cast, inP01), { note: '前园撤回说明' }),
  );
  const before = visit('前园走访记录', '2025-02-13');
  await cast.act('park1', (tx, by) =>
    logVisit(tx, by, { parkId: 1, ventureIds: [ventureId], ...before }),
  );
  await cast.act(
    'bureau',
    (tx, by) => moveVenture(tx, by, { ventureId, toParkId: 2, movedOn: '2025-03-10', note: '' }),
    '2025-03-10',
  );
  const space = await db.space.findFirstOrThrow({ where: { parkId: 2 } });
  const term = { beganOn: '2025-03-11', termEndOn: '2027-03-11', rent: 77_777, area: 8050 };
  await cast.act(
    'bureau',
    (tx, by) => letSpace(tx, by, { ventureId, spaceId: space.id, ...term }),
    '2025-03-11',
  );
  const filed = {
    ventureId,
    month: '2025-03',
    version: null,
    ...headcount(4321),
    note: '后园月报说明',
  };
  await cast.act('bureau', (tx, by) => fileHeadcounts(tx, by, [filed]), '2025-04-02');
  const after = visit('后园走访记录', '2025-04-03');
  await cast.act(
    'park2',
    (tx, by) => logVisit(tx, by, { parkId: 2, ventureIds: [ventureId], ...after }),
    '2025-04-03',
  );
  const draft = await fillIn(cast, { from: '2025-04-03', day: '2025-04-03' });
  cast.clock.set(new Date('2025-04-10T02:00:00Z'));
  const tenancy = await db.tenancy.findFirstOrThrow({ where: { ventureId, space: { parkId: 2 } } });
  const jobs = await db.jobsReturn.findFirstOrThrow({ where: { ventureId, month: '2025-03' } });
  const visits = await db.visit.findMany({ orderBy: { id: 'asc' } });
  secrets.push(
    { what: 'case', opens: `/waivers/${inP01}`, words: [inP01, '前园退回的原因', '前园撤回说明'] },
    { what: 'draft', opens: `/waivers/${draft}`, words: [draft] },
    { what: 'tenancy', opens: `/history/tenancy/${tenancy.id}`, words: ['777.77'] },
    {
      what: 'return',
      opens: `/history/jobs-return/${jobs.id}`,
      words: ['后园月报说明'],
    },
    { what: 'visit before', opens: `/visits/${visits[0]?.id}`, words: ['前园走访记录'] },
    { what: 'visit after', opens: `/visits/${visits[1]?.id}`, words: ['后园走访记录'] },
  );
}

beforeAll(async () => {
  cast = await startWaivers();
  const { passwordHash } = await cast.db.account.findFirstOrThrow({ where: { username: 'park1' } });
  const partner = await cast.db.person.create({
    data: { number: 'R000900', name: '合伙人', namePinyin: 'hehuoren hhr' },
  });
  const since = new Date('2023-01-01T00:00:00Z');
  const account = (
    username: string,
    role: string,
    more: { personId?: number; regionCode?: string },
  ) =>
    cast.db.account.create({
      data: { username, name: username, role, passwordHash, createdAt: since, ...more },
    });
  await account('partner', 'founder', { personId: partner.id });
  await account('dinghai', 'county-reviewer', { regionCode: '330902' });
  await account('admin', 'administrator', {}).catch(() => {});
  await cast.db.personRole.create({
    data: {
      personId: partner.id,
      ventureId: cast.ventureIds[1],
      role: 'partner',
      beganOn: '2024-01-01',
    },
  });
  await tell();
  const map = new SiteMap(routesOf(cast.app).filter(({ method }) => method === 'GET'));
  const start = [
    ...[
      '/',
      '/dashboard',
      '/waivers',
      '/waivers/queue',
      '/ventures',
      '/returns',
      '/history',
      '/visits',
    ],
    ...[
      '/messages',
      '/reports',
      '/prereview',
      '/people/me',
      '/track',
      '/notices',
      '/api/v1/totals',
    ],
    ...['/ventures.csv', '/visits.csv', '/history.csv', '/waivers.csv', '/ventures?sort=headcount'],
    ...[`/ventures/${number}`, `/ventures/${number}/history`, `/ventures/${number}/headcounts.svg`],
    ...[`/ventures/${number}/returns/2025-03`, '/parks/P01/history', '/parks/P02/history'],
    ...[
      '/returns/2025-03/P01',
      '/returns/2025-03/P02',
      '/parks/P02/spaces',
      `/ventures?q=${number}`,
    ],
    ...secrets.map(({ opens }) => opens),
  ];
  for (const username of [...viewers, ...founders]) {
    const client: Client = await cast.as(username);
    opened[username] = await map.crawl(client, start, { ofOneRoute: 2 });
  }
}, 300_000);
afterAll(() => cast.close());

const opens = (username: Username, what: string): boolean => {
  const secret = secrets.find((one) => one.what === what);
  return opened[username].get(secret?.opens ?? '')?.status === 200;
};

describe('what one may not open, one does not read elsewhere', () => {
  it.each([...viewers, ...founders])('%s', (username) => {
    const leaks: string[] = [];
    for (const { what, opens: at, words } of secrets) {
      if (opened[username].get(at)?.status === 200) continue;
      for (const [address, { status, text }] of opened[username])
        for (const word of words)
          if (status === 200 && text.includes(word)) leaks.push(`${what}: ${word} at ${address}`);
    }
    expect(leaks).toEqual([]);
    expect(opened[username].size).toBeGreaterThan(15);
  });
});

it('gives a headcount of later to nobody in the park that was left', () => {
  // By itself: a key of a form may have the digits in it.
  const isSaidIn = /(?<![\w-])4,?321(?![\w-])/;
  for (const username of ['park1', 'putuo'] as const) {
    const told = [...opened[username]].filter(
      ([address, { text }]) => /^\/(ventures|history)/.test(address) && isSaidIn.test(text),
    );
    expect(told.map(([address]) => address)).toEqual([]);
  }
  expect(opened.park2.get(`/ventures/${number}`)?.text).toMatch(isSaidIn);
  expect(opened.park2.get(`/ventures/${number}`)?.text).toContain('4,321');
});

it('opens to each what lies in the time of its park', () => {
  const whoOpens = (what: string) =>
    [...viewers, ...founders].filter((username) => opens(username, what));
  const network = ['bureau', 'auditor'];
  expect(whoOpens('case')).toEqual(['park1', 'putuo', ...network, 'founder2']);
  expect(whoOpens('draft')).toEqual(['founder2']);
  expect(whoOpens('tenancy')).toEqual(['park2', 'dinghai', ...network, 'founder2', 'partner']);
  expect(whoOpens('return')).toEqual(['park2', 'dinghai', ...network, 'founder2', 'partner']);
  expect(whoOpens('visit before')).toEqual(['park1', 'putuo', ...network]);
  expect(whoOpens('visit after')).toEqual(['park2', 'dinghai', ...network]);
});

it('goes on reading, in the park that was left, its own time: spaces, returns, history', () => {
  const page = opened.park1.get(`/ventures/${number}`)?.text ?? '';
  expect(page).toContain('黄杨尖');
  expect(page).toContain('前园走访记录');
  // Where it went stands in the move, and what it rents there nowhere.
  expect(page).not.toContain('2027年3月11日');
  const history = opened.park1.get(`/ventures/${number}/history`)?.text ?? '';
  expect(history).toContain('前园退回的原因');
  const list = opened.park1.get(`/ventures?q=${number}`)?.text ?? '';
  expect(list).toContain('黄杨尖创业园');
  expect(list).toContain('已出园');
});

it('tells the founder of what was done, and not that staff talked among themselves', () => {
  const told = opened.founder2.get(`/ventures/${number}/history`)?.text ?? '';
  expect(told).toContain('前园退回的原因');
  expect(told).not.toContain('仅工作人员');
  expect(opened.park1.get(`/ventures/${number}/history`)?.text).toContain('仅工作人员');
});
