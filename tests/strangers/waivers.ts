import type { Tx } from '../../src/database/database.js';
import { acceptApplication } from '../../src/waivers/accept-application.js';
import { adoptVersion } from '../../src/waivers/adopt-version.js';
import { amendWaiver } from '../../src/waivers/amend-waiver.js';
import { askForPaper } from '../../src/waivers/ask-for-paper.js';
import { assignCases } from '../../src/waivers/assign-cases.js';
import { attachProof, attachProofs, detachProof } from '../../src/waivers/attach-proof.js';
import { beginApplication } from '../../src/waivers/begin-application.js';
import {
  claimApplication,
  recuseFromCase,
  releaseApplication,
} from '../../src/waivers/claim-application.js';
import { commentOnApplication } from '../../src/waivers/comment-on-application.js';
import { correctFact } from '../../src/waivers/correct-fact.js';
import { declineApplication } from '../../src/waivers/decline-application.js';
import { approveApplication, refuseApplication } from '../../src/waivers/determine-application.js';
import { endWaiver } from '../../src/waivers/end-waiver.js';
import { grantWaiver } from '../../src/waivers/grant-waiver.js';
import type { SeenCase } from '../../src/waivers/open-case.js';
import { doInBatch } from '../../src/waivers/queue/batch-acts.js';
import { beginBatch } from '../../src/waivers/queue/decide-batch.js';
import {
  askReconsideration,
  overturnRefusal,
  upholdDecision,
} from '../../src/waivers/reconsider-application.js';
import { resolveObjection } from '../../src/waivers/resolve-objection.js';
import { returnForCorrection } from '../../src/waivers/return-for-correction.js';
import { reviewApplication, sendBack } from '../../src/waivers/review-application.js';
import { restoreWaiver, revokeWaiver } from '../../src/waivers/revoke-waiver.js';
import { saveAnswers } from '../../src/waivers/save-answers.js';
import type { StateName } from '../../src/waivers/states.js';
import { submitApplication } from '../../src/waivers/submit-application.js';
import { supplyPaper } from '../../src/waivers/supply-paper.js';
import { withdrawApplication } from '../../src/waivers/withdraw-application.js';
import type { Acts, InTransaction, Stranger } from './kinds.js';
import type { World } from './world.js';

const determination = { reason: 'as-assessed', note: '不属实' };
/** The case of the park, brought to a state. */
async function inState({ applicationId }: World, tx: Tx, state: StateName): Promise<SeenCase> {
  const data = { state, claimedById: null, reconsiderations: 0 };
  const { id, version } = await tx.waiverApplication.update({
    where: { id: applicationId },
    data,
    select: { id: true, version: true },
  });
  return { id, version };
}

type OnCase = (tx: Tx, by: Stranger, seen: SeenCase, world: World) => unknown;
const onCase =
  (state: StateName, act: OnCase): InTransaction =>
  async (world, tx, by) =>
    act(tx, by, await inState(world, tx, state), world);

/** Verbs of these rooms as a stranger would call them: everything in them is right but who acts. */
export const waivers: Acts = {
  beginApplication: ({ ventureId, personId, policyCode }, tx, by) =>
    beginApplication(tx, by, { policyCode, ventureId, personId }),
  adoptVersion: onCase('draft', adoptVersion),
  saveAnswers: onCase('draft', (tx, by, seen) => saveAnswers(tx, by, seen, { months: 3 })),
  attachProof: onCase('draft', (tx, by, seen) =>
    attachProof(tx, by, seen, { item: 'lease', proofFileId: 1 }),
  ),
  attachProofs: onCase('draft', (tx, by, seen) =>
    attachProofs(tx, by, seen, [{ item: 'lease', proofFileId: 1 }]),
  ),
  detachProof: onCase('draft', (tx, by, seen) =>
    detachProof(tx, by, seen, { item: 'lease', proofFileId: 1 }),
  ),
  submitApplication: onCase('draft', (tx, by, seen) =>
    submitApplication(tx, by, seen, { declares: true }),
  ),
  withdrawApplication: onCase('submitted', (tx, by, seen) =>
    withdrawApplication(tx, by, seen, { note: '测试' }),
  ),
  askForPaper: onCase('park-review', (tx, by, seen) =>
    askForPaper(tx, by, seen, { paper: '测试', note: '测试' }),
  ),
  correctFact: onCase('bureau-review', (tx, by, seen) =>
    correctFact(tx, by, seen, { fact: 'months', to: 1, proof: '', note: '测试' }),
  ),
  amendWaiver: onCase('reconsideration', (tx, by, seen) =>
    amendWaiver(tx, by, seen, { reason: 'other', note: '测试' }),
  ),
  declineApplication: onCase('submitted', (tx, by, seen) =>
    declineApplication(tx, by, seen, { reason: 'other', note: '测试' }),
  ),
  supplyPaper: onCase('supplement', (tx, by, seen) => supplyPaper(tx, by, seen, { note: '测试' })),
  acceptApplication: onCase('submitted', acceptApplication),
  returnForCorrection: onCase('submitted', (tx, by, seen) =>
    returnForCorrection(tx, by, seen, { fields: ['months'], proof: [], note: '测试' }),
  ),
  reviewApplication: onCase('park-review', (tx, by, seen) =>
    reviewApplication(tx, by, seen, { recommends: 'grant', inside: '' }),
  ),
  sendBack: onCase('county-review', (tx, by, seen) => sendBack(tx, by, seen, { inside: '测试' })),
  approveApplication: onCase('bureau-review', (tx, by, seen) =>
    approveApplication(tx, by, seen, determination),
  ),
  refuseApplication: onCase('bureau-review', (tx, by, seen) =>
    refuseApplication(tx, by, seen, { ...determination, reason: 'untrue' }),
  ),
  grantWaiver: onCase('notice', grantWaiver),
  resolveObjection: onCase('notice', async (tx, by, { id, version }, { at }) => {
    const numbers = { number: 'Y2026-9999', checkCode: 'ABCDE-FGHJK' };
    const said = { name: '', phone: '', ground: 'untrue', text: '不符' };
    const objection = { ...numbers, ...said, at, state: 'open' };
    const made = await tx.objection.create({ data: { ...objection, applicationId: id } });
    return resolveObjection(tx, by, { id: made.id, version }, { upholds: false, answer: '属实' });
  }),
  askReconsideration: onCase('refused', (tx, by, seen) =>
    askReconsideration(tx, by, seen, { note: '测试' }),
  ),
  upholdDecision: onCase('reconsideration', (tx, by, seen) =>
    upholdDecision(tx, by, seen, determination),
  ),
  overturnRefusal: onCase('reconsideration', (tx, by, seen) =>
    overturnRefusal(tx, by, seen, determination),
  ),
  revokeWaiver: onCase('granted', (tx, by, seen, { day }) =>
    revokeWaiver(tx, by, seen, { from: day, reason: 'untrue', note: '测试' }),
  ),
  restoreWaiver: onCase('reconsideration', (tx, by, seen) =>
    restoreWaiver(tx, by, seen, { note: '测试' }),
  ),
  endWaiver: ({ waiver, day }, tx, by) =>
    endWaiver(tx, by, waiver, { endedOn: day, reason: 'surrendered', note: '测试' }),
  claimApplication: onCase('park-review', claimApplication),
  assignCases: onCase('park-review', async (tx, by, seen) => {
    const taker = await tx.account.findFirstOrThrow({
      where: { role: 'park-manager', isActive: true },
    });
    return assignCases(tx, by, { takerId: taker.id, cases: [seen] });
  }),
  releaseApplication: onCase('park-review', releaseApplication),
  recuseFromCase: onCase('park-review', (tx, by, seen) =>
    recuseFromCase(tx, by, seen, { inside: '测试' }),
  ),
  commentOnApplication: onCase('park-review', (tx, by, seen) =>
    commentOnApplication(tx, by, seen, { audience: 'founder', text: '测试' }),
  ),
  doInBatch: onCase('submitted', (tx, by, seen) => doInBatch(tx, by, seen, 'accept')),
  beginBatch: {
    strangers: ['gone', 'administrator', 'auditor', 'county', 'founder'],
    act: (_, tx, by) => beginBatch(tx, by, { act: 'accept', cases: [] }),
  },
};
