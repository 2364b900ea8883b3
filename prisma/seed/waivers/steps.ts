import { addDays, today } from '../../../src/calendar/days.js';
import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import { acceptApplication } from '../../../src/waivers/accept-application.js';
import { askForPaper } from '../../../src/waivers/ask-for-paper.js';
import { assessCase } from '../../../src/waivers/assess-case.js';
import { attachProof } from '../../../src/waivers/attach-proof.js';
import { claimApplication } from '../../../src/waivers/claim-application.js';
import { correctFact } from '../../../src/waivers/correct-fact.js';
import { declineApplication } from '../../../src/waivers/decline-application.js';
import {
  approveApplication,
  refuseApplication,
} from '../../../src/waivers/determine-application.js';
import { endWaiver } from '../../../src/waivers/end-waiver.js';
import { grantWaiver } from '../../../src/waivers/grant-waiver.js';
import { moveApplication } from '../../../src/waivers/move-application.js';
import { objectToApplication } from '../../../src/waivers/object-to-application.js';
import { openCase, type SeenCase } from '../../../src/waivers/open-case.js';
import {
  askReconsideration,
  overturnRefusal,
  upholdDecision,
} from '../../../src/waivers/reconsider-application.js';
import { resolveObjection } from '../../../src/waivers/resolve-objection.js';
import { returnForCorrection } from '../../../src/waivers/return-for-correction.js';
import { reviewApplication } from '../../../src/waivers/review-application.js';
import { restoreWaiver, revokeWaiver } from '../../../src/waivers/revoke-waiver.js';
import { submitApplication } from '../../../src/waivers/submit-application.js';
import { withdrawApplication } from '../../../src/waivers/withdraw-application.js';
import { inventName, inventPhone } from '../network/people-names.js';
import { Random } from '../network/random.js';
import type { Begun } from './fill-in.js';
import type { PlannedCase, StepName } from './planned-case.js';
import { said } from './said.js';

type Taken = PlannedCase & Begun;
type Take = (tx: Tx, by: Actor, seen: SeenCase, one: Taken) => Promise<unknown>;

const isRefused = ({ steps }: Taken): boolean => steps.some(({ what }) => what === 'refuse');
const review: Take = (tx, by, seen, one) =>
  reviewApplication(tx, by, seen, {
    recommends: isRefused(one) ? 'refuse' : 'grant',
    inside: isRefused(one) ? said.notEligibleInside : '',
  });
const handIn: Take = (tx, by, seen) => submitApplication(tx, by, seen, { declares: true });

/** Each step by its verb. */
const takes: Record<Exclude<StepName, 'begin'>, Take> = {
  submit: handIn,
  resubmit: async (tx, by, seen, one) => {
    const { personId } = await openCase(tx, seen);
    const file = { personId, item: 'other', removedAt: null };
    const { id: proofFileId } = await tx.proofFile.findFirstOrThrow({ where: file });
    const [item = ''] = correctionOf(one).proof;
    await attachProof(tx, by, seen, { item, proofFileId });
    await handIn(tx, by, { id: seen.id, version: seen.version + 1 }, one);
  },
  return: (tx, by, seen, one) => returnForCorrection(tx, by, seen, correctionOf(one)),
  lapse: async (tx, by, seen) =>
    moveApplication(tx, by, await openCase(tx, seen), { move: 'lapse' }),
  claim: claimApplication,
  accept: acceptApplication,
  decline: (tx, by, seen) =>
    declineApplication(tx, by, seen, { reason: 'out-of-scope', note: said.declined }),
  'ask-county': (tx, by, seen) =>
    askForPaper(tx, by, seen, { paper: said.paper, note: said.paperNote }),
  'correct-rent': async (tx, by, seen) => {
    const application = await openCase(tx, seen);
    const { facts } = await assessCase(tx, application);
    const { proofFileId } = await tx.waiverProof.findFirstOrThrow({
      where: { applicationId: seen.id, item: 'lease' },
    });
    // A fifth less, in whole ten yuan.
    const to = Math.floor((facts.premises.rent * 4) / 5 / 1_000) * 1_000;
    const rests = { proof: String(proofFileId), note: said.rentCorrected };
    return correctFact(tx, by, seen, { fact: 'rent', to, ...rests });
  },
  'grant-part': (tx, by, seen, { months }) =>
    correctFact(tx, by, seen, {
      fact: 'months',
      to: months / 2,
      proof: '',
      note: said.partGranted,
    }),
  'pass-park': review,
  'pass-county': review,
  approve: (tx, by, seen) => approveApplication(tx, by, seen, { reason: 'as-assessed', note: '' }),
  'approve-against': (tx, by, seen) =>
    approveApplication(tx, by, seen, { reason: 'hardship', note: said.hardship }),
  refuse: (tx, by, seen) =>
    refuseApplication(tx, by, seen, { reason: 'not-eligible', note: said.notEligible }),
  'refuse-against': (tx, by, seen) =>
    refuseApplication(tx, by, seen, { reason: 'other', note: said.refused }),
  object: (tx, by, _, one) => {
    const random = new Random(`objection ${one.number}`);
    const who = { name: inventName(random), phone: inventPhone(80_000_000 + one.index) };
    const objection = { ground: 'premises-not-used', text: said.objection, lang: 'zh' } as const;
    // The phone counts as proven: nobody is there to read a code.
    const proven = { ...who, ticket: `demonstration ${one.number}` };
    return objectToApplication(tx, by.at, { number: one.number, ...objection }, proven);
  },
  'object-nameless': (tx, by, _, { number }) =>
    objectToApplication(
      tx,
      by.at,
      { number, ground: 'untrue', text: said.namelessObjection, lang: 'zh' },
      null,
    ),
  'dismiss-objection': async (tx, by, { id, version }) => {
    const open = await tx.objection.findFirstOrThrow({ where: { applicationId: id } });
    const answer = open.provenAt === null ? said.namelessAnswer : said.objectionAnswer;
    const resolution = { upholds: false, answer };
    await resolveObjection(tx, by, { id: open.id, version }, resolution);
  },
  grant: grantWaiver,
  withdraw: (tx, by, seen) => withdrawApplication(tx, by, seen, { note: said.withdrawal }),
  reconsider: (tx, by, seen) => askReconsideration(tx, by, seen, { note: said.reconsideration }),
  uphold: (tx, by, seen) =>
    upholdDecision(tx, by, seen, { reason: 'nothing-new', note: said.upheld }),
  overturn: (tx, by, seen) =>
    overturnRefusal(tx, by, seen, { reason: 'wrong-assessment', note: said.overturned }),
  revoke: (tx, by, seen) =>
    revokeWaiver(tx, by, seen, {
      from: today(by.at),
      reason: 'premises-not-used',
      note: said.revoked,
    }),
  restore: (tx, by, seen) => restoreWaiver(tx, by, seen, { note: said.restored }),
  surrender: async (tx, by, { id }) => {
    const waiver = await tx.waiver.findUniqueOrThrow({ where: { applicationId: id } });
    const endedOn = addDays(today(by.at), 1);
    await endWaiver(tx, by, waiver, { endedOn, reason: 'surrendered', note: said.surrender });
  },
};

function correctionOf({ index }: Taken) {
  const isOfLease = index % 2 === 0;
  return {
    fields: isOfLease ? (['months'] as const).slice() : (['otherBenefits'] as const).slice(),
    proof: [isOfLease ? 'lease' : 'agreement'],
    note: isOfLease ? said.correctLease : said.correctAgreement,
  };
}

/** Takes one step of a case that was begun. */
export async function takeStep(
  tx: Tx,
  by: Actor,
  one: Taken,
  what: Exclude<StepName, 'begin'>,
): Promise<void> {
  await takes[what](tx, by, { id: one.id, version: one.version }, one);
}
