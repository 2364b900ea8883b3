import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { day, month, yuan } from '../../language/format.js';
import { Conflict } from '../../language/refusal.js';
import { actOnce, sentBefore } from '../../people/act-once.js';
import { requireSignIn, viewerOf } from '../../people/viewer.js';
import { rulesOf } from '../../policies/parsed-rules.js';
import { proofsFolder } from '../../process/data-folders.js';
import { acceptedTypes } from '../../proofs/file-kinds.js';
import { deleteStored } from '../../proofs/file-store.js';
import { readUpload } from '../../proofs/read-upload.js';
import { sendFile } from '../../proofs/send-file.js';
import { takeSealed } from '../../proofs/take-sealed.js';
import type { SealingDeps } from '../../vault/deps.js';
import { officeOn } from '../../waivers/letters/issuing-offices.js';
import { documentText } from '../../waivers/letters/letter-issuer.js';
import { answerForm } from '../../web/answer-form.js';
import { allow, found } from '../../web/errors.js';
import {
  day as dayField,
  hundredths,
  optionalText,
  text,
  ticked,
  wholeNumber,
} from '../../web/fields.js';
import { refuseForgery } from '../../web/forgery.js';
import { type FormView, formView, takeForm } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { idParam } from '../../web/id-param.js';
import { leadOn } from '../../web/lead-on.js';
import { noteEvents } from '../../web/note-events.js';
import { page } from '../../web/views.js';
import { activePayee, payeesOf } from '../payees/payees-of.js';
import { canApprove, canClaim, canReadReceipts } from '../permissions.js';
import { presentTable } from '../present-table.js';
import { enterRepayment } from '../recoveries/enter-repayment.js';
import { dueOfClaim } from '../recoveries/recoveries.js';
import { checkClaim } from './check-claim.js';
import { type ClaimMove, isOpen } from './claim-states.js';
import { wordOfClaim } from './claim-sum.js';
import { grantedByMonth } from './claimable.js';
import { approveClaim, refuseClaim, returnClaim } from './decide-claim.js';
import { type FullClaim, findClaim, type SeenClaim } from './find-claim.js';
import { claimRecusal, sitsAtClaim } from './move-claim.js';
import { claimHref, grantHref, presentClaim } from './present-claim.js';
import { addReceipt, openReceipt, removeReceipt } from './receipts.js';
import { submitClaim } from './submit-claim.js';
import { withdrawClaim } from './withdraw-claim.js';

const most = 100_000_000_00;
const ReceiptForm = z.object({
  fen: hundredths(most, 'yuan'),
  paidOn: dayField,
  consent: ticked.refine((isTicked) => isTicked, 'payments.receipt.consent-needed'),
});
const receiptLabels = {
  fen: 'payments.receipt.fen',
  paidOn: 'payments.receipt.paid-on',
  consent: 'payments.receipt.consent',
  file: 'payments.receipt.file',
} as const;
const version = wholeNumber(1, 1_000_000_000);
const VersionForm = z.object({ version });
const noteForms = {
  needed: z.object({ version, note: text(300, { lines: true }) }),
  free: z.object({ version, note: optionalText(300, { lines: true }) }),
};
const noteLabels = { note: 'payments.claim.note' } as const;
const RepaymentForm = z.object({
  fen: hundredths(most, 'yuan'),
  receivedOn: dayField,
  note: optionalText(200),
});
const repaymentLabels = {
  fen: 'payments.recovery.fen',
  receivedOn: 'payments.recovery.received',
  note: 'payments.recovery.note',
} as const;

const of = '/payments/claims/:number';

/** Takes a receipt of a claim: its body has a reader of its own, above that of forms. */
export function receiptUploadRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.post(
    `${of}/receipts`,
    requireSignIn,
    readUpload,
    refuseForgery,
    noteEvents,
    (req: Request, res: Response) => attach(deps, req, res),
  );
  return router;
}

type Act = {
  form: 'needed' | 'free' | null;
  kind: 'warning' | null;
  do: (tx: Tx, by: Actor, seen: SeenClaim, input: { note: string }) => Promise<void>;
};
const acts: Record<Exclude<ClaimMove, 'submit'>, Act> = {
  check: { form: 'free', kind: null, do: checkClaim },
  approve: { form: 'free', kind: null, do: approveClaim },
  return: { form: 'needed', kind: null, do: returnClaim },
  refuse: { form: 'needed', kind: 'warning', do: refuseClaim },
  withdraw: { form: null, kind: 'warning', do: withdrawClaim },
};
type ActName = keyof typeof acts;

/** One claim: its receipts, handing it in, what the park and the county decide on it, and what came back of it. */
export function claimRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get(of, async (req, res) =>
    claimPage(deps, res, await claimOf(deps, req, res), formView(sayTo(res), {})),
  );
  router.post(`${of}/submission`, (req, res) => submit(deps, req, res));
  router.get(`${of}/receipts/new`, async (req, res) => {
    const claim = await claimOf(deps, req, res);
    allow(canClaim(viewerOf(res), claim.waiver));
    if (!isOpen(claim.state)) throw new Conflict('payments.claim.not-open');
    receiptPage(res, claim, formView(sayTo(res), {}));
  });
  router.get(`${of}/receipts/:id/file`, (req, res) => download(deps, req, res));
  router.get(`${of}/receipts/:id/removal`, async (req, res) => {
    const { claim, receipt } = await receiptOf(deps, req, res);
    if (!isOpen(claim.state)) throw new Conflict('payments.claim.not-open');
    removalPage(res, claim, receipt, formView(sayTo(res), {}));
  });
  router.post(`${of}/receipts/:id/removal`, (req, res) => remove(deps, req, res));
  for (const name of Object.keys(acts) as ActName[]) {
    router.get(`${of}/${name}`, async (req, res) => {
      const claim = await claimOf(deps, req, res);
      allow(sitsAtClaim(viewerOf(res), claim, name));
      actPage(res, claim, name, formView(sayTo(res), {}));
    });
    router.post(`${of}/${name}`, (req, res) => move(deps, req, res, name));
  }
  router.get(`${of}/repayment`, async (req, res) => {
    const claim = await claimOf(deps, req, res);
    allow(canApprove(viewerOf(res), claim.waiver));
    await repaymentPage(deps, res, claim, formView(sayTo(res), {}));
  });
  router.post(`${of}/repayment`, (req, res) => repay(deps, req, res));
  router.get(`${of}/notice`, (req, res) => notice(deps, req, res));
  return router;
}

const claimOf = async ({ db }: SealingDeps, req: Request, res: Response): Promise<FullClaim> =>
  found(await findClaim(db, viewerOf(res), String(req.params.number)));

async function claimPage(
  { db }: SealingDeps,
  res: Response,
  claim: FullClaim,
  form: FormView,
): Promise<void> {
  const frame = frameOf(res);
  const viewer = viewerOf(res);
  const judges = (['check', 'approve', 'return', 'refuse'] as const).some((name) =>
    sitsAtClaim(viewer, claim, name),
  );
  const fault = judges ? await claimRecusal(db, viewer, claim) : null;
  page(
    res,
    'payments/claim',
    presentClaim(
      claim,
      {
        viewer,
        form,
        granted: await grantedByMonth(db, claim.waiverId),
        due: await dueOfClaim(db, claim.id),
        hasPayee: activePayee(await payeesOf(db, claim.waiver.ventureId)) !== null,
        recusal: fault && frame.say(fault.key),
      },
      frame,
    ),
  );
}

async function attach(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const claim = await claimOf(deps, req, res);
  allow(canClaim(viewerOf(res), claim.waiver));
  if (!isOpen(claim.state)) throw new Conflict('payments.claim.not-open');
  const form = await takeForm(ReceiptForm, req.body, ({ fen, paidOn }) =>
    takeSealed(deps, { req, res, personId: null }, async (tx, by, file, keep) => {
      await addReceipt(tx, by, { ...file, claimId: claim.id, fen, paidOn });
      keep();
      return claimHref(claim);
    }),
  );
  await answerForm(res, form, receiptLabels, (view) => receiptPage(res, claim, view));
}

function receiptPage(res: Response, claim: FullClaim, form: FormView): void {
  page(res, 'payments/receipt', {
    ...about(res, claim),
    title: sayTo(res)('payments.receipt.add'),
    action: `${claimHref(claim)}/receipts`,
    accept: acceptedTypes,
    form,
  });
}

async function submit(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const claim = await claimOf(deps, req, res);
  allow(canClaim(viewerOf(res), claim.waiver));
  const form = await actOnce(deps, req, res, VersionForm, async (tx, by, input) => {
    await submitClaim(tx, by, { id: claim.id, version: input.version });
    return claimHref(claim);
  });
  await answerForm(res, form, {}, (view) => claimPage(deps, res, claim, view));
}

async function receiptOf(deps: SealingDeps, req: Request, res: Response) {
  const claim = await claimOf(deps, req, res);
  allow(canClaim(viewerOf(res), claim.waiver));
  const id = idParam(req.params.id);
  return { claim, receipt: found(claim.receipts.find((each) => each.id === id) ?? null) };
}
type Receipt = FullClaim['receipts'][number];

async function download(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db, clock, config, keys } = deps;
  const claim = await claimOf(deps, req, res);
  allow(canReadReceipts(viewerOf(res), claim.waiver));
  const id = idParam(req.params.id);
  const { proofFile } = found(claim.receipts.find((each) => each.id === id) ?? null);
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const { number } = claim;
  const bytes = await openReceipt(db, by, { folder: proofsFolder(config), keys }, { number, id });
  sendFile(req, res, proofFile, bytes);
}

async function remove(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const { claim, receipt } = await receiptOf(deps, req, res);
  let stored: string[] = [];
  const form = await actOnce(deps, req, res, z.object({}), async (tx, by) => {
    stored = await removeReceipt(tx, by, { id: receipt.id, claimId: claim.id });
    return claimHref(claim);
  });
  await deleteStored(proofsFolder(deps.config), stored);
  await answerForm(res, form, {}, (view) => removalPage(res, claim, receipt, view));
}

const about = (res: Response, claim: FullClaim) => ({
  over: `${claim.waiver.venture.number} ${claim.waiver.venture.name}`,
  crumbs: [
    { href: '/payments', label: sayTo(res)('payments.title') },
    { href: grantHref(claim.waiver), label: claim.waiver.number },
    { href: claimHref(claim), label: claim.number },
  ],
  back: claimHref(claim),
  version: String(claim.version),
  isShown: false,
});

function removalPage(res: Response, claim: FullClaim, receipt: Receipt, form: FormView): void {
  const { say, lang } = frameOf(res);
  page(res, 'payments/act', {
    ...about(res, claim),
    title: say('payments.receipt.remove-title'),
    lead: '',
    rows: [
      { label: say('payments.receipt.paid-on'), value: day(receipt.paidOn, lang) },
      { label: say('payments.receipt.file'), value: receipt.proofFile.name },
    ],
    action: `${claimHref(claim)}/receipts/${receipt.id}/removal`,
    note: null,
    submit: say('payments.receipt.remove'),
    kind: 'warning',
    form,
  });
}

async function move(deps: SealingDeps, req: Request, res: Response, name: ActName): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const claim = await claimOf(deps, req, res);
  const act = acts[name];
  const schema = act.form === null ? VersionForm : noteForms[act.form];
  const form = await actOnce(deps, req, res, schema, async (tx, by, input) => {
    const note = 'note' in input ? String(input.note) : '';
    await act.do(tx, by, { id: claim.id, version: input.version }, { note });
    return claimHref(claim);
  });
  await answerForm(res, form, noteLabels, (view) => actPage(res, claim, name, view));
}

function actPage(res: Response, claim: FullClaim, name: ActName, form: FormView): void {
  const frame = frameOf(res);
  const { say, lang } = frame;
  const act = acts[name];
  page(res, 'payments/act', {
    ...about(res, claim),
    title: say(wordOfClaim(claim, `payments.claim.act.${name}`)),
    lead: say(wordOfClaim(claim, `payments.claim.act.${name}-lead`)),
    rows: [
      { label: say('payments.claim.number'), value: claim.number },
      {
        label: say('payments.claim.fen'),
        value: say('payments.yuan-n', { sum: yuan(claim.fen, lang) }),
      },
    ],
    action: `${claimHref(claim)}/${name}`,
    note:
      act.form === null
        ? null
        : { label: say('payments.claim.note'), hint: null, optional: act.form === 'free' },
    submit: say(wordOfClaim(claim, `payments.claim.act.${name}`)),
    kind: act.kind,
    form,
  });
}

async function repay(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const claim = await claimOf(deps, req, res);
  allow(canApprove(viewerOf(res), claim.waiver));
  const form = await actOnce(deps, req, res, RepaymentForm, async (tx, by, input) => {
    await enterRepayment(tx, by, { ...input, claimId: claim.id });
    return claimHref(claim);
  });
  await answerForm(res, form, repaymentLabels, (view) => repaymentPage(deps, res, claim, view));
}

async function repaymentPage(
  { db }: SealingDeps,
  res: Response,
  claim: FullClaim,
  form: FormView,
): Promise<void> {
  const frame = frameOf(res);
  const { say, lang } = frame;
  const due = await dueOfClaim(db, claim.id);
  page(res, 'payments/repayment', {
    ...about(res, claim),
    title: say('payments.recovery.enter'),
    lead: say('payments.recovery.lead'),
    action: `${claimHref(claim)}/repayment`,
    months: presentTable(
      [
        say('payments.month'),
        { money: say('payments.paid') },
        { money: say('payments.granted') },
        { money: say('payments.repaid') },
        { money: say('payments.due') },
      ],
      due.map((row) => [
        month(row.month, lang),
        { fen: row.paid },
        { fen: row.granted },
        { fen: row.repaid },
        { fen: row.due },
      ]),
      frame,
      { sums: true },
    ),
    form,
  });
}

/** 舟人社减〔2026〕12号, as letters have it; null of a payment that was made before its office had a series. */
function documentOf({ series, seriesYear, ordinal }: FullClaim['lines'][number]): string | null {
  if (series === null || seriesYear === null || ordinal === null) return null;
  return documentText({ series, seriesYear, ordinal });
}

/** 补贴拨付通知单: what was paid, to which account and when, for who is paid; it can be printed. */
async function notice(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const claim = await claimOf(deps, req, res);
  const line = found(claim.lines.findLast(({ state }) => state === 'paid') ?? null);
  const frame = frameOf(res);
  const { say, lang } = frame;
  const paidOn = line.paidOn ?? '';
  const office = await officeOn(deps.db, line.batch.regionCode, paidOn);
  const rules = rulesOf(claim.waiver.policyVersion.rules);
  page(res, 'payments/notice', {
    ...about(res, claim),
    title: say('payments.notice.title'),
    office: office.name[lang],
    numberText: documentOf(line) ?? say('payments.notice.number', { number: line.number }),
    to: say('payments.notice.to', { name: line.payee.holder }),
    body: say('payments.notice.body', {
      policy: rules.name[lang],
      grant: claim.waiver.number,
      claim: claim.number,
      day: day(paidOn, lang),
      sum: yuan(line.fen, lang),
      payee: line.payee.lastFour,
    }),
    months: presentTable(
      [say('payments.month'), { money: say('payments.paid') }],
      claim.months.map((row) => [month(row.month, lang), { fen: row.fen }]),
      frame,
      { sums: true },
    ),
    rows: [
      { label: say('payments.line.number'), value: line.number },
      { label: say('payments.line.on'), value: day(paidOn, lang) },
    ],
    check:
      line.checkCode &&
      say('letter.check', { number: documentOf(line) ?? line.number, code: line.checkCode }),
    on: day(paidOn, lang),
  });
}
