import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { insertRows } from '../database/insert-rows.js';
import type { Actor } from '../history/actor.js';
import type { Purpose } from '../identities/kinds.js';
import { missingConsent } from '../identities/live-consent.js';
import { type Fault, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import { proofAsked } from '../policies/assess.js';
import type { Facts } from '../policies/facts.js';
import { answersOf } from './answers.js';
import type { Case } from './case.js';
import { factsOf, type Known, knownOf } from './facts-of.js';
import { moveApplication, refuseAtOtherDesk } from './move-application.js';
import { openCase, type SeenCase } from './open-case.js';
import { OpenFields } from './open-fields.js';
import { type Papers, papersOf } from './papers-of.js';
import { questionsOf, unanswered } from './questions.js';

export type Submission = {
  /** Whether the applicant declares that all of it is true. */
  declares: boolean;
};

/**
 * Hands a case in, for the first time or after a correction: an edition is kept of what it says and of the facts.
 * Who fills it in for the founder needs the form that the founder has signed.
 * @throws Refusal by the field for what is not answered, not proved, not declared or not consented to, and for a policy
 *   that ended meanwhile; for a correction in which nothing that was named was changed
 */
export async function submitApplication(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { declares }: Submission,
): Promise<void> {
  const application = await openCase(tx, seen);
  const move = application.state === 'correction' ? 'resubmit' : 'submit';
  await refuseAtOtherDesk(tx, by, application, move);
  const viewer = await actingAccount(tx, by);
  const basis = viewer.personId === application.personId ? 'self' : 'paper';
  const answers = answersOf(application.answers);
  const answered = { ...application, answers };
  const known = await knownOf(tx, application, today(application.submittedAt ?? by.at));
  const facts = await factsOf(tx, answered, known);
  const papers = await papersOf(tx, application);
  refuseIf([
    ...answerFaults(application, known),
    !facts && { field: 'premises', key: 'waivers.fault.no-premises' },
    ...(facts ? proofFaults(application, facts, papers) : []),
    ...personFaults(application, papers),
    basis === 'paper' && !papers.hasForm && noForm,
    application.submittedAt === null && policyFault(application, by),
    !declares && { field: 'declares', key: 'waivers.fault.declare' },
    move === 'resubmit' && (await isUntouched(tx, application, papers)) && untouched,
  ]);
  await insertRows(tx, 'WaiverEdition', [
    {
      applicationId: application.id,
      edition: papers.editions + 1,
      answers,
      facts: facts as Facts,
      proof: papers.attached,
      basis,
      madeAt: by.at,
      madeById: by.accountId,
    },
  ]);
  await moveApplication(tx, by, application, {
    move,
    data: { submittedAt: application.submittedAt ?? by.at, openFields: null },
  });
}

const untouched: Fault = { field: '', key: 'waivers.fault.untouched' };

/** Whether nothing of what was to be corrected is otherwise than in what was handed in last. */
async function isUntouched(
  tx: Tx,
  application: Case,
  { attached }: Pick<Papers, 'attached'>,
): Promise<boolean> {
  const { fields, proof } = OpenFields.parse(application.openFields);
  const last = await tx.waiverEdition.findFirst({
    where: { applicationId: application.id },
    orderBy: { edition: 'desc' },
    select: { answers: true, proof: true },
  });
  if (!last) return false;
  const [before, now] = [answersOf(last.answers), answersOf(application.answers)];
  const filesOf = (all: Papers['attached'], item: string) =>
    all
      .filter((file) => file.item === item)
      .map(({ proofFileId }) => proofFileId)
      .sort((a, b) => a - b)
      .join();
  const earlier = last.proof as Papers['attached'];
  return (
    fields.every((name) => JSON.stringify(before[name]) === JSON.stringify(now[name])) &&
    proof.every((item) => filesOf(earlier, item) === filesOf(attached, item))
  );
}

function answerFaults(application: Case, { venture }: Known): Fault[] {
  const questions = questionsOf(application.rules, venture);
  return unanswered(answersOf(application.answers), questions).map((field) => ({
    field,
    key: 'waivers.fault.unanswered',
  }));
}

const noForm: Fault = { field: 'basis', key: 'waivers.fault.no-signed-form' };

function proofFaults({ rules }: Case, facts: Facts, { attached }: Papers): Fault[] {
  const proved = attached.map(({ item }) => item);
  return proofAsked(rules, facts)
    .filter(({ id }) => !proved.includes(id))
    .map(({ id }) => ({ field: `proof.${id}`, key: 'waivers.fault.no-proof' }));
}

/** Without the number of a document the same person could not be found in another venture. */
function personFaults({ rules }: Case, { consents, hasNumber }: Papers): (Fault | null | false)[] {
  const lacks = (purpose: Purpose) => !consents.includes(purpose) && missingConsent(purpose);
  return [
    lacks('identity'),
    rules.proof.length > 0 && lacks('proof'),
    !hasNumber && { field: 'identity', key: 'waivers.fault.no-identity' },
  ];
}

function policyFault({ policyVersion }: Case, by: Actor): Fault | false {
  const { endedOn } = policyVersion;
  const isOver = endedOn !== null && endedOn <= today(by.at);
  return (
    isOver && {
      field: 'policy',
      key: 'waivers.fault.policy-ended',
      values: { day: { day: endedOn } },
    }
  );
}
