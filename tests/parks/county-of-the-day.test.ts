import { afterEach, beforeEach, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { computeFigure } from '../../src/figures/compute-figure.js';
import { figureScope } from '../../src/figures/figure-scope.js';
import { isStock, publishable } from '../../src/ledger/definitions.js';
import { listed } from '../../src/ledger/measures.js';
import { headPosition } from '../../src/ledger/totals.js';
import { editPark } from '../../src/parks/edit-park.js';
import { mergeParks } from '../../src/parks/merge-parks.js';
import { changeParkRegion } from '../../src/parks/park-structure.js';
import { chartKeys } from '../../src/reports/charts.js';
import { reportKeys } from '../../src/reports/report.js';
import { standardReports } from '../../src/reports/standard-reports.js';
import { editVenture } from '../../src/ventures/edit-venture.js';
import { logVisit } from '../../src/visits/log-visit.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at } from '../ledger/network.js';
import { hrefs, plain, tables } from '../reports/reading.js';
import { type Client, signIn } from '../web/client.js';

let net: Network;
let bureau: Client;
let putuo: Client;
beforeEach(async () => {
  net = await startNetwork();
  bureau = await signIn(net.base, 'bureau');
  putuo = await signIn(net.base, 'putuo');
  await transact(net.db, async (tx) => {
    for (const [i, parkId] of net.parkIds.entries()) {
      const stay = await tx.residency.findFirstOrThrow({ where: { parkId, endedOn: null } });
      await logVisit(tx, await by(), {
        parkId,
        kind: 'call',
        madeOn: `2024-12-1${i}`,
        ventureIds: [stay.ventureId],
        madeBy: '某人',
        note: '',
        followUpOn: null,
      });
    }
  });
});
afterEach(() => net.close());

const by = async () => ({
  at: at('2025-02-14').at,
  accountId: (await net.db.account.findUniqueOrThrow({ where: { username: 'bureau' } })).id,
});

const scopes = ['network', 'region:330903', 'region:330902', 'park:P01', 'park:P02', 'park:P03'];
const periods = { month: ['2024-12'], quarter: ['2024-Q3', '2024-Q4'], year: ['2024'] };
const day = '2024-12-31';

/** Every address that says something of a time before January 2025. */
function addresses(): string[] {
  const found = [`/api/v1/totals?asOf=${day}`, `/dashboard?asOf=${day}`, `/parks?asOf=${day}`];
  for (const scope of scopes) {
    for (const key of reportKeys)
      for (const period of standardReports[key].periods.flatMap((kind) => periods[kind]))
        found.push(`/reports/${key}.csv?period=${period}&scope=${scope}`);
    for (const key of chartKeys)
      found.push(`/reports/charts/${key}.svg?period=2024&scope=${scope}`);
    for (const measure of listed)
      found.push(`/totals?measure=${measure}&scope=${scope}&asOf=${day}`);
    for (const measure of ['jobs', 'returns', 'rent-forgone'])
      for (const rows of ['region', 'park'])
        found.push(
          `/reports/cross-table.csv?measure=${measure}&rows=${rows}&columns=month&from=2024-03&to=2024-12&structure=then&scope=${scope}`,
        );
    for (const by of ['form', 'industry'])
      found.push(
        `/reports/cross-table.csv?measure=jobs&rows=${by}&columns=month&from=2024-03&to=2024-12&structure=then&scope=${scope}`,
        `/reports/cross-table.csv?measure=ventures&rows=${by}&from=2024-10&to=2024-12&structure=then&scope=${scope}`,
      );
    found.push(
      `/totals?measure=ventures&form=firm&scope=${scope}&asOf=${day}`,
      `/reports/records.csv?measure=ventures&industry=H&scope=${scope}&from=2024-12-01&asOf=${day}`,
    );
    const [kind, code] = scope.split(':');
    const place = code === undefined ? '' : `&${kind}=${code}`;
    found.push(
      `/ventures.csv?asOf=${day}${place}`,
      `/visits.csv?to=${day}${place}`,
      `/visits/reach?state=served&asOf=${day}${place}`,
    );
  }
  return [
    ...found,
    `/ventures?asOf=${day}&form=firm`,
    '/returns?month=2024-12',
    `/reports/annual-report?period=2024`,
    `/reports/charts?period=2024`,
  ];
}

/** How far the ledger goes stands on a page too, and goes further with each act. */
const said = (text: string): string =>
  (text.startsWith('<!') ? plain(/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '') : text)
    .replace(/"position":\d+/, '')
    .replace(/台账(?:现有|第) [\d,]+ 笔/g, '');

async function all(): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const address of addresses()) {
    const { status, text } = await bureau.get(address);
    expect([address, status]).toEqual([address, 200]);
    answers.set(address, said(text));
  }
  const position = await headPosition(net.db);
  for (const measure of publishable)
    for (const text of scopes) {
      const of = { asOf: day, month: isStock(measure) ? null : '2024-12' };
      const { name, parkIds = [] } = (await figureScope(net.db, text, of)) ?? {};
      const figure = await computeFigure(net.db, { measure, parkIds, position, ...of });
      answers.set(`${measure} ${text}`, JSON.stringify([name, parkIds, figure]));
    }
  return answers;
}

const move = (park: number, regionCode: string, beganOn: string) =>
  transact(net.db, async (tx) =>
    changeParkRegion(tx, await by(), {
      parkId: net.parkIds[park] as number,
      regionCode,
      beganOn,
      reason: '县区调整',
    }),
  );
const merge = (park: number, into: number, mergedOn: string) =>
  transact(net.db, async (tx) =>
    mergeParks(tx, await by(), {
      parkId: net.parkIds[park] as number,
      intoId: net.parkIds[into] as number,
      mergedOn,
      reason: '两园合并',
    }),
  );

/** All firms become cooperatives, of another industry. */
const changeForms = () =>
  transact(net.db, async (tx) => {
    for (const firm of await tx.venture.findMany({ where: { legalForm: 'firm' } })) {
      const { id, version, ...venture } = firm;
      const change = { legalForm: 'cooperative', industry: 'A', trade: null };
      const since = { kind: 'from', day: '2025-01-01' } as const;
      const profile = Object.assign(venture, change, { since });
      await editVenture(tx, await by(), id, version, profile as never);
    }
  });

/** Every park is otherwise from January 2025 on. */
const changeParks = (changes: (number: string) => object) =>
  transact(net.db, async (tx) => {
    for (const park of await tx.park.findMany()) {
      const { id, version, number, regionCode: _, openedOn: __, closedOn: ___, ...before } = park;
      const { mergedIntoId: ____, ...description } = before;
      const since = { kind: 'from', day: '2025-01-01' } as const;
      const change = Object.assign(description, changes(number), { since });
      await editPark(tx, await by(), id, version, change);
    }
  });
const zhujiajian = {
  islandZh: '朱家尖岛',
  islandEn: 'Zhujiajian',
  villageZh: '樟州村',
  villageEn: 'Zhangzhou',
  operatorName: '新公司',
  mapX: 592,
  mapY: 772,
};

const acts: [string, () => Promise<void>][] = [
  [
    'came to another county, and one from a zone of its county to the county itself',
    async () => {
      await move(0, '330902', '2025-01-10');
      await move(1, '330903', '2025-01-01');
    },
  ],
  [
    'came back, one was merged into one of another county, and ventures took another form',
    async () => {
      await move(0, '330903', '2025-02-01');
      await merge(1, 2, '2025-01-20');
      await changeForms();
    },
  ],
  ['all came to another island, and are run by others', () => changeParks(() => zhujiajian)],
];

it('says of earlier periods the same to the byte, whatever came of a park after them', async () => {
  const before = await all();
  expect(before.size).toBeGreaterThan(200);
  for (const [name, act] of acts) {
    await act();
    for (const [address, text] of await all())
      expect([name, address, text]).toEqual([name, address, before.get(address)]);
  }
}, 300_000);

it('calls parks what they were called then, in reports, charts, totals and lists of a day', async () => {
  // The list of visits is of records, not of a day: it calls a park what it is called now.
  const ofDays = async () => [...(await all())].filter(([address]) => !/^.visits/.test(address));
  const before = await ofDays();
  expect(before.some(([, text]) => text.includes('六横创业园'))).toBe(true);
  await changeParks((number) => ({ nameZh: `${number} 新园`, nameEn: `New ${number}` }));
  for (const [i, [address, text]] of (await ofDays()).entries())
    expect([address, text]).toEqual([address, before[i]?.[1]]);
}, 300_000);

const jobsOf = async (client: Client, query: string): Promise<string | undefined> =>
  tables((await client.get(`/totals?measure=jobs&${query}`)).text)[0]?.foot.at(-1);

it('counts a park in its new county from the day of its move', async () => {
  const own = Number(await jobsOf(bureau, 'scope=park:P01&asOf=2025-01-31'));
  const sums = async (asOf: string) =>
    Promise.all(
      ['330903', '330902'].map(async (code) =>
        Number(await jobsOf(bureau, `scope=region:${code}&asOf=${asOf}`)),
      ),
    );
  const [before, after] = [await sums('2025-01-09'), await sums('2025-01-10')];
  await move(0, '330902', '2025-01-10');
  expect(await sums('2025-01-09')).toEqual(before);
  expect(own).toBeGreaterThan(0);
  expect(await sums('2025-01-10')).toEqual([(after[0] ?? 0) - own, (after[1] ?? 0) + own]);
  const pageOf = async (day: string) => plain((await bureau.get(`/parks/P01?asOf=${day}`)).text);
  expect(await pageOf('2025-01-09')).toContain('县区 普陀区');
  expect(await pageOf('2025-01-10')).toContain('县区 定海区');
});

it('shows every number that a report compares with over the parks of its list', async () => {
  await move(0, '330902', '2024-11-15');
  for (const scope of ['region:330903', 'region:330902']) {
    const { text } = await bureau.get(
      `/reports/quarterly-comparison?period=2024-Q4&scope=${scope}`,
    );
    const links = hrefs(text).filter(
      ({ kind, href }) => kind === 'count' && !href.startsWith('/visits'),
    );
    expect(links.length).toBeGreaterThan(5);
    for (const { href, value } of links) {
      const sum = tables((await bureau.get(href)).text)[0]?.foot.at(-1) ?? '0';
      expect([href, sum]).toEqual([href, value]);
    }
  }
});

it('shows a reviewer the county of then without the park that left it, and says so', async () => {
  const asOf = 'asOf=2024-12-31';
  const own = Number(await jobsOf(bureau, `scope=park:P01&${asOf}`));
  const before = Number(await jobsOf(putuo, `scope=mine&${asOf}`));
  await move(0, '330902', '2025-01-10');
  const { text } = await putuo.get(`/totals?measure=jobs&scope=mine&${asOf}`);
  expect(tables(text)[0]?.foot.at(-1)).toBe(String(before - own));
  expect(plain(text)).toContain('普陀区（不含此后划出的 1 家园区）');
  expect((await putuo.get(`/totals?measure=jobs&scope=park:P01&${asOf}`)).status).toBe(404);
  expect(await jobsOf(putuo, 'scope=mine&asOf=2025-01-31')).not.toContain('不含');
});
