import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { type Month, monthOf, today } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { day, month, months, yuan } from '../language/format.js';
import { Conflict } from '../language/refusal.js';
import { actOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import type { SealingDeps } from '../vault/deps.js';
import { answerForm } from '../web/answer-form.js';
import { allow, found } from '../web/errors.js';
import { month as monthField } from '../web/fields.js';
import { type FormView, formView } from '../web/forms.js';
import { type Frame, frameOf, sayTo } from '../web/frame.js';
import { pageOf } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { beginClaim } from './claims/begin-claim.js';
import { isClaimable, monthsOfGrant } from './claims/claimable.js';
import { claimsInScope } from './claims/find-claim.js';
import { claimHref, claimTag, grantHref } from './claims/present-claim.js';
import { countGrants, findGrant, type GrantRow, listGrants } from './grants.js';
import { activePayee, payeesOf } from './payees/payees-of.js';
import { canClaim } from './permissions.js';
import { placesOf } from './places.js';
import { presentTable } from './present-table.js';

const size = 25;
const ClaimForm = z.object({ from: monthField, to: monthField });
const claimLabels = { from: 'payments.claim.from', to: 'payments.claim.to' } as const;

/** 补贴: what was granted, claimed and paid, of each grant and of each of its months, and beginning a claim. */
export function grantRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get('/payments', (req, res) => list(deps, req, res));
  router.get('/payments/grants/:number', (req, res) => show(deps, req, res));
  router.get('/payments/grants/:number/claims/new', async (req, res) => {
    const grant = await grantOf(deps, req, res);
    allow(canClaim(viewerOf(res), grant));
    await newPage(deps, res, grant, null);
  });
  router.post('/payments/grants/:number/claims', (req, res) => begin(deps, req, res));
  return router;
}

const thisMonthOf = ({ clock }: SealingDeps): Month => monthOf(today(clock.now()));

const grantOf = async (deps: SealingDeps, req: Request, res: Response): Promise<GrantRow> =>
  found(
    await findGrant(deps.db, viewerOf(res), {
      number: String(req.params.number),
      thisMonth: thisMonthOf(deps),
    }),
  );

async function list(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const frame = frameOf(res);
  const { say } = frame;
  allow(viewer.role !== 'administrator');
  const number = pageOf(req);
  const total = await countGrants(deps.db, viewer);
  const here = Math.min(number, Math.max(1, Math.ceil(total / size)));
  const rows = await listGrants(deps.db, viewer, {
    thisMonth: thisMonthOf(deps),
    limit: size,
    offset: (here - 1) * size,
  });
  page(res, 'payments/list', {
    title: say('payments.title'),
    lead: say(viewer.role === 'founder' ? 'payments.lead-own' : 'payments.lead'),
    crumbs: [],
    actions: [],
    places: placesOf(viewer, '/payments', say),
    table:
      rows.length === 0
        ? null
        : presentTable(
            [
              say('payments.grant.number'),
              say('payments.grant.venture'),
              { money: say('payments.granted') },
              { money: say('payments.claimed') },
              { money: say('payments.paid') },
              { money: say('payments.claimable') },
            ],
            rows.map((row) => [
              { text: row.number, href: grantHref(row) },
              { text: row.venture, href: `/ventures/${row.ventureNumber}` },
              { fen: row.granted },
              { fen: row.claimed },
              { fen: row.paid },
              { fen: row.claimable },
            ]),
            frame,
          ),
    pages: pagesOf(say, { total, page: here, size }, (at) => `/payments?page=${at}`),
    none: say('payments.none'),
    noneText: say('payments.none-text'),
  });
}

async function show(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db } = deps;
  const viewer = viewerOf(res);
  const frame = frameOf(res);
  const { say, lang } = frame;
  const grant = await grantOf(deps, req, res);
  const rows = await monthsOfGrant(db, grant.id);
  const claims = await db.subsidyClaim.findMany({
    where: { AND: [{ waiverId: grant.id }, claimsInScope(viewer)] },
    include: { lines: { select: { state: true }, orderBy: { id: 'asc' } } },
    orderBy: { id: 'desc' },
  });
  const mayClaim = canClaim(viewer, grant);
  const ventureId = (await db.waiver.findUniqueOrThrow({ where: { id: grant.id } })).ventureId;
  const payee = activePayee(await payeesOf(db, ventureId));
  page(res, 'payments/grant', {
    title: say('payments.grant.title', { number: grant.number }),
    over: `${grant.ventureNumber} ${grant.venture}`,
    lead: say('payments.grant.lead', { sum: yuan(grant.claimable, lang) }),
    crumbs: [{ href: '/payments', label: say('payments.title') }],
    actions: [
      ...(mayClaim && grant.claimable > 0
        ? [{ href: `${grantHref(grant)}/claims/new`, label: say('payments.claim.new') }]
        : []),
      ...(mayClaim
        ? [
            {
              href: `/payments/payees/${grant.ventureNumber}`,
              label: say('payments.payee.title'),
            },
          ]
        : []),
    ],
    notices:
      mayClaim && payee === null
        ? [
            {
              text: say('payments.claim.no-payee'),
              tone: 'heed',
              href: `/payments/payees/${grant.ventureNumber}`,
              linkLabel: say('payments.payee.enter'),
            },
          ]
        : [],
    rows: [
      { label: say('payments.grant.case'), value: grant.case, href: `/waivers/${grant.case}` },
      {
        label: say('payments.grant.term'),
        value: `${day(grant.beganOn, lang)} – ${day(lastDayOf(grant.endedOn ?? grant.termEndOn), lang)}`,
      },
      ...sums(grant, frame),
    ],
    months: presentTable(
      [
        say('payments.month'),
        { money: say('payments.granted') },
        { money: say('payments.claimed') },
        { money: say('payments.paid') },
        say('payments.claim.one'),
      ],
      rows.map((row) => [
        month(row.month, lang),
        { fen: row.granted },
        { fen: row.claimed },
        { fen: row.paid - row.repaid },
        row.claim && (row.state !== 'draft' || mayClaim)
          ? { text: row.claim, href: `/payments/claims/${row.claim}` }
          : isClaimable(row, thisMonthOf(deps))
            ? say('payments.may-be-claimed')
            : '—',
      ]),
      frame,
      { sums: true },
    ),
    claims:
      claims.length === 0
        ? null
        : presentTable(
            [
              say('payments.claim.number'),
              say('payments.claim.period'),
              { money: say('payments.claim.fen') },
              say('payments.claim.state'),
            ],
            claims.map((claim) => {
              const { label, tone } = claimTag(claim, frame);
              return [
                { text: claim.number, href: claimHref(claim) },
                months(claim.fromMonth, claim.toMonth, lang),
                { fen: claim.fen },
                { tag: label, tone },
              ];
            }),
            frame,
          ),
  });
}

const sums = (grant: GrantRow, { say, lang }: Frame) =>
  (['granted', 'claimed', 'paid', 'claimable'] as const).map((name) => ({
    label: say(`payments.${name}`),
    value: say('payments.yuan-n', { sum: yuan(grant[name], lang) }),
  }));

async function begin(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const grant = await grantOf(deps, req, res);
  allow(canClaim(viewerOf(res), grant));
  const form = await actOnce(deps, req, res, ClaimForm, async (tx, by, input) =>
    claimHref({ number: await beginClaim(tx, by, { waiverId: grant.id, ...input }) }),
  );
  await answerForm(res, form, claimLabels, (view) => newPage(deps, res, grant, view));
}

async function newPage(
  deps: SealingDeps,
  res: Response,
  grant: GrantRow,
  form: FormView | null,
): Promise<void> {
  const { say, lang } = frameOf(res);
  const free = (await monthsOfGrant(deps.db, grant.id)).filter((row) =>
    isClaimable(row, thisMonthOf(deps)),
  );
  if (free.length === 0 && form === null) throw new Conflict('payments.claim.none-free');
  const first = { from: free[0]?.month ?? '', to: free.at(-1)?.month ?? '' };
  page(res, 'payments/new-claim', {
    title: say('payments.claim.new'),
    over: `${grant.ventureNumber} ${grant.venture}`,
    lead: say('payments.claim.new-lead'),
    crumbs: [
      { href: '/payments', label: say('payments.title') },
      { href: grantHref(grant), label: grant.number },
    ],
    action: `${grantHref(grant)}/claims`,
    back: grantHref(grant),
    months: free.map((row) => ({
      value: row.month,
      label: say('payments.claim.month-option', {
        month: month(row.month, lang),
        sum: yuan(row.granted, lang),
      }),
    })),
    form: form ?? formView(sayTo(res), first),
  });
}
