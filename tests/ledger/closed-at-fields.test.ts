import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { addRole } from '../../src/ventures/add-role.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { settleVenture } from '../../src/ventures/settle-venture.js';
import { logVisit } from '../../src/visits/log-visit.js';
import { plain } from '../reports/reading.js';
import { type Cast, startReturns } from '../returns/cast.js';
import { formsIn } from '../web/form-page.js';
import { someVenture } from './network.js';

/** Every form that asks for a day, or a value, which would change a closed month: it is told at that field. */
const day = '2024-06-15';
const months = ['02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
  (m) => `2024-${m}`,
);
let app: Cast;
/** What stands in addresses: numbers of the ventures, ids of leases, roles, stays and visits, the number of a person. */
const the: Record<string, string> = {};

const veteran = {
  name: '林舟',
  phone: '13700000001',
  graduatedOn: null,
  categories: [{ category: 'veteran' as const, beganOn: '2024-05-01', proof: '' }],
};

beforeAll(async () => {
  app = await startReturns();
  const by = app.by('bureau');
  await transact(app.db, async (tx) => {
    const role = { ventureId: 1, person: veteran, role: 'founder', beganOn: '2024-03-01' } as const;
    the.role = String(await addRole(tx, by, role));
    const visit = { madeOn: day, ventureIds: [1], madeBy: '某人', note: '' };
    const facts = Object.assign({ parkId: 1, followUpOn: null }, visit, { kind: 'call' as const });
    the.visit = String(await logVisit(tx, by, facts));
    const lease = { ventureId: 2, spaceId: 3, beganOn: '2024-03-01', termEndOn: '2024-06-01' };
    the.ranOut = String(await letSpace(tx, by, Object.assign({ rent: 50_000, area: 8050 }, lease)));
    const waiting = Object.assign(someVenture(1), { name: '候场工坊' });
    const id = await logVenture(tx, by, waiting);
    the.waiting = (await tx.venture.findUniqueOrThrow({ where: { id } })).number;
    const mistaken = Object.assign(someVenture(1), { name: '误登小店' });
    const mistakenId = await logVenture(tx, by, mistaken);
    await settleVenture(tx, by, { ventureId: mistakenId, parkId: 1, beganOn: '2024-05-01' });
    the.mistaken = (await tx.venture.findUniqueOrThrow({ where: { id: mistakenId } })).number;
    for (const month of months) await markClosed(tx, by, { month, reason: '' });
  });
  const venture = await app.db.venture.findUniqueOrThrow({
    where: { id: 1 },
    include: { residencies: true, tenancies: true, roles: { include: { person: true } } },
  });
  the.venture = venture.number;
  the.stay = String(venture.residencies[0]?.id);
  the.lease = String(venture.tenancies[0]?.id);
  const veterans = venture.roles.find(({ person }) => person.name === veteran.name)?.person;
  the.person = veterans?.number ?? '';
});
afterAll(() => app.close());

type Filled = [what: string, page: string, fields: Record<string, string>, field: string];
const from = { since: 'from', changedOn: day };
const corrected = { since: 'corrected', changeReason: '登记有误' };
const known = { 'founders.0.name': '林舟', 'founders.0.phone': '13700000001' };
const logged = { legalForm: 'sole-trader', industry: 'H', trade: 'homestay', parkId: '1' };
const park = {
  number: 'P09',
  nameZh: '新园',
  nameEn: 'New Park',
  regionCode: '330902',
  islandZh: '金塘岛',
  islandEn: 'Jintang',
  villageZh: '某村',
  villageEn: 'A village',
  operatorName: '某公司',
  mapX: '100',
  mapY: '100',
};
const space = {
  name: '新屋',
  kind: 'farmhouse',
  village: '某村',
  island: '金塘岛',
  address: '1号',
};

const forms: Filled[] = [
  ['a park that opened', '/parks/new', { ...park, openedOn: day }, 'openedOn'],
  ['a park that closed', '/parks/P02/closing', { closedOn: day, closingReason: '关' }, 'closedOn'],
  [
    'a merger',
    '/parks/P01/merger',
    { intoId: '2', mergedOn: '2024-12-20', mergerReason: '并' },
    'mergedOn',
  ],
  [
    'another county',
    '/parks/P01/region',
    { regionCode: '330902', beganOn: day, regionReason: '调整', reason: '调整' },
    'beganOn',
  ],
  ['another island', '/parks/P01/edit', { islandZh: '朱家尖岛', ...from }, 'changedOn'],
  ['a corrected island', '/parks/P01/edit', { islandZh: '朱家尖岛', ...corrected }, 'changedOn'],
  [
    'a space',
    '/parks/P01/spaces/new',
    { ...space, area: '50', owner: '村集体', openedOn: day },
    'openedOn',
  ],
  ['another area', '/parks/P01/spaces/P01-001/edit', { area: '99', ...from }, 'changedOn'],
  ['a corrected area', '/parks/P01/spaces/P01-001/edit', { area: '99', ...corrected }, 'changedOn'],
  [
    'a market rent',
    '/parks/P01/spaces/P01-001/rents',
    { fromOn: day, marketRent: '900', rentSource: '评估' },
    'fromOn',
  ],
  ['a standard', '/reports/thresholds', { ventures: '3', ...from }, 'changedOn'],
  [
    'another legal form',
    '/ventures/:venture/edit',
    { legalForm: 'cooperative', ...from },
    'changedOn',
  ],
  ['a settling', '/ventures/:waiting/settlement', { parkId: '1', beganOn: day }, 'beganOn'],
  [
    'a corrected settling',
    '/ventures/:venture/stays/:stay/correction',
    { beganOn: '2024-02-20', reason: '登记有误' },
    'beganOn',
  ],
  ['a move', '/ventures/:venture/move', { toParkId: '2', movedOn: day }, 'movedOn'],
  [
    'a leaving',
    '/ventures/:venture/end',
    { endedOn: day, reason: 'closed', setsAsideReturns: 'yes' },
    'endedOn',
  ],
  [
    'a new venture that settled',
    '/ventures/new',
    { ...logged, name: '新来的店', settledOn: day, 'founders.0.name': '新某某' },
    'settledOn',
  ],
  [
    'a category of a known founder',
    '/ventures/new',
    {
      ...logged,
      ...known,
      name: '又一家店',
      'founders.0.categories': 'returnee',
      'founders.0.since': day,
    },
    'founders.0.since',
  ],
  [
    'a graduation of a known founder',
    '/ventures/new',
    { ...logged, ...known, name: '又一家店', 'founders.0.graduatedOn': '2023-06-30' },
    'founders.0.graduatedOn',
  ],
  [
    'a founder with a category',
    '/ventures/:venture/people/new',
    { name: '阿土', phone: '13700000009', role: 'founder', beganOn: day, categories: 'returnee' },
    'beganOn',
  ],
  [
    'a category of who is a founder already',
    '/ventures/:waiting/people/new',
    {
      name: '林舟',
      phone: '13700000001',
      role: 'founder',
      beganOn: '2025-01-10',
      categories: 'returnee',
      since: day,
    },
    'since',
  ],
  ['the end of a role', '/ventures/:venture/people/:role/end', { lastOn: day }, 'lastOn'],
  [
    'a category that began earlier',
    '/people/:person/categories',
    { 'rows.0.beganOn': '2024-03-20', reason: '登记有误' },
    'rows.0.beganOn',
  ],
  [
    'a category that ended',
    '/people/:person/categories',
    { 'rows.0.lastOn': day, reason: '登记有误' },
    'rows.0.lastOn',
  ],
  [
    'a category that never was',
    '/people/:person/categories',
    { 'rows.0.gone': 'yes', reason: '登记有误' },
    'rows.0.category',
  ],
  [
    'a further category',
    '/people/:person/categories',
    { 'rows.1.category': 'returnee', 'rows.1.beganOn': day, reason: '登记有误' },
    'rows.1.beganOn',
  ],
  [
    'a graduation day',
    '/people/:person/categories',
    { graduatedOn: '2023-06-30', reason: '登记有误' },
    'graduatedOn',
  ],
  [
    'a lease',
    '/ventures/:venture/tenancies/new',
    { spaceId: '4', beganOn: day, termLastOn: '2025-06-01', rent: '0', basis: 'agreement' },
    'beganOn',
  ],
  ['the end of a lease', '/tenancies/:lease/end', { lastOn: day }, 'lastOn'],
  ['a corrected rent', '/tenancies/:lease/correction', { rent: '100', reason: '误' }, 'rent'],
  [
    'a corrected first day',
    '/tenancies/:lease/correction',
    { beganOn: day, reason: '误' },
    'beganOn',
  ],
  [
    'a renewal of a lease that ran out',
    '/tenancies/:ranOut/renewal',
    { beganOn: day, termLastOn: '2026-01-31', rent: '0', basis: 'agreement' },
    'beganOn',
  ],
  [
    'a service',
    '/visits/new?park=P01',
    { kind: 'call', madeOn: day, madeBy: '某人', ventureIds: '1' },
    'madeOn',
  ],
  [
    'another day of a service',
    '/visits/:visit/edit',
    { madeOn: '2024-06-16', reason: '误' },
    'madeOn',
  ],
];

/** Forms that ask for no more than a reason have no field to tell it at: the page says it above all. */
const without: [what: string, page: string][] = [
  ['a venture that never was', '/ventures/:mistaken/void'],
  ['a role that never was', '/ventures/:venture/people/:role/void'],
  ['a lease that never was', '/tenancies/:ranOut/void'],
  ['a service that never was', '/visits/:visit/cancellation'],
];

const addressOf = (page: string) => page.replace(/:(\w+)/g, (_, name: string) => the[name] ?? '');
/** Fills a page's form in as a browser does. @returns the page that refuses it */
async function sent(page: string, fields: Record<string, string>) {
  const bureau = app.as('bureau');
  const at = addressOf(page);
  const { text, status } = await bureau.get(at);
  expect([at, status]).toEqual([at, 200]);
  const path = at.split('?')[0] as string;
  const form = formsIn(text, at).find(({ action }) => action.split('?')[0] === path);
  const stands = (form?.controls ?? []).filter(
    ({ kind, isTicked, type }) => type !== 'submit' && (kind !== 'tick' || isTicked),
  );
  const standing = Object.fromEntries(stands.map(({ name, value }) => [name, value]));
  const all = Object.assign(standing, fields);
  return bureau.postExactly(form?.action ?? at, all);
}
const told = (html: string): string[] =>
  [...(/error-summary"[\s\S]*?<\/ul>/.exec(html)?.[0] ?? '').matchAll(/href="([^"]*)">([^<]*)/g)]
    .filter(([, , message]) => /已锁定/.test(message ?? ''))
    .map(([, href]) => href as string);

describe('a closed month is told at the field that asks for it:', () => {
  it.each(forms)('%s', async (_, page, fields, field) => {
    const before = await app.db.historyEvent.count();
    const { status, text } = await sent(page, fields);
    if (status === 200) console.log('DEBUG', plain(text).slice(100, 900));
    expect([status, told(text)]).toEqual([422, [`#${field}`]]);
    const error = new RegExp(`id="${field.replaceAll('.', '\\.')}-error"[^>]*>(.*?)</p>`, 's');
    expect([text.includes(`id="${field}"`), error.exec(text)?.[1]]).toEqual([
      true,
      expect.stringMatching(/已锁定/),
    ]);
    expect(await app.db.historyEvent.count()).toBe(before);
  });
  it.each(without)('above the form of %s', async (_, page) => {
    const { status, text } = await sent(page, { reason: '登记有误' });
    expect([status, told(text)]).toEqual([422, ['#main']]);
  });
});

it('names each closed month where others between them stay as they are', async () => {
  const { text } = await sent('/visits/:visit/edit', { madeOn: '2024-09-16', reason: '误' });
  expect(plain(text)).toContain('这项改动会使已锁定的2024年6月、2024年9月变动');
  const { text: next } = await sent('/visits/:visit/edit', { madeOn: '2024-07-16', reason: '误' });
  expect(plain(next)).toContain('这项改动会使2024年6月至2024年7月已锁定的各月一并变动');
});
