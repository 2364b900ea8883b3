import type { Day } from '../../../src/calendar/days.js';
import type { Tx } from '../../../src/database/database.js';
import { rowsOf } from '../../../src/database/direct-sql.js';
import { sql } from '../../../src/database/sql.js';
import type { Actor } from '../../../src/history/actor.js';
import { draftVersion } from '../../../src/policies/draft-version.js';
import {
  decidePolicyEnd,
  proposedEnd,
  proposePolicyEnd,
} from '../../../src/policies/end-policy.js';
import { putInForce } from '../../../src/policies/put-in-force.js';
import { versionsOf } from '../../../src/policies/versions.js';
import type { Mistake } from '../network/mistakes.js';
import { trialJobsSubsidy } from '../policies/jobs-subsidy.js';
import type { Sealing } from '../waivers/papers.js';
import {
  acceptSubsidy,
  applyForSubsidy,
  approveSubsidy,
  grantSubsidy,
  reviewSubsidy,
} from './case-of-subsidy.js';
import {
  answerIt,
  approvePayment,
  checkSubsidy,
  claimSubsidy,
  confirmCard,
  enterCard,
  gatherAll,
  releaseIt,
} from './payments-of-subsidy.js';

const code = 'jobs-subsidy';
/** The first park, and its county. */
const park = 0;
const county = '330903';
/** Made up, each with the check digit of a card. */
const cards = ['6222020200112230', '6222020200112248', '6222020200112255'] as const;

type Ventures = { own: number; other: number };
type Play = (tx: Tx, by: Actor, ventures: Ventures, sealing: Sealing) => Promise<unknown>;

/** What an account does on a day; of ventures of the first park: that of founder1, and one whose founder has no account. */
const act = (day: Day, hour: number, username: string, play: Play): Mistake => ({
  at: new Date(`${day}T0${hour}:20:00Z`),
  park,
  step: async (tx, { at }, parkId, _, sealing) => {
    const { id } = await tx.account.findUniqueOrThrow({ where: { username } });
    await play(tx, { accountId: id, at }, await venturesOf(tx, parkId), sealing);
  },
});

/** An account that works on both cases. */
const actOnBoth = (
  day: Day,
  username: string,
  play: (tx: Tx, by: Actor, ventureId: number) => Promise<unknown>,
): Mistake =>
  act(day, 3, username, async (tx, by, { own, other }) => {
    await play(tx, by, own);
    await play(tx, by, other);
  });

async function venturesOf(tx: Tx, parkId: number): Promise<Ventures> {
  const [row] = await rowsOf<Ventures>(
    tx,
    sql`SELECT (SELECT r."ventureId" FROM "PersonRole" r JOIN "Account" a ON a."personId" = r."personId"
        WHERE a."username" = 'founder1' ORDER BY r."id" LIMIT 1) AS "own",
      (SELECT v."id" FROM "Venture" v JOIN "Residency" s ON s."ventureId" = v."id"
        JOIN "PersonRole" r ON r."ventureId" = v."id" AND r."role" = 'founder' JOIN "Person" p ON p."id" = r."personId"
        WHERE s."parkId" = ${parkId} AND s."endedOn" IS NULL AND v."legalForm" = 'sole-trader' AND p."graduatedOn" > '2022-01-01'
        ORDER BY v."id" LIMIT 1) AS "other"`,
  );
  if (!row) throw new Error('the first park has no ventures');
  return row;
}

/**
 * A subsidy that was tried for nine months and is over: two are granted under it and paid, one at the second attempt, as the
 * account had been closed. Its next version is a draft.
 */
export const subsidyActs: Mistake[] = [
  act('2025-12-08', 2, 'bureau', (tx, by) =>
    draftVersion(tx, by, { code, rules: trialJobsSubsidy() }),
  ),
  act('2026-01-15', 2, 'bureau2', async (tx, by) => {
    const [draft] = await versionsOf(tx, code);
    if (draft) await putInForce(tx, by, { ...draft, beganOn: '2026-02-01' });
  }),
  act('2026-03-09', 2, 'founder1', (tx, by, { own }, sealing) =>
    applyForSubsidy(tx, by, sealing, { ventureId: own, isOwn: true }),
  ),
  act('2026-03-09', 3, 'park1', (tx, by, { other }, sealing) =>
    applyForSubsidy(tx, by, sealing, { ventureId: other, isOwn: false }),
  ),
  actOnBoth('2026-03-10', 'park1', acceptSubsidy),
  actOnBoth('2026-03-12', 'putuo', reviewSubsidy),
  actOnBoth('2026-03-16', 'bureau', approveSubsidy),
  actOnBoth('2026-03-25', 'bureau3', grantSubsidy),
  act('2026-04-07', 2, 'founder1', async (tx, by, { own: ventureId }, sealing) => {
    await enterCard(tx, by, sealing, { ventureId, number: cards[0], consent: 'self' });
    await claimSubsidy(tx, by, sealing, ventureId);
  }),
  act('2026-04-07', 3, 'park1', async (tx, by, { other: ventureId }, sealing) => {
    await enterCard(tx, by, sealing, { ventureId, number: cards[1], consent: 'paper' });
    await claimSubsidy(tx, by, sealing, ventureId);
  }),
  actOnBoth('2026-04-08', 'park1', checkSubsidy),
  actOnBoth('2026-04-10', 'putuo', approvePayment),
  act('2026-04-13', 2, 'putuo', (tx, by) => gatherAll(tx, by, county)),
  act('2026-04-14', 2, 'bureau2', releaseIt),
  act('2026-04-17', 2, 'putuo', (tx, by, { other }) => answerIt(tx, by, [other])),
  act('2026-04-20', 2, 'park1', (tx, by, { other: ventureId }, sealing) =>
    enterCard(tx, by, sealing, { ventureId, number: cards[2], consent: 'paper' }),
  ),
  act('2026-04-21', 2, 'putuo', (tx, by, { other }) => confirmCard(tx, by, other)),
  act('2026-04-22', 2, 'putuo', (tx, by) => gatherAll(tx, by, county)),
  act('2026-04-23', 2, 'bureau2', releaseIt),
  act('2026-04-27', 2, 'putuo', (tx, by) => answerIt(tx, by, [])),
  act('2026-09-21', 2, 'bureau', async (tx, by) => {
    const [version] = await versionsOf(tx, code);
    const reason = '试行期满（演示）';
    if (version)
      await proposePolicyEnd(tx, by, {
        id: version.id,
        kind: 'term',
        endedOn: '2026-11-01',
        reason,
      });
  }),
  act('2026-09-22', 2, 'bureau2', async (tx, by) => {
    const [version] = await versionsOf(tx, code);
    const proposed = version && (await proposedEnd(tx, version.id));
    if (proposed) await decidePolicyEnd(tx, by, proposed.id);
  }),
];
