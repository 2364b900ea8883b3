import { type Day, today } from '../../calendar/days.js';
import type { Reads } from '../../database/database.js';
import type { IdentityKind, Purpose } from '../../identities/kinds.js';
import type { Voice } from '../../language/say.js';
import { proofAsked } from '../../policies/assess.js';
import type { Facts } from '../../policies/facts.js';
import type { Proof } from '../../policies/rules.js';
import { type Answers, answersOf } from '../answers.js';
import type { Question, QuestionContext } from '../asking.js';
import { factsOf, knownOf } from '../facts-of.js';
import type { CaseFile } from '../find-case.js';
import { isOpenField } from '../open-fields.js';
import { questionPages } from './question-pages.js';
import { signedFormOf } from './signed-form.js';

export type ProofNeed = { proof: Proof; files: { id: number; name: string }[] };

/** A case that is being filled in, with all that is still to do of it. */
export type Filling = {
  application: CaseFile;
  on: Day;
  context: QuestionContext;
  answers: Answers;
  questions: Question[];
  /** null while the answers that the rules cannot do without are missing. */
  facts: Facts | null;
  proof: ProofNeed[];
  consents: Set<Purpose>;
  identity: { kind: IdentityKind; masked: string } | null;
  signedForm: { name: string } | null;
};

export async function fillingOf(
  reads: Reads,
  application: CaseFile,
  at: Date,
  voice: Voice,
): Promise<Filling> {
  const on = today(at);
  const answers = answersOf(application.answers);
  const known = await knownOf(reads, application, today(application.submittedAt ?? at));
  const context = { answers, rules: application.rules, known, on, voice };
  const facts = await factsOf(reads, { ...application, answers }, known);
  const consents = await reads.consent.findMany({
    where: { personId: application.personId, withdrawnAt: null },
    select: { purpose: true },
  });
  const identity = await reads.identity.findUnique({
    where: { personId: application.personId },
    select: { kind: true, masked: true },
  });
  return {
    application: application,
    on,
    context,
    answers,
    facts,
    questions: questionPages(context),
    proof: facts ? proofNeeds(application, facts) : [],
    consents: new Set(consents.map(({ purpose }) => purpose as Purpose)),
    identity: identity && { kind: identity.kind as IdentityKind, masked: identity.masked },
    signedForm: await signedFormOf(reads, application),
  };
}

/** Each item of proof that is asked, with the files that answer for it and are still there. */
function proofNeeds({ rules, proof }: CaseFile, facts: Facts): ProofNeed[] {
  return proofAsked(rules, facts).map((required) => ({
    proof: required,
    files: proof
      .filter(({ item, proofFile }) => item === required.id && proofFile.removedAt === null)
      .map(({ proofFile: { id, name } }) => ({ id, name })),
  }));
}

/** Whether everything is there but the declaration; for who submits it on paper also the signed form. */
export const isFilledIn = (filling: Filling, isOwn: boolean): boolean =>
  filling.questions.every(({ answerText }) => answerText !== null) &&
  filling.facts !== null &&
  filling.proof.every(({ files }) => files.length > 0) &&
  filling.consents.has('identity') &&
  (filling.application.rules.proof.length === 0 || filling.consents.has('proof')) &&
  filling.identity !== null &&
  (isOwn || filling.signedForm !== null);

/** The questions that may be answered now: all of a draft, those that a correction names. */
export const openQuestions = ({ application, questions }: Filling): Question[] =>
  questions.filter(({ name }) => isOpenField(application, { field: name }));

export const openProof = ({ application, proof }: Filling): ProofNeed[] =>
  proof.filter((need) => isOpenField(application, { proof: need.proof.id }));
