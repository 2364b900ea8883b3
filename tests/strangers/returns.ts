import type { Tx } from '../../src/database/database.js';
import { attachReturnProof } from '../../src/returns/attach-return-proof.js';
import { beginReturn } from '../../src/returns/begin-return.js';
import { closeMonth, closeMonths } from '../../src/returns/close-month.js';
import { fileHeadcount, fileHeadcounts } from '../../src/returns/file-headcounts.js';
import { fileOneReturn } from '../../src/returns/file-one-return.js';
import { copyLast, takeOver } from '../../src/returns/fill-rows.js';
import { reportJobs } from '../../src/returns/founder-report.js';
import { importCells } from '../../src/returns/import-cells.js';
import { keepRosters, removeRoster } from '../../src/returns/keep-rosters.js';
import {
  acceptReturn,
  approveReturn,
  resumeReturn,
  sendBackReturn,
  skipReturn,
} from '../../src/returns/move-return.js';
import { openReturnProof } from '../../src/returns/open-return-proof.js';
import { removeReturnProof } from '../../src/returns/remove-return-proof.js';
import {
  agreeReopening,
  askReopening,
  endReopening,
  refuseReopening,
} from '../../src/returns/reopen-month.js';
import {
  agreeClosing,
  closeOrRequest,
  refuseClosing,
  requestClosing,
} from '../../src/returns/request-closing.js';
import { changeRules, readRules, stampOf } from '../../src/returns/return-rules.js';
import { openReturn, saveCells } from '../../src/returns/save-cells.js';
import { submitReturn } from '../../src/returns/submit-return.js';
import { headcount } from '../ledger/network.js';
import type { Acts, InTransaction, Stranger } from './kinds.js';
import type { World } from './world.js';

const reopening = (world: World) => ({
  month: world.ofPark.month,
  scope: 'all' as const,
  parkId: null,
  ventureId: null,
  reason: '测试',
  lastDay: world.day,
});
const onReopening =
  (act: (tx: Tx, by: Stranger, id: number) => unknown): InTransaction =>
  async (world, tx, by) => {
    const { id } = await tx.reopening.create({ data: { ...reopening(world), askedAt: world.at } });
    return act(tx, by, id);
  };

const onClosing =
  (act: (tx: Tx, by: Stranger, id: number) => unknown): InTransaction =>
  async ({ ofPark: { month }, at }, tx, by) => {
    const { id: askedById } = await tx.account.findFirstOrThrow({
      where: { role: 'bureau-staff' },
    });
    const data = { fromMonth: month, month, reason: '测试', askedAt: at, askedById };
    const { id } = await tx.closingRequest.create({ data });
    return act(tx, by, id);
  };

/** The park's return of a month, brought to a state. */
const onReturn =
  (
    state: string,
    act: (tx: Tx, by: Stranger, seen: World['ofPark'] & { version: number }) => unknown,
  ): InTransaction =>
  async ({ ofPark }, tx, by) => {
    const { version } = await tx.monthlyReturn.upsert({
      where: { parkId_month: ofPark },
      create: { ...ofPark, state, confirmed: [] },
      update: { state, submittedById: null, approvedById: null },
    });
    return act(tx, by, { ...ofPark, version });
  };

const filing = ({ ventureId, ofPark: { month } }: World) => ({
  ...headcount(3),
  ventureId,
  month,
  version: null,
});
const stored = { storedAs: 'x', keyId: 'k', size: 1, sha256: 'h', sealedSha256: 's' };
const returnProof = {
  kind: 'contract',
  people: 3,
  name: 'a.pdf',
  mediaType: 'application/pdf',
} as const;

function proofRow({ ventureId, ofPark: { month }, at, proof }: World) {
  const of = { ventureId, month, kind: 'contract', people: 3 };
  return { ...of, proofFileId: proof.id, attachedAt: at, attachedById: null };
}

/** Verbs of these rooms as a stranger would call them: everything in them is right but who acts. */
export const returns: Acts = {
  beginReturn: ({ ofPark }, tx, by) => beginReturn(tx, by, ofPark),
  openReturn: ({ ofPark }, tx, by) => openReturn(tx, by, ofPark),
  saveCells: ({ ofPark }, tx, by) => saveCells(tx, by, ofPark, []),
  importCells: ({ ofPark }, tx, by) => importCells(tx, by, ofPark, []),
  copyLast: ({ ofPark }, tx, by) => copyLast(tx, by, ofPark),
  takeOver: ({ ofPark, ventureId }, tx, by) => takeOver(tx, by, ofPark, ventureId),
  submitReturn: ({ ofPark }, tx, by) =>
    submitReturn(tx, by, { ...ofPark, version: null, notes: {} }),
  approveReturn: onReturn('submitted', (tx, by, seen) => approveReturn(tx, by, seen)),
  acceptReturn: onReturn('approved', (tx, by, seen) => acceptReturn(tx, by, seen)),
  sendBackReturn: onReturn('submitted', (tx, by, seen) =>
    sendBackReturn(tx, by, { ...seen, remark: '测试' }),
  ),
  skipReturn: onReturn('draft', (tx, by, seen) => skipReturn(tx, by, { ...seen, reason: '测试' })),
  resumeReturn: onReturn('skipped', (tx, by, seen) => resumeReturn(tx, by, seen)),
  keepRosters: ({ ofPark }, tx, by) => keepRosters(tx, by, ofPark, new Map()),
  removeRoster: ({ ofPark, ventureId }, tx, by) => removeRoster(tx, by, ofPark, ventureId),
  attachReturnProof: ({ ventureId, ofPark: { month } }, tx, by) =>
    attachReturnProof(tx, by, { ...returnProof, ventureId, month, stored }),
  removeReturnProof: async (world, tx, by) => {
    const { id } = await tx.returnProof.create({ data: proofRow(world) });
    return removeReturnProof(tx, by, { id, ventureId: world.ventureId, reason: '测试' });
  },
  openReturnProof: {
    strangers: ['gone', 'administrator', 'manager', 'county', 'founder'],
    on: async (world, db, by) => {
      const { folder, keys, ventureId } = world;
      const { number } = await db.venture.findUniqueOrThrow({ where: { id: ventureId } });
      const proof = { ...proofRow(world), id: 1, proofFile: world.proof };
      return openReturnProof(db, by, { folder, keys }, { ...proof, venture: { number } });
    },
  },
  fileHeadcount: (world, tx, by) => fileHeadcount(tx, by, filing(world)),
  fileHeadcounts: (world, tx, by) => fileHeadcounts(tx, by, [filing(world)]),
  fileOneReturn: (world, tx, by) => fileOneReturn(tx, by, { ...filing(world), note: '测试' }),
  reportJobs: ({ ventureId, ofPark: { month } }, tx, by) => {
    const { evidence: _, ...numbers } = headcount(3);
    return reportJobs(tx, by, { ...numbers, others: null, ventureId, month, version: null });
  },
  closeMonth: ({ ofPark: { month } }, tx, by) => closeMonth(tx, by, { month, reason: '测试' }),
  closeMonths: ({ ofPark: { month } }, tx, by) =>
    closeMonths(tx, by, { from: month, month, reason: '测试' }),
  requestClosing: ({ ofPark: { month } }, tx, by) =>
    requestClosing(tx, by, { from: month, month, reason: '测试' }),
  closeOrRequest: ({ ofPark: { month } }, tx, by) =>
    closeOrRequest(tx, by, { from: month, month, reason: '测试' }),
  agreeClosing: onClosing((tx, by, id) => agreeClosing(tx, by, id, '')),
  refuseClosing: onClosing(refuseClosing),
  askReopening: (world, tx, by) => askReopening(tx, by, reopening(world)),
  agreeReopening: onReopening((tx, by, id) => agreeReopening(tx, by, id, [])),
  refuseReopening: onReopening(refuseReopening),
  endReopening: onReopening(endReopening),
  changeRules: async (_, tx, by) => {
    const rules = await readRules(tx);
    return changeRules(tx, by, { ...rules, seen: stampOf(rules) });
  },
};
