import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { mostAtOnce } from '../policies/months-that-fit.js';
import { type IssuedVersion, versionsInForce } from '../policies/versions.js';
import { allow } from '../web/errors.js';
import { type Answers, answersOf } from './answers.js';
import { openCase, type SeenCase } from './open-case.js';
import { canFillIn } from './permissions.js';

/**
 * Goes on with a draft under the version of its policy that is in force today. What was answered is kept, except for
 * declarations and proof that the new version does not ask for, and months beyond those that it has.
 * @throws Refusal where no version of the policy is in force; Conflict for a case that is no draft any more, or pins it already
 */
export async function adoptVersion(tx: Tx, by: Actor, seen: SeenCase): Promise<void> {
  const application = await openCase(tx, seen);
  allow(canFillIn(await actingAccount(tx, by), application));
  const inForce = await versionsInForce(tx, today(by.at));
  const version = inForce.find(({ policyId }) => policyId === application.policyId);
  refuseIf([!version && { field: 'policy', key: 'waivers.fault.policy-not-in-force' }]);
  const { id: policyVersionId, number: versionNumber, rules } = version as IssuedVersion;
  if (application.state !== 'draft' || policyVersionId === application.policyVersionId)
    throw new Conflict('waivers.not-at-this-step');
  const { count } = await tx.waiverApplication.updateMany({
    where: { id: application.id, version: application.version },
    data: {
      policyVersionId,
      answers: fitting(answersOf(application.answers), version as IssuedVersion),
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new Conflict('waivers.moved-meanwhile');
  const items = rules.proof.map(({ id }) => id);
  await tx.waiverProof.deleteMany({
    where: { applicationId: application.id, item: { notIn: items } },
  });
  recordEvent(tx, by, {
    verb: 'application.version-adopted',
    subjectKind: 'application',
    subjectId: application.id,
    ventureId: application.ventureId,
    parkId: application.parkId,
    detail: { number: application.number, version: versionNumber },
  });
}

/** A declaration that is new has to be answered again. */
function fitting(answers: Answers, { rules }: IssuedVersion): Answers {
  const declarations = rules.conditions.filter(({ kind }) => kind === 'declaration');
  const ids = declarations.map(({ id }) => id);
  return {
    ...answers,
    months: answers.months && Math.min(answers.months, mostAtOnce(rules)),
    declared: answers.declared?.every((id) => ids.includes(id)) ? answers.declared : null,
  };
}
