import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { transact } from '../../src/database/database.js';
import { yuan } from '../../src/language/format.js';
import { audit } from '../../src/parity/audit.js';
import { runPrereview } from '../../src/prereview/run-prereview.js';
import { assessmentOfCase } from '../../src/waivers/assess-case.js';
import { currentDecision, outcomeOf } from '../../src/waivers/outcome.js';
import { askReconsideration, upholdDecision } from '../../src/waivers/reconsider-application.js';
import { revokeWaiver } from '../../src/waivers/revoke-waiver.js';
import { type Demonstration, demonstration } from '../demonstration.js';
import { lightHash } from '../people/light-hash.js';
import { type Client, signIn, startApp, type TestApp, testClock } from '../web/client.js';
import { caseAt, seen, startWaivers } from './cast.js';
import { see } from './desk.js';

const password = 'walls-down-2025';
const mainOf = (text: string) => text.slice(text.indexOf('<main'), text.indexOf('</main>'));

describe('every decided case of the demonstration', () => {
  let network: Demonstration;
  let app: TestApp;
  let bureau: Client;
  beforeAll(async () => {
    network = await demonstration();
    app = await startApp({ db: network.db, clock: testClock(new Date('2026-11-23T02:00:00Z')) });
    bureau = await signIn(app.base, 'bureau');
  });
  afterAll(async () => {
    await app.close();
    await network.close();
  });

  const decided = async () => {
    const rows = await network.db.waiverApplication.findMany({
      include: { steps: { orderBy: { id: 'asc' } }, policyVersion: true, letters: true },
      orderBy: { id: 'asc' },
    });
    return rows.flatMap((row) => {
      const decision = currentDecision(row.steps);
      return decision ? [{ row, outcome: decision.outcome }] : [];
    });
  };

  it('is shown by the assessment that it was decided by', async () => {
    const cases = await decided();
    expect(cases.filter(({ row }) => row.state === 'granted').length).toBeGreaterThan(30);
    for (const { row, outcome } of cases) {
      const { assessment } = await assessmentOfCase(network.db, row);
      expect(outcomeOf(outcome.decision, assessment), row.number).toEqual(outcome);
    }
  });

  it('says so on the page of its reviewers, of its founder and in its letter', async () => {
    const passwordHash = await lightHash(password);
    for (const { row, outcome } of await decided()) {
      const reviewed = mainOf((await bureau.get(`/waivers/${row.number}`)).text);
      const verdict = outcome.eligible ? '经核算，符合条件' : '经核算，不符合条件';
      expect(reviewed, row.number).toContain(verdict);
      const total = yuan(outcome.total, 'zh');
      expect(reviewed, row.number).toContain(total);
      const founder = await founderOf(row.personId, passwordHash);
      const own = mainOf((await founder.get(`/waivers/${row.number}`)).text);
      const held = (text: string) => text.split('>不符合<').length - 1;
      expect(held(own), row.number).toBe(outcome.failed.length);
      expect(own, row.number).toContain('审核决定依据的核算结果');
      const letter = row.letters.find(({ kind }) => kind === 'grant');
      if (letter) {
        expect(letter.bodyZh, row.number).toContain(total);
        expect(letter.bodyZh.includes('>不符合<'), row.number).toBe(!outcome.eligible);
      }
    }
  });

  it('is replayed with what was decided, in every park', async () => {
    const found = await audit(network.db);
    const differing = found.differing.filter(({ differences }) =>
      differences.some(({ what }) => what !== 'decision'),
    );
    expect(found.cases).toBeGreaterThanOrEqual((await decided()).length);
    expect(differing).toEqual([]);
  });

  /** A browser of the applicant, who gets an account where there is none. */
  async function founderOf(personId: number, passwordHash: string): Promise<Client> {
    const existing = await network.db.account.findFirst({ where: { personId } });
    const username = existing?.username ?? `applicant${personId}`;
    if (!existing) {
      const createdAt = new Date('2026-01-01T00:00:00Z');
      const account = { username, name: username, role: 'founder', passwordHash, createdAt };
      await transact(network.db, (tx) =>
        tx.account.create({ data: { ...account, person: { connect: { id: personId } } } }),
      );
    }
    return signIn(app.base, username);
  }
});

describe('a case that was granted and then revoked', () => {
  it('does not count its own waiver while it is reconsidered, and stays in the audit', async () => {
    const cast = await startWaivers();
    const number = await caseAt(cast, 'granted');
    const act = async (who: string, day: string, verb: Parameters<typeof cast.act>[1]) =>
      cast.act(who, verb, day);
    const from = '2025-06-01';
    await act('bureau2', '2025-03-04', async (tx, by) =>
      revokeWaiver(tx, by, await seen(cast, number), {
        from,
        reason: 'premises-not-used',
        note: '闲置',
      }),
    );
    await act('founder2', '2025-03-05', async (tx, by) =>
      askReconsideration(tx, by, await seen(cast, number), { note: '仍在经营' }),
    );
    cast.clock.set(new Date('2025-03-06T02:00:00Z'));
    expect(await see(cast, 'bureau2', `/waivers/${number}`)).toContain('经核算，符合条件');
    await cast.db.account.create({
      data: {
        username: 'bureau3',
        name: 'bureau3',
        role: 'bureau-staff',
        passwordHash: await lightHash(password),
        createdAt: new Date('2023-01-01T00:00:00Z'),
      },
    });
    const outcome = await see(cast, 'bureau3', `/waivers/${number}/reconsideration-outcome`);
    expect(outcome).toContain('6,000.00');
    expect(outcome).not.toContain('不符合条件（');
    await act('bureau3', '2025-03-06', async (tx, by) =>
      upholdDecision(tx, by, await seen(cast, number), { reason: 'nothing-new', note: '维持' }),
    );
    expect(await audit(cast.db)).toMatchObject({ cases: 1, differing: [] });
    expect(await see(cast, 'bureau3', `/waivers/${number}`)).toContain('经核算，符合条件');
    await cast.close();
  });
});

describe('a waiver that was granted and begins later', () => {
  it('is no benefit that its venture has to wait out before it qualifies', async () => {
    const cast = await startWaivers();
    await caseAt(cast, 'granted', { from: '2025-06-01', months: 12 });
    await runPrereview(cast.db, new Date('2025-03-01T02:00:00Z'));
    const ventureId = cast.ventureIds[1];
    const kind = { in: ['qualifies', 'one-thing'] };
    expect(await cast.db.prereviewFinding.count({ where: { ventureId, kind } })).toBe(0);
    await cast.close();
  });
});
