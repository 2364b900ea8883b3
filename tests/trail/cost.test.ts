import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/database/sql.js';
import type { Viewer } from '../../src/people/viewer.js';
import { idsStatement } from '../../src/trail/event-list.js';
import { HistoryFilter } from '../../src/trail/filter.js';
import { selectionOf } from '../../src/trail/selection.js';
import { fewest } from '../database/fewest.js';
import { type Scratch, scratchDatabase } from '../database/scratch.js';
import { at } from '../ledger/network.js';
import { startParks } from '../parks/cast.js';
import { type Client, signIn, type TestApp } from '../web/client.js';

let scratch: Scratch;
let app: TestApp;
let statements = 0;
let bureau: Client;
beforeAll(async () => {
  scratch = await scratchDatabase({ onQuery: () => (statements += 1) });
  app = await startParks({ db: scratch.db });
  bureau = await signIn(app.base, 'bureau');
});
afterAll(async () => {
  await app.close();
  await scratch.close();
});

const viewer = (role: Viewer['role'], parkIds: number[] = []): Viewer => ({
  accountId: 1,
  username: 'x',
  name: 'x',
  role,
  regionCode: null,
  parkIds,
  personId: null,
});

/** How SQLite goes about the events of a filter, one line for each time that it reads the table. */
async function plan(of: Viewer, query: Record<string, string>): Promise<string[]> {
  const selection = await selectionOf(scratch.db, of, HistoryFilter.parse(query));
  const from = { at: at('2025-01-01').at, id: 7 };
  const statement = idsStatement(selection, { from, backwards: false, limit: 51 });
  if (statement === null) throw new Error('nothing is asked');
  const steps = await scratch.db.$queryRaw<{ detail: string }[]>(
    sql`EXPLAIN QUERY PLAN ${statement}`,
  );
  return steps.map(({ detail }) => detail).filter((detail) => detail.includes('HistoryEvent'));
}

describe('a page reads no more events than it shows: each part by an index in the order of the list', () => {
  it.each([
    ['all', viewer('auditor'), {}, 'at_id'],
    ['days', viewer('auditor'), { from: '2024-01-01', to: '2024-02-01' }, 'at_id'],
    ['a kind', viewer('auditor'), { kind: 'tenancy' }, 'verb_at_id'],
    ['an act', viewer('auditor'), { verb: 'park.opened' }, 'verb_at_id'],
    ['somebody', viewer('auditor'), { who: 'park1' }, 'actorId_at_id'],
    ['the system', viewer('auditor'), { who: '系统' }, 'actorId_at_id'],
    ['a park', viewer('bureau-staff'), { park: 'P01', kind: 'role' }, '(fromParkId|parkId)_at_id'],
    ['own parks', viewer('park-manager', [1, 2]), { who: 'park1' }, '(fromParkId|parkId)_at_id'],
    ['accounts', viewer('administrator'), { from: '2024-01-01' }, 'verb_at_id'],
    ['a venture', viewer('auditor'), { number: 'V2025-0001' }, 'ventureId_id'],
    ['a space', viewer('auditor'), { number: 'P01-001' }, 'subjectKind_subjectId_id'],
  ] as const)('%s', async (_, of, query, index) => {
    const steps = await plan(of, query);
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps)
      expect(step).toMatch(new RegExp(`^SEARCH .*INDEX HistoryEvent_${index}_idx`));
  });
});

it('a page takes as many statements for few events as for many', async () => {
  const look = async () => {
    statements = 0;
    expect((await bureau.get('/history')).status).toBe(200);
    return statements;
  };
  const count = () => fewest(look);
  await scratch.db.historyEvent.create({
    data: {
      at: at('2025-02-02').at,
      verb: 'account.changed',
      subjectKind: 'account',
      subjectId: 1,
      actorId: 1,
      detail: { regionCode: '330902', personId: 1 },
    },
  });
  const few = await count();
  await scratch.db.historyEvent.createMany({
    data: Array.from({ length: 100 }, (_, index) => ({
      at: at('2025-01-20').at,
      verb: 'space.edited',
      subjectKind: 'space',
      subjectId: 1 + (index % 3),
      actorId: 1 + (index % 5),
      parkId: 1,
      detail: { spaceId: 1 + (index % 3) },
    })),
  });
  expect(await count()).toBe(few);
  expect(few).toBeLessThanOrEqual(20);
});
