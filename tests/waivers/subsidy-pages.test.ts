import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { jobsSubsidy } from '../../prisma/seed/policies/jobs-subsidy.js';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { rentSubsidy } from '../../prisma/seed/policies/rent-subsidy.js';
import { draftVersion } from '../../src/policies/draft-version.js';
import { putInForce } from '../../src/policies/put-in-force.js';
import type { PolicyRules } from '../../src/policies/rules.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import { type Demonstration, demonstration } from '../demonstration.js';
import { Client, signIn, startApp, type TestApp, testClock } from '../web/client.js';
import { linksOf } from '../web/site-map.js';
import { type Cast, caseAt, seen, startWaivers } from './cast.js';
import { browserOf, morning } from './desk.js';
import { plain } from './pages.js';

/** What is given for jobs, whatever was proved of them. */
const forAll: PolicyRules = {
  ...jobsSubsidy,
  conditions: [],
  tiers: jobsSubsidy.tiers.map((tier) =>
    tier.amount.kind === 'jobs' ? { ...tier, amount: { ...tier.amount, insuredMonths: 0 } } : tier,
  ),
};
/** A word for both, and what another policy says of itself. */
const neutral =
  /减免或补贴|免租或补贴|免租和补贴|waivers?,? (or|and) subsid(y|ies)|waived or paid|Waivers?,? (or|and) subsid(y|ies)/g;
const waiving = { zh: /免租|减免|缴租/, en: /waive|relief/i } as const;
const ofOthers = [rentFree, rentSubsidy].flatMap(({ name, summary }) =>
  [name, summary].flatMap(({ zh, en }) => [zh, en]),
);

/** The lines of a page, its title and its menu with it, but not what stands under every page of the programme. */
function linesOf(text: string): string[] {
  const [page = ''] = text.split('<footer');
  return plain(page)
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .split('\n')
    .filter((line) => !ofOthers.some((words) => line.includes(words)))
    .map((line) => line.replaceAll(neutral, '').trim());
}

const isFile = (link: string) =>
  /\.(csv|xlsx|docx|pdf)\b|\/export|policy=rent-(free|subsidy)|lang=/.test(link);
/** Follows the links between the pages of a case. @returns how many pages were read, and the lines that speak of waiving */
async function walk(client: Client, start: string[], isOfCase: RegExp) {
  const found: string[] = [];
  const read = new Set<string>();
  for (const lang of ['zh', 'en'] as const) {
    const waiting = [...start];
    const opened = new Set<string>();
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      if (opened.has(at)) continue;
      opened.add(at);
      const { status, text } = await client.get(`${at}${at.includes('?') ? '&' : '?'}lang=${lang}`);
      if (status !== 200) continue;
      read.add(at);
      found.push(
        ...linesOf(text).flatMap((line) => (waiving[lang].test(line) ? [`${at}: ${line}`] : [])),
      );
      const [, main = ''] = text.split('<main');
      waiting.push(...linksOf(main).filter((link) => isOfCase.test(link) && !isFile(link)));
    }
  }
  return { read, found };
}

let cast: Cast;
let data: Demonstration;
let site: TestApp;
beforeAll(async () => {
  cast = await startWaivers();
  data = await demonstration();
  const clock = testClock(new Date('2026-11-24T02:00:00Z'));
  site = await startApp({ db: data.db, clock, config: { dataDir: path.dirname(data.file) } });
});
afterAll(async () => {
  await cast.close();
  await site.close();
  await data.close();
});

it('speaks of a subsidy wherever only one stands, on notice and granted, to everybody', async () => {
  const { act, db, other, ventureIds } = cast;
  const id = await act(
    'bureau',
    (tx, by) => draftVersion(tx, by, { code: 'for-jobs', rules: forAll }),
    '2025-01-06',
  );
  const inForce = { id, revision: 1, beganOn: '2025-01-07' };
  await act('bureau2', (tx, by) => putInForce(tx, by, inForce), '2025-01-06');
  const of = { ventureId: ventureIds[1], month: '2025-01' };
  const headcount = { headcount: 5, evidence: 'roster', filedAt: morning('2025-02-03') };
  await db.jobsReturn.upsert({
    where: { ventureId_month: of },
    create: { ...of, ...headcount },
    update: headcount,
  });
  const number = await caseAt(cast, 'notice', { policyCode: 'for-jobs', from: '2025-03-01' });
  const { id: caseId } = await db.waiverApplication.findUniqueOrThrow({ where: { number } });
  await db.person.update({ where: { id: other.id }, data: { phone: '13857001234' } });
  const { number: venture } = await db.venture.findUniqueOrThrow({ where: { id: ventureIds[1] } });
  const start = [
    ...[`/waivers/${number}`, '/waivers', '/waivers/queue', '/waivers/queue?tab=all', '/notices'],
    ...[
      `/notices/${number}`,
      '/track',
      '/messages',
      '/today',
      '/history',
      '/payments',
      '/prereview',
    ],
    ...[
      `/history/application/${caseId}`,
      `/find?q=${number}`,
      `/ventures/${venture}/history`,
      '/help',
    ],
  ];
  const isOfCase = new RegExp(`${number}|/messages/|/payments/grants/|/history/waiver/|/letters/`);
  for (const [day, people] of [
    ['2025-02-18', ['bureau', 'putuo', 'park1', 'founder2', 'auditor', 'visitor']],
    ['2025-03-03', ['bureau', 'putuo', 'park1', 'founder2', 'auditor']],
  ] as const) {
    cast.clock.set(morning(day));
    if (day === '2025-03-03')
      await act(
        'bureau2',
        async (tx, by) => grantWaiver(tx, by, await seen(cast, number)),
        '2025-02-25',
      );
    for (const who of people) {
      const client = who === 'visitor' ? new Client(cast.base) : await browserOf(cast, who);
      const { read, found } = await walk(client, start, isOfCase);
      expect(found, `${who} on ${day}`).toEqual([]);
      expect(read.size, who).toBeGreaterThan(who === 'visitor' ? 3 : 8);
    }
    const granted = await db.waiver.findFirst();
    if (granted) {
      const told = await (await browserOf(cast, 'bureau')).get(
        `/history/waiver/${granted.id}?lang=zh`,
      );
      expect(told.text).toContain('批准金额');
      expect(told.text).toContain('4,000.00 元');
      expect(told.text).not.toContain('元/月');
    }
    const tracked = await new Client(cast.base).post('/track?lang=zh', { number, digits: '1234' });
    expect(tracked.status).toBe(200);
    expect(linesOf(tracked.text).filter((line) => waiving.zh.test(line))).toEqual([]);
  }
}, 400_000);

it('speaks of a subsidy on each page of those of the demonstration, to every role', async () => {
  const grant = await data.db.waiver.findFirstOrThrow({
    where: {
      form: 'subsidy',
      venture: { roles: { some: { person: { account: { username: 'founder1' } } } } },
    },
    include: { application: true },
  });
  const { number } = grant.application;
  const start = [`/waivers/${number}`, `/payments/grants/${grant.number}`, `/find?q=${number}`];
  const isOfCase = new RegExp(`${number}|${grant.number}|/payments/claims/`);
  for (const who of ['bureau', 'putuo', 'park1', 'founder1', 'auditor', 'admin', 'park2']) {
    const { read, found } = await walk(await signIn(site.base, who), start, isOfCase);
    expect(found, who).toEqual([]);
    // An administrator decides no case, and another park has nothing to do with it.
    expect(read.size, who).toBeGreaterThan(['admin', 'park2'].includes(who) ? 0 : 5);
  }
}, 400_000);
