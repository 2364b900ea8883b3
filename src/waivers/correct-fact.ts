import { isDeepStrictEqual } from 'node:util';
import { today } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import { changeRows, rowsOf } from '../database/direct-sql.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { recordEvent } from '../history/record.js';
import { Conflict, type Fault, refuseIf } from '../language/refusal.js';
import { actingAccount } from '../people/acting-viewer.js';
import type { FounderCategory } from '../people/categories.js';
import { allow } from '../web/errors.js';
import { bothSay, tellApplicant } from './announce-move.js';
import { answersOf } from './answers.js';
import { askedOf, assessCase } from './assess-case.js';
import type { Case } from './case.js';
import { inBoth } from './difference.js';
import {
  type CorrectableFact,
  correctableFacts,
  type FactCorrection,
  type FactValue,
  factValue,
  isPart,
} from './fact-corrections.js';
import { factsOf, knownOf } from './facts-of.js';
import { openCase, type SeenCase } from './open-case.js';
import { canCorrectFacts, correctsFacts } from './permissions.js';
import { factName, factText } from './present-fact-corrections.js';
import { recusalFault } from './recusal.js';

export type CorrectingFact = {
  fact: CorrectableFact;
  to: FactValue;
  /** A paper that proves it, by its id, or the register; empty where only a part is granted. */
  proof: string;
  /** Why, for the founder to read. */
  note: string;
};

/** The papers that can prove a fact of a case: those attached to it, and those of the lease that it is about. */
export async function papersToRestOn(
  reads: Reads,
  { id, answers }: Pick<Case, 'id' | 'answers'>,
): Promise<{ id: number; name: string }[]> {
  const { premises } = answersOf(answers);
  const tenancyId = premises?.kind === 'tenancy' ? premises.tenancyId : 0;
  return rowsOf<{ id: number; name: string }>(
    reads,
    sql`SELECT "id", "name" FROM "ProofFile" WHERE "removedAt" IS NULL AND "id" IN (
        SELECT "proofFileId" FROM "WaiverProof" WHERE "applicationId" = ${id}
        UNION SELECT "proofFileId" FROM "LeasePaper" WHERE "tenancyId" = ${tenancyId}) ORDER BY "id"`,
  );
}

/** What the register says of a fact today; undefined for one that it does not know. */
async function registered(
  reads: Reads,
  application: Case,
  fact: CorrectableFact,
  on: string,
): Promise<FactValue | undefined> {
  const known = await knownOf(reads, application, on);
  if (fact === 'graduated') return known.person.graduatedOn;
  if (fact.startsWith('category.')) {
    const category = fact.slice('category.'.length) as FounderCategory;
    const held = known.person.categories.find(
      (row) => row.category === category && (row.endedOn === null || row.endedOn > on),
    );
    return held ? { since: held.beganOn } : null;
  }
  const isKnown =
    ['area', 'rent', 'jobs', 'registered'].includes(fact) || fact.startsWith('insured.');
  if (!isKnown || (fact === 'registered' && known.venture.registeredOn === null)) return undefined;
  const answers = answersOf(application.answers);
  const ofRegister = answers.premises?.kind === 'tenancy' || !application.rules.needsPremises;
  if ((fact === 'area' || fact === 'rent') && !ofRegister) return undefined;
  const facts = await factsOf(reads, { ...application, answers }, known);
  return facts === null ? undefined : factValue(facts, fact);
}

/**
 * Corrects one fact of a case with its proof, or grants a part of what was asked for, from the desk that reviews or decides
 * it: the assessment and the decision rest on it from then on.
 * @returns the id of the step
 * @throws Refusal for a value that the fact cannot have, without a proof of it, or without a word why
 */
export async function correctFact(
  tx: Tx,
  by: Actor,
  seen: SeenCase,
  { fact, to, proof, note }: CorrectingFact,
): Promise<number> {
  const application = await openCase(tx, seen);
  const viewer = await actingAccount(tx, by);
  if (!correctsFacts(application)) {
    allow(canCorrectFacts(viewer, { ...application, state: 'bureau-review' }));
    throw new Conflict('waivers.not-at-this-step');
  }
  allow(canCorrectFacts(viewer, application), 'waivers.not-your-desk');
  if (application.claimedById !== null && application.claimedById !== by.accountId)
    throw new Conflict('waivers.claimed');
  refuseIf([
    await recusalFault(tx, viewer, application),
    !correctableFacts(application.rules).includes(fact) && {
      field: 'fact',
      key: 'web.field.choose',
    },
  ]);
  const { facts } = await assessCase(tx, application);
  const handedIn = await askedOf(tx, application);
  const was = factValue(facts, fact);
  const rests = await restsOn(tx, by, application, { fact, to, proof });
  refuseIf([
    note.trim() === '' && { field: 'note', key: 'web.field.required' },
    valueFault(fact, { was, to, asked: factValue(handedIn.facts, fact) }, today(by.at)),
    rests.fault,
  ]);
  const correction = {
    fact,
    was,
    to,
    paper: rests.paper,
    basis: rests.basis,
  } as FactCorrection;
  return keep(tx, by, application, correction, note.trim());
}

/** A value that changes nothing, or that the fact cannot have: what is asked for is never widened. */
function valueFault(
  fact: CorrectableFact,
  { was, to, asked }: { was: FactValue; to: FactValue; asked: FactValue },
  on: string,
): Fault | false {
  const at = (key: Fault['key'], values?: Fault['values']): Fault =>
    values ? { field: 'to', key, values } : { field: 'to', key };
  if (isDeepStrictEqual(was, to)) return at('waivers.fault.same-fact');
  const least = ['area', 'months', 'sum'].includes(fact) ? 1 : 0;
  if (typeof to === 'number' && to < least) return at('web.field.least', { n: least });
  if (fact === 'months' && Number(to) > Number(asked)) return at('waivers.fault.more-than-asked');
  const since = typeof to === 'object' ? to?.since : typeof to === 'string' ? to : null;
  return typeof since === 'string' && since > on && at('waivers.fault.later-fact');
}

/** What a correction rests on; a part of what was asked for needs no proof. */
async function restsOn(
  tx: Tx,
  by: Actor,
  application: Case,
  { fact, to, proof }: Pick<CorrectingFact, 'fact' | 'to' | 'proof'>,
): Promise<Pick<FactCorrection, 'paper' | 'basis'> & { fault: Fault | null }> {
  if (isPart(fact)) return { paper: null, basis: 'part', fault: null };
  if (proof === 'register') {
    const isSo = isDeepStrictEqual(await registered(tx, application, fact, today(by.at)), to);
    const fault: Fault = { field: 'proof', key: 'waivers.fault.register-differs' };
    return { paper: null, basis: 'register', fault: isSo ? null : fault };
  }
  const paper = (await papersToRestOn(tx, application)).find(({ id }) => String(id) === proof);
  const fault: Fault = { field: 'proof', key: 'web.field.choose' };
  return { paper: paper ?? null, basis: 'paper', fault: paper ? null : fault };
}

async function keep(
  tx: Tx,
  by: Actor,
  application: Case,
  correction: FactCorrection,
  note: string,
): Promise<number> {
  const { id, number, state, ventureId, parkId, version } = application;
  const step = { applicationId: id, at: by.at, byId: by.accountId, move: 'fact-corrected' };
  const [stepId = 0] = await insertRowsForIds(tx, 'WaiverStep', [
    {
      ...step,
      fromState: state,
      toState: state,
      reason: '',
      note,
      inside: '',
      facts: undefined,
      outcome: correction,
    },
  ]);
  const count = await changeRows(
    tx,
    sql`UPDATE "WaiverApplication" SET "version" = "version" + 1 WHERE "id" = ${id} AND "version" = ${version}`,
  );
  if (count === 0) throw new Conflict('waivers.moved-meanwhile');
  const { fact, was, to, paper } = correction;
  recordEvent(tx, by, {
    verb: 'application.fact-corrected',
    subjectKind: 'application',
    subjectId: id,
    ventureId,
    parkId,
    reason: note,
    detail: {
      number,
      correctedFact: { fact, was, to },
      ...(paper ? { paper: paper.name } : {}),
    },
  });
  await tellApplicant(tx, by, application, 'waivers.message.fact-corrected', {
    fact: inBoth((voice) => factName(fact, voice)),
    was: inBoth((voice) => factText(fact, was, voice)),
    to: inBoth((voice) => factText(fact, to, voice)),
    said: bothSay('waivers.message.said', { note }),
  });
  return stepId;
}
