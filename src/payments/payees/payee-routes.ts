import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { transact } from '../../database/database.js';
import { time } from '../../language/format.js';
import { Conflict } from '../../language/refusal.js';
import { actOnce } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import type { SealingDeps } from '../../vault/deps.js';
import { answerForm } from '../../web/answer-form.js';
import { allow, found } from '../../web/errors.js';
import { choice, name, optionalText, text, ticked } from '../../web/fields.js';
import { type FormView, formView, labelsOf, takeForm } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { page } from '../../web/views.js';
import { canConfirmPayee, canEnterPayee, canReadPayee, canShowPayee } from '../permissions.js';
import { presentTable } from '../present-table.js';
import { type BankName, bankNames, banks, payeeKinds } from './banks.js';
import { confirmPayee, isByFounder, refusePayee, removePayee } from './decide-payee.js';
import { enterPayee } from './enter-payee.js';
import { findPayeeVenture, type PayeeVenture } from './payee-venture.js';
import { activePayee, type PayeeRow, payeesOf, proposedPayee } from './payees-of.js';
import { showPayee } from './show-payee.js';

const EntryForm = z.object({
  kind: choice(payeeKinds),
  holder: name(60),
  bank: choice(bankNames),
  branch: optionalText(60),
  number: text(60, { takesIdentity: true }),
  consent: ticked.refine((isTicked) => isTicked, 'payments.payee.consent-needed'),
});
const entryLabels = {
  kind: 'payments.payee.kind',
  holder: 'payments.payee.holder',
  bank: 'payments.payee.bank',
  branch: 'payments.payee.branch',
  number: 'payments.payee.number',
  consent: 'payments.payee.consent-title',
} as const;
const NumberForm = z.object({ number: z.string().max(20) });
const NoteForm = z.object({ note: text(300, { lines: true }) });
const noteLabels = { note: 'payments.payee.reason' } as const;

const of = '/payments/payees/:number';

/** The account to which a venture's subsidies are paid (收款账户): entering and changing it by two people, and seeing all of it. */
export function payeeRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get(of, (req, res) => show(deps, req, res));
  router.get(`${of}/entry`, async (req, res) => {
    const venture = await seen(deps, req, res);
    allow(canEnterPayee(viewerOf(res), venture));
    if (proposedPayee(await payeesOf(deps.db, venture.id)))
      throw new Conflict('payments.payee.waits');
    entryPage(res, venture, formView(sayTo(res), {}));
  });
  router.post(`${of}/entry`, (req, res) => enter(deps, req, res));
  router.post(`${of}/confirmation`, (req, res) => confirm(deps, req, res));
  for (const act of ['refusal', 'removal', 'showing'] as const) {
    router.get(`${of}/${act}`, async (req, res) => {
      const { venture, row } = await actedOn(deps, req, res, act);
      actPage(res, venture, row, act, formView(sayTo(res), {}));
    });
    router.post(`${of}/${act}`, (req, res) =>
      (act === 'showing' ? reveal : end[act])(deps, req, res),
    );
  }
  return router;
}

async function seen({ db }: SealingDeps, req: Request, res: Response): Promise<PayeeVenture> {
  const viewer = viewerOf(res);
  const venture = found(await findPayeeVenture(db, viewer, { number: String(req.params.number) }));
  allow(canReadPayee(viewer, venture));
  return venture;
}

const hrefOf = ({ number }: { number: string }): string => `/payments/payees/${number}`;
const about = (venture: PayeeVenture) => ({
  over: `${venture.number} ${venture.name}`,
  crumbs: [{ href: `/ventures/${venture.number}`, label: venture.name }],
});

async function enter(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const venture = await seen(deps, req, res);
  const viewer = viewerOf(res);
  allow(canEnterPayee(viewer, venture));
  const consent = viewer.role === 'founder' ? 'self' : 'paper';
  const form = await actOnce(deps, req, res, EntryForm, async (tx, by, input) => {
    await enterPayee(tx, by, deps.keys, { ...input, ventureId: venture.id, consent });
    return hrefOf(venture);
  });
  await answerForm(res, form, entryLabels, (view) => entryPage(res, venture, view));
}

async function confirm(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const venture = await seen(deps, req, res);
  const form = await actOnce(deps, req, res, NumberForm, async (tx, by, { number }) => {
    await confirmPayee(tx, by, { ventureId: venture.id, number });
    return hrefOf(venture);
  });
  await answerForm(res, form, {}, (view) => accountPage(deps, res, venture, view));
}

type Act = 'refusal' | 'removal' | 'showing';

/** The row that an act is about. @throws Forbidden; Conflict where there is none */
async function actedOn(deps: SealingDeps, req: Request, res: Response, act: Act) {
  const venture = await seen(deps, req, res);
  const viewer = viewerOf(res);
  const all = await payeesOf(deps.db, venture.id);
  const proposed = proposedPayee(all);
  if (act === 'refusal') {
    if (!proposed) throw new Conflict('payments.payee.none-waits');
    const entered = {
      enteredById: proposed.enteredById,
      isByFounder: await isByFounder(deps.db, proposed),
    };
    allow(proposed.enteredById === viewer.accountId || canConfirmPayee(viewer, venture, entered));
    return { venture, row: proposed };
  }
  allow(act === 'removal' ? canEnterPayee(viewer, venture) : canShowPayee(viewer, venture));
  const row = activePayee(all) ?? (act === 'showing' ? proposed : null);
  if (!row) throw new Conflict('payments.payee.gone');
  return { venture, row };
}

const end = {
  async refusal(deps: SealingDeps, req: Request, res: Response): Promise<void> {
    const { venture, row } = await actedOn(deps, req, res, 'refusal');
    const form = await actOnce(deps, req, res, NoteForm, async (tx, by, { note }) => {
      const { number } = row;
      await refusePayee(tx, by, { ventureId: venture.id, number, reason: note });
      return hrefOf(venture);
    });
    await answerForm(res, form, noteLabels, (view) => actPage(res, venture, row, 'refusal', view));
  },
  async removal(deps: SealingDeps, req: Request, res: Response): Promise<void> {
    const { venture, row } = await actedOn(deps, req, res, 'removal');
    const form = await actOnce(deps, req, res, z.object({}), async (tx, by) => {
      await removePayee(tx, by, { ventureId: venture.id, number: row.number });
      return hrefOf(venture);
    });
    await answerForm(res, form, {}, (view) => actPage(res, venture, row, 'removal', view));
  },
};

async function reveal(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db, clock, keys } = deps;
  const { venture, row } = await actedOn(deps, req, res, 'showing');
  const by = { accountId: viewerOf(res).accountId, at: clock.now() };
  const form = await takeForm(NoteForm, req.body, ({ note }) =>
    transact(db, (tx) =>
      showPayee(tx, by, keys, { ventureId: venture.id, number: row.number, reason: note }),
    ),
  );
  const { say } = frameOf(res);
  if (!form.ok) {
    const view = formView(say, form.typed, form.faults, labelsOf(say, noteLabels));
    return actPage(res.status(422), venture, row, 'showing', view);
  }
  page(res, 'identities/shown', {
    ...about(venture),
    title: say('payments.payee.number'),
    back: hrefOf(venture),
    rows: [...rowsOf(res, row), { label: say('payments.payee.whole'), value: form.value }],
  });
}

const rowsOf = (res: Response, row: PayeeRow) => {
  const { say, lang } = frameOf(res);
  const bank = banks[row.bank as BankName].name[lang === 'zh' ? 0 : 1];
  return [
    { label: say('payments.payee.holder'), value: row.holder },
    { label: say('payments.payee.kind'), value: say(`payments.payee.kind.${row.kind}`) },
    { label: say('payments.payee.bank'), value: [bank, row.branch].filter(Boolean).join(' ') },
    { label: say('payments.payee.number'), value: `···· ${row.lastFour}` },
    { label: say('payments.payee.entered'), value: time(new Date(row.enteredAt), lang) },
  ];
};

async function show(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  await accountPage(deps, res, await seen(deps, req, res), formView(sayTo(res), {}));
}

async function accountPage(
  { db }: SealingDeps,
  res: Response,
  venture: PayeeVenture,
  form: FormView,
): Promise<void> {
  const viewer = viewerOf(res);
  const frame = frameOf(res);
  const { say } = frame;
  const all = await payeesOf(db, venture.id);
  const [active, proposed] = [activePayee(all), proposedPayee(all)];
  const href = hrefOf(venture);
  const entered = proposed && {
    enteredById: proposed.enteredById,
    isByFounder: await isByFounder(db, proposed),
  };
  const isSecond = entered !== null && canConfirmPayee(viewer, venture, entered);
  const isOwn = proposed !== null && proposed.enteredById === viewer.accountId;
  const canEnter = canEnterPayee(viewer, venture);
  const act = (may: boolean, path: string, key: 'show' | 'remove' | 'refuse' | 'take-back') =>
    may ? [{ href: `${href}/${path}`, label: say(`payments.payee.${key}`) }] : [];
  const ended = all.filter((row) => row !== active && row !== proposed);
  page(res, 'payments/payee', {
    ...about(venture),
    title: say('payments.payee.title'),
    form,
    actions:
      canEnter && !proposed
        ? [
            {
              href: `${href}/entry`,
              label: say(active ? 'payments.payee.change' : 'payments.payee.enter'),
            },
          ]
        : [],
    waiting: proposed && {
      text: say(isOwn ? 'payments.payee.waiting-own' : 'payments.payee.waiting-text'),
      rows: rowsOf(res, proposed),
      number: proposed.number,
      confirm: isSecond ? `${href}/confirmation` : null,
      acts: [...act(isSecond, 'refusal', 'refuse'), ...act(isOwn, 'refusal', 'take-back')],
    },
    current: active && {
      rows: rowsOf(res, active),
      acts: [
        ...act(canShowPayee(viewer, venture), 'showing', 'show'),
        ...act(canEnter, 'removal', 'remove'),
      ],
    },
    earlier:
      ended.length === 0
        ? null
        : presentTable(
            [
              say('payments.payee.row'),
              say('payments.payee.holder'),
              say('payments.payee.number'),
              say('payments.payee.state'),
              say('payments.payee.entered'),
            ],
            ended.map((row) => [
              row.number,
              row.holder,
              `···· ${row.lastFour}`,
              say(`payments.payee.state.${row.state}`),
              time(new Date(row.enteredAt), frame.lang),
            ]),
            frame,
          ),
  });
}

function entryPage(res: Response, venture: PayeeVenture, form: FormView): void {
  const { say, lang } = frameOf(res);
  const isFounder = viewerOf(res).role === 'founder';
  page(res, 'payments/payee-entry', {
    ...about(venture),
    crumbs: [{ href: hrefOf(venture), label: say('payments.payee.title') }],
    title: say('payments.payee.entry-title'),
    lead: say('payments.payee.entry-lead'),
    action: `${hrefOf(venture)}/entry`,
    back: hrefOf(venture),
    form,
    kinds: payeeKinds.map((value) => ({ value, label: say(`payments.payee.kind.${value}`) })),
    banks: bankNames.map((value) => ({
      value,
      label: banks[value].name[lang === 'zh' ? 0 : 1],
    })),
    holderHint: say('payments.payee.holder-hint', {
      name: venture.name,
      names: venture.people.map((person) => person.name).join(say('history.and')),
    }),
    consentLabel: say(isFounder ? 'payments.payee.consent' : 'payments.payee.consent-paper'),
  });
}

function actPage(
  res: Response,
  venture: PayeeVenture,
  row: PayeeRow,
  act: Act,
  form: FormView,
): void {
  const { say } = frameOf(res);
  page(res, 'payments/act', {
    ...about(venture),
    crumbs: [{ href: hrefOf(venture), label: say('payments.payee.title') }],
    title: say(`payments.payee.${act}`),
    lead: say(`payments.payee.${act}-lead`),
    rows: rowsOf(res, row),
    action: `${hrefOf(venture)}/${act}`,
    back: hrefOf(venture),
    version: '',
    isShown: act === 'showing',
    note:
      act === 'removal'
        ? null
        : { label: say('payments.payee.reason'), hint: null, optional: false },
    submit: say(`payments.payee.${act}`),
    kind: act === 'showing' ? null : 'warning',
    form,
  });
}
