import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { consentFault } from '../identities/live-consent.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { proofAsked } from '../policies/assess.js';
import type { Facts } from '../policies/facts.js';
import { answersOf } from './answers.js';
import { signedFormOf } from './applying/signed-form.js';
import { factsOf, type Known, knownOf } from './facts-of.js';
import { moveApplication } from './move-application.js';
import { type OpenedCase, openCase, type SeenCase } from './open-case.js';
import { questionsOf, unanswered } from './questions.js';

export type Submission = {
  /** Whether the applicant declares that all of it is true. */
  declares: boolean;
};

/**
 * Hands a case in, for the first time or after a correction: an edition is kept of what it says and of the facts.
 * Who fills it in for the founder needs the form that the founder has signed.
 * @throws Refusal by the field for what is not answered, not proved, not declared or not consented to, and for a policy
 *   that ended meanwhile
 */
export async function submitApplication(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { declares }: Submission,
): Promise<void> {
  const one = await openCase(tx, seen);
  const viewer = await actingAccount(tx, by);
  const basis = viewer.personId === one.personId ? 'self' : 'paper';
  const answers = answersOf(one.answers);
  const asked = { ...one, answers };
  const known = await knownOf(tx, one, today(one.submittedAt ?? by.at));
  const facts = await factsOf(tx, asked, known);
  const attached = await standingProof(tx, one);
  refuseIf([
    ...answerFaults(one, known),
    !facts && { field: 'premises', key: 'waivers.fault.no-premises' },
    ...proofFaults(
      one,
      facts,
      attached.map(({ item }) => item),
    ),
    ...(await personFaults(tx, one)),
    basis === 'paper' && (await paperFault(tx, one)),
    one.submittedAt === null && policyFault(one, by),
    !declares && { field: 'declares', key: 'waivers.fault.declare' },
  ]);
  const edition = await tx.waiverEdition.count({ where: { applicationId: one.id } });
  await tx.waiverEdition.create({
    data: {
      ...{ applicationId: one.id, edition: edition + 1, answers, facts: facts as Facts },
      ...{ proof: attached, basis, madeAt: by.at, madeById: by.accountId },
    },
  });
  await moveApplication(tx, by, one, {
    move: one.state === 'correction' ? 'resubmit' : 'submit',
    data: { submittedAt: one.submittedAt ?? by.at, openFields: null },
  });
}

/** The files that answer for an item and were not removed. */
async function standingProof(tx: Tx, { id }: OpenedCase) {
  const rows = await tx.waiverProof.findMany({
    where: { applicationId: id, proofFile: { removedAt: null } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ item, proofFileId }) => ({ item, proofFileId }));
}

function answerFaults(one: OpenedCase, { venture }: Known): Fault[] {
  const questions = questionsOf(one.rules, venture);
  return unanswered(answersOf(one.answers), questions).map((field) => ({
    field,
    key: 'waivers.fault.unanswered',
  }));
}

function proofFaults({ rules }: OpenedCase, facts: Facts | null, attached: string[]): Fault[] {
  if (!facts) return [];
  return proofAsked(rules, facts)
    .filter(({ id }) => !attached.includes(id))
    .map(({ id }) => ({ field: `proof.${id}`, key: 'waivers.fault.no-proof' }));
}

/** Without the number of a document the same person could not be found in another venture. */
async function personFaults(
  tx: Tx,
  { personId, rules }: OpenedCase,
): Promise<(Fault | null | false)[]> {
  const hasNumber = (await tx.identity.count({ where: { personId } })) > 0;
  return [
    await consentFault(tx, personId, 'identity'),
    rules.proof.length > 0 && (await consentFault(tx, personId, 'proof')),
    !hasNumber && { field: 'identity', key: 'waivers.fault.no-identity' },
  ];
}

async function paperFault(tx: Tx, one: OpenedCase): Promise<Fault | false> {
  const form = await signedFormOf(tx, one);
  return form === null && { field: 'basis', key: 'waivers.fault.no-signed-form' };
}

function policyFault({ policyVersion }: OpenedCase, by: Actor): Fault | false {
  const { endedOn } = policyVersion;
  const isOver = endedOn !== null && endedOn <= today(by.at);
  return isOver && { field: 'policy', key: 'waivers.fault.policy-ended', values: { day: endedOn } };
}
