import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { month, months, yuan } from '../language/format.js';
import { viewerOf } from '../people/viewer.js';
import type { SealingDeps } from '../vault/deps.js';
import { allow } from '../web/errors.js';
import { choice, optional } from '../web/fields.js';
import { frameOf } from '../web/frame.js';
import { pageNumber } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import { readQuery } from '../web/read-query.js';
import { page } from '../web/views.js';
import { batchesInScope } from './batches/find-batch.js';
import { batchTag } from './batches/present-batch.js';
import { claimsInScope, waitingAt } from './claims/find-claim.js';
import { claimHref, claimTag, grantHref } from './claims/present-claim.js';
import { canSeeBatches } from './permissions.js';
import { placesOf } from './places.js';
import { presentTable } from './present-table.js';
import { dueInScope } from './recoveries/recoveries.js';

const size = 25;
const ListQuery = z.object({
  page: pageNumber,
  desk: optional(choice(['park', 'county', 'payment'])),
});

/** The lists of the room: claims, batches of payments, and what is to be paid back. */
export function paymentListRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get('/payments/claims', (req, res) => claims(deps, req, res));
  router.get('/payments/batches', (req, res) => batches(deps, req, res));
  router.get('/payments/recoveries', (_req, res) => recoveries(deps, res));
  return router;
}

async function claims({ db }: SealingDeps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const frame = frameOf(res);
  const { say, lang } = frame;
  allow(viewer.role !== 'administrator');
  const { page: number, desk } = readQuery(ListQuery, req);
  const where = { AND: [claimsInScope(viewer), desk === null ? {} : waitingAt[desk]] };
  const total = await db.subsidyClaim.count({ where });
  const here = Math.min(number, Math.max(1, Math.ceil(total / size)));
  const rows = await db.subsidyClaim.findMany({
    where,
    include: {
      lines: { select: { state: true }, orderBy: { id: 'asc' } },
      waiver: { select: { number: true, venture: { select: { number: true, name: true } } } },
    },
    orderBy: { id: 'desc' },
    take: size,
    skip: (here - 1) * size,
  });
  const query = desk === null ? '' : `desk=${desk}&`;
  page(res, 'payments/list', {
    title: say('payments.claims.title'),
    lead: desk === null ? say('payments.claims.lead') : say(`payments.claims.at-${desk}`),
    crumbs: [{ href: '/payments', label: say('payments.title') }],
    actions: [],
    places: placesOf(viewer, '/payments/claims', say),
    table:
      rows.length === 0
        ? null
        : presentTable(
            [
              say('payments.claim.number'),
              say('payments.grant.venture'),
              say('payments.claim.period'),
              { money: say('payments.claim.fen') },
              say('payments.claim.state'),
            ],
            rows.map((claim) => {
              const { label, tone } = claimTag(claim, frame);
              return [
                { text: claim.number, href: claimHref(claim) },
                claim.waiver.venture.name,
                months(claim.fromMonth, claim.toMonth, lang),
                { fen: claim.fen },
                { tag: label, tone },
              ];
            }),
            frame,
          ),
    pages: pagesOf(say, { total, page: here, size }, (at) => `/payments/claims?${query}page=${at}`),
    none: say('payments.claims.none'),
    noneText: null,
  });
}

async function batches({ db }: SealingDeps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const frame = frameOf(res);
  const { say, lang } = frame;
  allow(canSeeBatches(viewer));
  const { page: number } = readQuery(ListQuery, req);
  const where = batchesInScope(viewer);
  const total = await db.paymentBatch.count({ where });
  const here = Math.min(number, Math.max(1, Math.ceil(total / size)));
  const rows = await db.paymentBatch.findMany({
    where,
    include: { region: true, lines: { select: { fen: true, state: true } } },
    orderBy: { id: 'desc' },
    take: size,
    skip: (here - 1) * size,
  });
  page(res, 'payments/list', {
    title: say('payments.batches'),
    lead: say('payments.batches.lead'),
    crumbs: [{ href: '/payments', label: say('payments.title') }],
    actions:
      viewer.role === 'auditor'
        ? []
        : [{ href: '/payments/batches/new', label: say('payments.batch.new') }],
    places: placesOf(viewer, '/payments/batches', say),
    table:
      rows.length === 0
        ? null
        : presentTable(
            [
              say('payments.batch.number'),
              say('payments.batch.region'),
              say('payments.batch.state'),
              say('payments.batch.lines'),
              { money: say('payments.line.fen') },
              { money: say('payments.paid') },
            ],
            rows.map((batch) => {
              const { label, tone } = batchTag(batch, frame);
              const sum = (lines: typeof batch.lines) =>
                lines.reduce((total, { fen }) => total + fen, 0);
              return [
                { text: batch.number, href: `/payments/batches/${batch.number}` },
                lang === 'zh' ? batch.region.nameZh : batch.region.nameEn,
                { tag: label, tone },
                String(batch.lines.length),
                { fen: sum(batch.lines) },
                { fen: sum(batch.lines.filter(({ state }) => state === 'paid')) },
              ];
            }),
            frame,
          ),
    pages: pagesOf(say, { total, page: here, size }, (at) => `/payments/batches?page=${at}`),
    none: say('payments.batches.none'),
    noneText: null,
  });
}

async function recoveries({ db }: SealingDeps, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const frame = frameOf(res);
  const { say, lang } = frame;
  allow(viewer.role !== 'administrator');
  const rows = await dueInScope(db, viewer);
  page(res, 'payments/list', {
    title: say('payments.recovery.title'),
    lead: say('payments.recovery.list-lead', {
      sum: yuan(
        rows.reduce((sum, { due }) => sum + due, 0),
        lang,
      ),
    }),
    crumbs: [{ href: '/payments', label: say('payments.title') }],
    actions: [],
    places: placesOf(viewer, '/payments/recoveries', say),
    table:
      rows.length === 0
        ? null
        : presentTable(
            [
              say('payments.claim.number'),
              say('payments.grant.venture'),
              say('payments.grant.number'),
              say('payments.month'),
              { money: say('payments.paid') },
              { money: say('payments.granted') },
              { money: say('payments.repaid') },
              { money: say('payments.due') },
            ],
            rows.map((row) => [
              { text: row.claim, href: claimHref({ number: row.claim }) },
              row.venture,
              { text: row.grant, href: grantHref({ number: row.grant }) },
              month(row.month, lang),
              { fen: row.paid },
              { fen: row.granted },
              { fen: row.repaid },
              { fen: row.due },
            ]),
            frame,
            { sums: true },
          ),
    pages: null,
    none: say('payments.recovery.none'),
    noneText: null,
  });
}
