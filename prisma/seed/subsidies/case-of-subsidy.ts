import { today } from '../../../src/calendar/days.js';
import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import { acceptApplication } from '../../../src/waivers/accept-application.js';
import { attachProofs } from '../../../src/waivers/attach-proof.js';
import { beginApplication } from '../../../src/waivers/begin-application.js';
import { approveApplication } from '../../../src/waivers/determine-application.js';
import { grantWaiver } from '../../../src/waivers/grant-waiver.js';
import type { SeenCase } from '../../../src/waivers/open-case.js';
import { reviewApplication } from '../../../src/waivers/review-application.js';
import { submitApplication } from '../../../src/waivers/submit-application.js';
import { applicantOf } from '../waivers/applicant.js';
import { bringFiles, enterPapers, type Sealing, storePapers } from '../waivers/papers.js';

const policyCode = 'jobs-subsidy';
const pass = { recommends: 'grant', inside: '' } as const;

/** Applies for the subsidy of jobs, for the founder of a venture; by the founder, or by the park from a signed form. */
export async function applyForSubsidy(
  tx: Tx,
  by: Actor,
  sealing: Sealing,
  { ventureId, isOwn }: { ventureId: number; isOwn: boolean },
): Promise<void> {
  const person = await applicantOf(tx, ventureId);
  const { categories, graduatedOn } = person;
  const number = await beginApplication(tx, by, {
    policyCode,
    ventureId,
    personId: person.id,
    answers: { from: `${today(by.at).slice(0, 7)}-01`, months: 12, categories, graduatedOn },
  });
  const begun = await tx.waiverApplication.findUniqueOrThrow({ where: { number } });
  const items = ['identity', 'insurance'];
  const bundle = { items, hasOwnFiles: isOwn, isOwn, isReturned: false };
  const stored = await storePapers(sealing, person, bundle);
  await enterPapers(tx, by, sealing, person, isOwn ? 'self' : 'paper');
  await attachProofs(tx, by, begun, await bringFiles(tx, by, person, { bundle, stored }));
  const seen = await caseOf(tx, ventureId);
  await submitApplication(tx, by, seen, { declares: true });
}

const caseOf = (tx: Tx, ventureId: number): Promise<SeenCase> =>
  tx.waiverApplication.findFirstOrThrow({
    where: { ventureId, policyVersion: { policy: { code: policyCode } } },
    orderBy: { id: 'desc' },
  });

/** Each desk in its turn; the steps of one case do not know of those of another. */
export const acceptSubsidy = async (tx: Tx, by: Actor, ventureId: number) => {
  await acceptApplication(tx, by, await caseOf(tx, ventureId));
  await reviewApplication(tx, by, await caseOf(tx, ventureId), pass);
};
export const reviewSubsidy = async (tx: Tx, by: Actor, ventureId: number) =>
  reviewApplication(tx, by, await caseOf(tx, ventureId), pass);
export const approveSubsidy = async (tx: Tx, by: Actor, ventureId: number) =>
  approveApplication(tx, by, await caseOf(tx, ventureId), { reason: 'as-assessed', note: '' });
export const grantSubsidy = async (tx: Tx, by: Actor, ventureId: number) =>
  grantWaiver(tx, by, await caseOf(tx, ventureId));
