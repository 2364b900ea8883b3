import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import { addAccount } from '../../../src/people/add-account.js';
import type { FounderCategory } from '../../../src/people/categories.js';
import { PolicyRules } from '../../../src/policies/rules.js';
import { attachProofs } from '../../../src/waivers/attach-proof.js';
import { beginApplication } from '../../../src/waivers/begin-application.js';
import { passwordHash } from '../accounts.js';
import { type Applicant, bringFiles, enterPapers, type Sealing } from './papers.js';
import type { PlannedCase } from './planned-case.js';
import { seenCase } from './seen-case.js';

type Ids = { ventureId: number; tenancyId: number };

/** Begins a case and fills it in, with its papers unless it stays a draft. @returns its number */
export async function fillIn(
  tx: Tx,
  by: Actor,
  sealing: Sealing,
  one: PlannedCase,
  { ventureId, tenancyId }: Ids,
): Promise<string> {
  const role = await tx.personRole.findFirstOrThrow({
    where: { ventureId, role: 'founder', endedOn: null },
    include: { person: { include: { categories: { where: { endedOn: null } } } } },
    orderBy: { id: 'asc' },
  });
  const { person } = role;
  const answers = {
    premises: { kind: 'tenancy' as const, tenancyId },
    ...{ from: one.from, months: one.months, otherBenefits: [] },
    categories: person.categories.map(({ category, beganOn }) => ({
      category: category as FounderCategory,
      since: beganOn,
    })),
  };
  const actor = await ownAccount(tx, by, one, person);
  const asked = { policyCode: one.policyCode, ventureId, personId: person.id, answers };
  const number = await beginApplication(tx, actor, asked);
  const held = person.categories.map(({ category }) => category);
  if (person.graduatedOn !== null) held.push('graduate');
  if (one.steps.length > 1) await bringPapers(tx, actor, sealing, one, { number, person, held });
  return number;
}

/** A founder who acts alone has an account, made when it is first needed. */
async function ownAccount(
  tx: Tx,
  by: Actor,
  { username }: PlannedCase,
  person: Applicant & { number: string },
): Promise<Actor> {
  if (username === null) return by;
  const known = await tx.account.findUnique({ where: { username } });
  if (known) return { ...by, accountId: known.id };
  const { id } = await addAccount(
    tx,
    { ...by, accountId: null },
    {
      ...{ username, name: person.name, role: 'founder', passwordHash },
      ...{ regionCode: null, parkIds: [], personNumber: person.number },
    },
  );
  return { ...by, accountId: id };
}

async function bringPapers(
  tx: Tx,
  by: Actor,
  sealing: Sealing,
  one: PlannedCase,
  { number, person, held }: { number: string; person: Applicant; held: string[] },
): Promise<void> {
  await enterPapers(tx, by, sealing, person, one.username === null ? 'paper' : 'self');
  const { policyVersion } = await tx.waiverApplication.findUniqueOrThrow({
    where: { number },
    include: { policyVersion: true },
  });
  const items = PolicyRules.parse(policyVersion.rules)
    .proof.filter(
      ({ categories }) => categories.length === 0 || categories.some((one) => held.includes(one)),
    )
    .map(({ id }) => id);
  const kind = { items, hasOwnFiles: one.hasOwnFiles, isOwn: one.username !== null };
  const files = await bringFiles(tx, by, sealing, person, kind);
  const attached = [...files].map(([item, proofFileId]) => ({ item, proofFileId }));
  await attachProofs(tx, by, await seenCase(tx, number), attached);
}
