import type { Tx } from '../../../src/database/database.js';
import { rowsOf } from '../../../src/database/direct-sql.js';
import { sql } from '../../../src/database/sql.js';
import type { Actor } from '../../../src/history/actor.js';
import { addAccount } from '../../../src/people/add-account.js';
import { rulesOfText } from '../../../src/policies/parsed-rules.js';
import type { PolicyRules } from '../../../src/policies/rules.js';
import { attachProofs } from '../../../src/waivers/attach-proof.js';
import { beginApplication } from '../../../src/waivers/begin-application.js';
import type { SeenCase } from '../../../src/waivers/open-case.js';
import { passwordHash } from '../accounts.js';
import { type Applicant, applicantOf } from './applicant.js';
import { bringFiles, enterPapers, type Sealing, storePapers } from './papers.js';
import type { PlannedCase } from './planned-case.js';

/** A case that was begun, as the next verb has to see it. */
export type Begun = SeenCase & { number: string };
type Ids = { ventureId: number; tenancyId: number };

/** Begins a case and fills it in, with its papers unless it stays a draft. */
export async function fillIn(
  tx: Tx,
  by: Actor,
  sealing: Sealing,
  one: PlannedCase,
  { ventureId, tenancyId }: Ids,
): Promise<Begun> {
  const person = await applicantOf(tx, ventureId);
  const answers = {
    premises: { kind: 'tenancy' as const, tenancyId },
    from: one.from,
    months: one.months,
    otherBenefits: [],
    categories: person.categories,
  };
  const actor = await ownAccount(tx, by, one, person);
  const asked = { policyCode: one.policyCode, ventureId, personId: person.id, answers };
  const number = await beginApplication(tx, actor, asked);
  const { rules, ...begun } = await begunCase(tx, number);
  if (one.steps.length === 1) return begun;
  await bringPapers(tx, actor, sealing, one, { begun, rules, person });
  return { ...begun, version: begun.version + 1 };
}

/** A founder who acts alone has an account, made when it is first needed. */
async function ownAccount(
  tx: Tx,
  by: Actor,
  { username }: PlannedCase,
  person: Applicant,
): Promise<Actor> {
  if (username === null || by.accountId !== null) return by;
  const { id } = await addAccount(tx, by, {
    username,
    name: person.name,
    role: 'founder',
    passwordHash,
    passwordBy: 'holder',
    regionCode: null,
    parkIds: [],
    personNumber: person.number,
  });
  return { ...by, accountId: id };
}

async function bringPapers(
  tx: Tx,
  by: Actor,
  sealing: Sealing,
  one: PlannedCase,
  { begun, rules, person }: { begun: Begun; rules: PolicyRules; person: Applicant },
): Promise<void> {
  const held: string[] = person.categories.map(({ category }) => category);
  if (person.graduatedOn !== null) held.push('graduate');
  const items = rules.proof
    .filter(
      ({ categories }) => categories.length === 0 || categories.some((one) => held.includes(one)),
    )
    .map(({ id }) => id);
  const isReturned = one.steps.some(({ what }) => what === 'resubmit');
  const bundle = { items, hasOwnFiles: one.hasOwnFiles, isOwn: one.username !== null, isReturned };
  const [stored] = await Promise.all([
    storePapers(sealing, person, bundle),
    enterPapers(tx, by, sealing, person, one.username === null ? 'paper' : 'self'),
  ]);
  await attachProofs(tx, by, begun, await bringFiles(tx, by, person, { bundle, stored }));
}

/** A case that was just begun, with its rules. */
async function begunCase(tx: Tx, number: string): Promise<Begun & { rules: PolicyRules }> {
  const [row] = await rowsOf<{ id: number; version: number; rules: string }>(
    tx,
    sql`SELECT a."id", a."version", v."rules" FROM "WaiverApplication" a
      JOIN "PolicyVersion" v ON v."id" = a."policyVersionId" WHERE a."number" = ${number}`,
  );
  if (!row) throw new Error(`there is no case ${number}`);
  return { ...row, number, rules: rulesOfText(row.rules) };
}
