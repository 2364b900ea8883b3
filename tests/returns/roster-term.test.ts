import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { duplicatesIn } from '../../src/returns/duplicates.js';
import { rosterHeadcounts } from '../../src/returns/evidence.js';
import { expireRosters } from '../../src/returns/expire-rosters.js';
import { keepRosters } from '../../src/returns/keep-rosters.js';
import type { ReadRosters } from '../../src/returns/read-roster.js';
import { keysInUse } from '../../src/vault/keys-in-use.js';
import { type Cast, startReturns } from './cast.js';

const [old, next] = ['2024-12', '2025-01'];
let app: Cast;
let numbers: string[] = [];
beforeEach(async () => {
  app = await startReturns();
  numbers = (await app.db.venture.findMany({ orderBy: { id: 'asc' } })).map((one) => one.number);
  for (const month of [old, next])
    await keep(month, [
      ['甲', '乙', '丙'],
      ['丙', '丁'],
    ]);
});
afterEach(() => app.close());

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** The rosters of the first ventures, with somebody in each by a letter that stands for the hash. */
const keep = (month: string, people: string[][]) => {
  const rosters: ReadRosters = new Map(
    people.map((names, i) => [
      numbers[i] as string,
      new Map(
        names.map((name) => [
          name,
          {
            lookup: hashOf(`${month} ${name}`),
            lookupKeyId: app.keys.lookup.id,
            nameMasked: `${name}*`,
            masked: '3****************1',
          },
        ]),
      ),
    ]),
  );
  return transact(app.db, (tx) => keepRosters(tx, app.by('park1'), { parkId: 1, month }, rosters));
};

const expireOn = (day: string) => expireRosters(app.db, new Date(`${day}T01:00:00+08:00`));
const personal = () =>
  app.db.rosterPerson.findMany({ where: { NOT: { nameMasked: '' } }, include: { roster: true } });
const counts = async (month: string) => [
  await rosterHeadcounts(app.db, { month, parkIds: [1, 2] }),
  await rosterHeadcounts(app.db, { month, parkIds: [2] }),
  [...(await duplicatesIn(app.db, month, [1, 2]))],
];

describe('the people in a roster', () => {
  it('are kept for three years after the month, as the page of the upload says', async () => {
    const { text } = await app.as('park1').get('/returns/2025-01/P01/roster');
    expect(text).toContain('名单保存至2028年1月31日，到期自动删除');
    expect(await expireOn('2027-12-31')).toBe(0);
    expect(await personal()).toHaveLength(10);
  });

  it('are deleted then, those of the next month a month later, each once and on record', async () => {
    expect(await expireOn('2028-01-01')).toBe(4);
    expect(await expireOn('2028-01-01')).toBe(0);
    expect(new Set((await personal()).map(({ roster }) => roster.month))).toEqual(new Set([next]));
    const events = await app.db.historyEvent.findMany({ where: { verb: 'month.rosters-expired' } });
    expect(events.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [null, { month: old, people: 4 }],
    ]);
    const { text } = await app.as('auditor').get('/history?kind=month');
    expect(text).toContain('花名册到期删除');
  });

  it('leave the headcounts of the month as they were: gross, net, and who counts twice', async () => {
    await expireOn('2028-01-01');
    expect(await counts(old)).toEqual(await counts(next));
    expect((await counts(old))[0]).toEqual({ ventures: 2, gross: 5, net: 4 });
    const { text } = await app.as('bureau').get(`/returns/${old}/evidence`);
    expect(text).toContain('（名单已到期删除）');
    expect(text).not.toContain('丙*');
  });

  it('leave nothing behind that could be compared with a number', async () => {
    await expireOn('2028-01-01');
    const left = await app.db.rosterPerson.findMany({ where: { roster: { month: old } } });
    const known = ['甲', '乙', '丙', '丁'].map((name) => hashOf(`${old} ${name}`));
    expect(left).toHaveLength(2);
    for (const { lookup, lookupKeyId, nameMasked, masked } of left) {
      expect(known).not.toContain(lookup);
      expect([lookupKeyId, nameMasked, masked]).toEqual(['', '', '**']);
    }
    expect(await keysInUse(app.db)).toEqual(new Set([app.keys.lookup.id]));
    expect(await expireOn('2028-02-01')).toBe(4);
    expect(await keysInUse(app.db)).toEqual(new Set());
  });

  it('are not taken any more for a month whose time has passed', async () => {
    app.clock.set(new Date('2028-02-14T02:00:00Z'));
    await expect(keep(next, [['戊']])).rejects.toMatchObject({
      faults: [{ field: 'file', key: 'returns.roster.expired' }],
    });
    expect(await app.db.roster.count({ where: { month: next } })).toBe(2);
  });
});
