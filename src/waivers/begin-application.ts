import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { listed } from '../database/listed.js';
import { nextNumber } from '../database/next-numbers.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import type { Viewer } from '../people/viewer.js';
import { homeParkId } from '../people/whereabouts.js';
import { type IssuedVersion, versionsInForce } from '../policies/versions.js';
import { canWriteInPark } from '../ventures/permissions.js';
import { allow } from '../web/errors.js';
import type { Answers } from './answers.js';
import type { Asking } from './earlier-waivers.js';
import { knownOf } from './facts-of.js';
import { prefilled } from './prefilled.js';
import { openStates } from './states.js';

const series = { table: 'WaiverApplication', letter: 'A', digits: 6 } as const;

export type NewApplication = {
  policyCode: string;
  ventureId: number;
  personId: number;
  /** What the case that it goes on with said. */
  answers?: Partial<Answers>;
  /** What was answered in the public check: it stands where the register knows nothing. */
  checked?: Partial<Answers>;
};

/**
 * Begins a case as a draft, with what the register knows filled in, under the version in force today, which it
 * keeps for ever. A manager may begin it for a founder of the park.
 * @returns the case's number, A2026-000001
 * @throws Refusal for a policy that is not in force; Conflict when the venture has an open case under it already;
 *   Forbidden for who is neither a founder of the venture nor the manager of its park
 */
export async function beginApplication(tx: Tx, by: Actor, input: NewApplication): Promise<string> {
  const { policyCode, ventureId, personId } = input;
  const on = today(by.at);
  const version = (await versionsInForce(tx, on)).find(({ code }) => code === policyCode);
  refuseIf([!version && { field: 'policy', key: 'waivers.fault.policy-not-in-force' }]);
  const { policyId, id: policyVersionId, rules } = version as IssuedVersion;
  const known = await knownOf(tx, { policyId, ventureId, personId }, on);
  const parkId = known.parkId ?? (await lastPark(tx, ventureId));
  const { isFounders, open } = await existingOf(tx, { policyId, ventureId, personId });
  const isBehalf = isOnBehalf(await actingAccount(tx, by), { personId, parkId, isFounders });
  if (open > 0) throw new Conflict('waivers.open-already');
  const number = await nextNumber(tx, series, on.slice(0, 4));
  const answers = { ...prefilled(known, rules, on, input.checked), ...input.answers };
  const [subjectId = 0] = await insertRowsForIds(tx, 'WaiverApplication', [
    {
      number,
      policyId,
      policyVersionId,
      ventureId,
      personId,
      parkId,
      answers,
      state: 'draft',
      stateSince: by.at,
      begunAt: by.at,
      begunById: isBehalf ? by.accountId : null,
    },
  ]);
  recordEvent(tx, by, {
    verb: 'application.begun',
    subjectKind: 'application',
    subjectId,
    ventureId,
    parkId,
    detail: { number, policyCode, personId },
  });
  return number;
}

/** The park of a venture that is in none now. */
async function lastPark(tx: Tx, ventureId: number): Promise<number> {
  const venture = await tx.venture.findUniqueOrThrow({
    where: { id: ventureId },
    include: { residencies: true },
  });
  return homeParkId(venture);
}

/** Whether the person runs the venture, and how many open cases it has under the policy. */
async function existingOf(tx: Tx, { policyId, ventureId, personId }: Asking) {
  const [row] = await rowsOf<{ roles: number; open: number }>(
    tx,
    sql`SELECT (SELECT COUNT(*) FROM "PersonRole" WHERE "ventureId" = ${ventureId} AND "personId" = ${personId}
          AND "role" <> 'employee' AND "endedOn" IS NULL) AS "roles",
        (SELECT COUNT(*) FROM "WaiverApplication" WHERE "ventureId" = ${ventureId} AND "policyId" = ${policyId}
          AND "state" IN ${listed(openStates)}) AS "open"`,
  );
  return { isFounders: (row?.roles ?? 0) > 0, open: row?.open ?? 0 };
}

/** Whether a manager begins it for the founder. @throws Forbidden for anybody else's case */
function isOnBehalf(
  viewer: Viewer,
  { personId, parkId, isFounders }: { personId: number; parkId: number; isFounders: boolean },
): boolean {
  const isSelf = viewer.role === 'founder' && viewer.personId === personId;
  const isManager = viewer.role === 'park-manager' && canWriteInPark(viewer, parkId);
  allow(isFounders && (isSelf || isManager));
  return !isSelf;
}
