import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rentFree } from '../../prisma/seed/policies/rent-free.js';
import { policySteps, stepPolicy } from '../../prisma/seed/policies/seed-policies.js';
import { type Tx, transact } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import { Conflict, Refusal } from '../../src/language/refusal.js';
import { changeDraft, discardDraft } from '../../src/policies/change-draft.js';
import { draftVersion } from '../../src/policies/draft-version.js';
import { putInForce } from '../../src/policies/put-in-force.js';
import { stateOf, versionsInForce, versionsOf } from '../../src/policies/versions.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';

let scratch: Scratch;
let bureau: Actor;
let second: Actor;
const act = <T>(work: (tx: Tx) => Promise<T>) => transact(scratch.db, work);
const on = (actor: Actor, day: string): Actor => ({ ...actor, at: new Date(`${day}T02:00:00Z`) });
const keys = (refusal: unknown) => (refusal as Refusal).faults.map(({ key }) => key);

beforeEach(async () => {
  scratch = await scratchDatabase();
  const account = (username: string) =>
    scratch.db.account.create({
      data: {
        username,
        name: username,
        role: 'bureau-staff',
        passwordHash: '',
        createdAt: new Date(0),
      },
    });
  bureau = on({ accountId: (await account('bureau')).id, at: new Date() }, '2025-01-10');
  second = on({ accountId: (await account('bureau2')).id, at: new Date() }, '2025-01-13');
});
afterEach(() => scratch.close());

const draft = (rules = rentFree, by = bureau) =>
  act((tx) => draftVersion(tx, by, { code: 'rent-free', rules }));
const enforce = (id: number, beganOn: string, by = second, revision = 1) =>
  act((tx) => putInForce(tx, by, { id, revision, beganOn }));

describe('a version', () => {
  it('is drafted, put in force by a second person, and ends when the next begins', async () => {
    await enforce(await draft(), '2025-02-01');
    const next = await draft({ ...rentFree, months: 24, corrections: 2 });
    await enforce(next, '2025-07-01');
    const [newest, first] = await versionsOf(scratch.db, 'rent-free');
    expect(first).toMatchObject({ number: 1, beganOn: '2025-02-01', endedOn: '2025-07-01' });
    expect(newest).toMatchObject({ number: 2, beganOn: '2025-07-01', endedOn: null });
    const inForce = async (day: string) =>
      (await versionsInForce(scratch.db, day)).map(({ number }) => number);
    expect(await inForce('2025-01-31')).toEqual([]);
    expect(await inForce('2025-06-30')).toEqual([1]);
    expect(await inForce('2025-07-01')).toEqual([2]);
    if (!first || !newest) throw new Error('two versions');
    expect(stateOf(newest, '2025-06-30')).toBe('coming');
    expect(stateOf(first, '2025-07-01')).toBe('ended');
  });

  it('leaves a line in the history for each act', async () => {
    const id = await draft();
    await act((tx) =>
      changeDraft(tx, bureau, { id, revision: 1 }, { ...rentFree, corrections: 2 }),
    );
    await enforce(id, '2025-02-01', second, 2);
    const events = await scratch.db.historyEvent.findMany({ orderBy: { id: 'asc' } });
    expect(events.map(({ verb }) => verb)).toEqual([
      'policy.drafted',
      'policy.changed',
      'policy.put-in-force',
    ]);
    expect(events[1]?.detail).toEqual({ version: 1, changed: ['corrections'] });
  });

  it('is not put in force by who wrote any of it', async () => {
    const id = await draft();
    expect(keys(await enforce(id, '2025-02-01', bureau).catch((error) => error))).toEqual([
      'policies.fault.own-draft',
    ]);
    await act((tx) => changeDraft(tx, second, { id, revision: 1 }, rentFree));
    await act((tx) => changeDraft(tx, bureau, { id, revision: 2 }, rentFree));
    await expect(enforce(id, '2025-02-01', second, 3)).rejects.toThrow(Refusal);
  });

  it('is not put in force for days that have passed, nor before the version it follows', async () => {
    const id = await draft();
    expect(keys(await enforce(id, '2025-01-12').catch((error) => error))).toEqual([
      'policies.fault.past',
    ]);
    await enforce(id, '2025-02-01');
    const next = await draft();
    expect(keys(await enforce(next, '2025-02-01').catch((error) => error))).toEqual([
      'policies.fault.earlier',
    ]);
  });

  it('is not put in force as it was when somebody else changed it meanwhile', async () => {
    const id = await draft();
    await act((tx) => changeDraft(tx, bureau, { id, revision: 1 }, rentFree));
    await expect(enforce(id, '2025-02-01', second, 1)).rejects.toThrow(Conflict);
    await expect(
      act((tx) => changeDraft(tx, bureau, { id, revision: 1 }, rentFree)),
    ).rejects.toThrow(Conflict);
  });

  it('is drafted one at a time, and a draft can be thrown away', async () => {
    const id = await draft();
    await expect(draft()).rejects.toThrow(Conflict);
    await act((tx) => discardDraft(tx, bureau, { id, revision: 1 }));
    expect(await versionsOf(scratch.db, 'rent-free')).toEqual([]);
    await draft();
  });

  it('needs rules that make sense', async () => {
    await expect(draft({ ...rentFree, months: 60 })).rejects.toThrow('policies.fault.months');
    expect(await scratch.db.policy.count()).toBe(0);
  });

  it('never changes once it is in force: the database refuses', async () => {
    const id = await draft();
    await enforce(id, '2025-02-01');
    const { db } = scratch;
    for (const data of [{ rules: {} }, { beganOn: '2025-01-01' }, { revision: 9 }]) {
      await expect(db.policyVersion.update({ where: { id }, data })).rejects.toThrow();
    }
    await expect(db.policyVersion.delete({ where: { id } })).rejects.toThrow();
    await db.policyVersion.update({ where: { id }, data: { endedOn: '2026-01-01' } });
    await expect(
      db.policyVersion.update({ where: { id }, data: { endedOn: '2027-01-01' } }),
    ).rejects.toThrow();
  });
});

it('the example policies go through the same acts', async () => {
  for (const { at, step } of policySteps) {
    const { accountId } = step.username === 'bureau' ? bureau : second;
    await act((tx) => stepPolicy(tx, { accountId, at }, step));
  }
  const inForce = await versionsInForce(scratch.db, '2025-01-21');
  expect(inForce.map(({ code, number }) => `${code} ${number}`)).toEqual([
    'rent-free 2',
    'rent-subsidy 1',
  ]);
  for (const { rules } of inForce) expect(rules.name.zh).toContain('示例');
});
