import { policySteps, stepPolicy } from '../../prisma/seed/policies/seed-policies.js';
import { type Db, transact } from '../../src/database/database.js';
import { insertRows } from '../../src/database/insert-rows.js';
import { startParks } from '../parks/cast.js';
import type { TestApp } from '../web/client.js';

/** The parks' cast with both example policies. */
export async function startQueue(db: Db): Promise<TestApp> {
  const app = await startParks({ db });
  const { id: accountId } = await db.account.findFirstOrThrow({ where: { username: 'bureau' } });
  const passwordHash = (await db.account.findFirstOrThrow()).passwordHash;
  const colleague = { username: 'bureau2', name: 'bureau2', role: 'bureau-staff', passwordHash };
  await db.account.create({ data: { ...colleague, createdAt: new Date('2023-01-01T00:00:00Z') } });
  for (const { at, step } of policySteps) {
    const { id } = await db.account.findFirstOrThrow({ where: { username: step.username } });
    await transact(db, (tx) => stepPolicy(tx, { accountId: id ?? accountId, at }, step));
  }
  return app;
}

const states = ['submitted', 'county-review', 'bureau-review', 'granted', 'refused', 'notice'];

/**
 * So many cases more over all states, each of a venture and a person of its own; rows only, for what a list costs. They are
 * due from 2025-01-01 on.
 */
export async function manyCases(db: Db, count: number): Promise<void> {
  const version = await db.policyVersion.findFirstOrThrow({ where: { endedOn: null } });
  const before = await db.waiverApplication.count();
  const { _max: top } = await db.venture.aggregate({ _max: { id: true } });
  const { _max: people } = await db.person.aggregate({ _max: { id: true } });
  const firstVenture = (top.id ?? 0) + 1;
  const firstPerson = (people.id ?? 0) + 1;
  const at = new Date('2025-01-02T02:00:00Z');
  const each = <T>(of: (i: number) => T) => Array.from({ length: count }, (_, i) => of(i));
  await transact(db, async (tx) => {
    await insertRows(
      tx,
      'Venture',
      each((i) => ({
        id: firstVenture + i,
        number: `V2020-${100_000 + before + i}`,
        name: `小店${before + i}`,
        searchText: '',
        legalForm: 'team',
        industry: 'H',
        loggedParkId: 1,
        loggedAt: at,
      })),
    );
    await insertRows(
      tx,
      'Person',
      each((i) => ({
        id: firstPerson + i,
        number: `R9${100_000 + before + i}`,
        name: '陈海',
        namePinyin: 'chenhai ch',
      })),
    );
    await insertRows(
      tx,
      'WaiverApplication',
      each((i) => {
        const n = before + i;
        const state = states[n % states.length] as string;
        const day = `2025-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
        const isOpen = state !== 'granted' && state !== 'refused';
        return {
          number: `A2024-${String(100_000 + n)}`,
          policyId: version.policyId,
          state,
          policyVersionId: version.id,
          ventureId: firstVenture + i,
          personId: firstPerson + i,
          parkId: 1 + (n % 2),
          stateSince: at,
          answers: {},
          begunAt: at,
          submittedAt: at,
          dueOn: isOpen ? day : null,
          noticeTo: state === 'notice' ? day : null,
          noticeFrom: state === 'notice' ? '2024-12-31' : null,
        };
      }),
    );
  });
}
