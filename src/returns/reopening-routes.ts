import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Prisma, Reopening } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { day, month as monthText, number } from '../language/format.js';
import { makeSay } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { canReadTotals } from '../ledger/seen-scope.js';
import { pressOnce } from '../people/act-once.js';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { page } from '../web/views.js';
import { canClose, monthNumber } from './close-month.js';
import { type FigureAtStake, figuresAtStake } from './figures-at-stake.js';
import { presentReopening } from './present-reopening.js';
import {
  agreeReopening,
  endReopening,
  findReopening,
  type NamedReopening,
  refuseReopening,
  stateOfReopening,
} from './reopen-month.js';
import { reachOf } from './tell-reopening.js';

/** One reopening: what the second person sees before agreeing, and what was decided. */
export function reopeningRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/returns/reopenings/:id', (req, res) => show(deps, req, res));
  const on = (path: string, act: (tx: Tx, by: Actor, row: Reopening) => Promise<void>) =>
    router.post(`/returns/reopenings/:id/${path}`, async (req, res) => {
      const item = await asked(deps, req, res);
      allow(canClose(viewerOf(res)));
      await pressOnce(deps, req, res, async (tx, by) => {
        await act(tx, by, item);
        return `/returns/reopenings/${item.id}`;
      });
    });
  on('agreement', async (tx, by, entry) => {
    const shown = (await figuresAtStake(tx, entry)) as unknown as Prisma.InputJsonValue;
    await agreeReopening(tx, by, entry.id, shown);
  });
  on('refusal', (tx, by, entry) => refuseReopening(tx, by, entry.id));
  on('ending', (tx, by, entry) => endReopening(tx, by, entry.id));
  return router;
}

async function asked({ db }: Deps, req: Request, res: Response): Promise<NamedReopening> {
  const viewer = viewerOf(res);
  allow(canClose(viewer) || (canReadTotals(viewer) && viewer.role === 'auditor'));
  return found(await findReopening(db, idParam(req.params.id)));
}

async function show(deps: Deps, req: Request, res: Response): Promise<void> {
  const row = await asked(deps, req, res);
  const viewer = viewerOf(res);
  const frame = frameOf(res);
  const { say, lang } = frame;
  const now = today(deps.clock.now());
  const state = stateOfReopening(row, now);
  const shown = presentReopening(row, now, frame, viewer);
  const figures =
    row.shown === null
      ? await figuresAtStake(deps.db, row)
      : (row.shown as unknown as FigureAtStake[]);
  const reach = await reachOf(deps.db, row);
  const isSecond = viewer.accountId !== row.askedById;
  page(res, 'returns/reopening', {
    title: say('returns.reopening.one', { month: shown.months }),
    crumbs: [
      {
        href: `/returns/${row.month}/closing`,
        label: say('returns.closing.title', { month: monthText(row.month, lang) }),
      },
    ],
    rows: [
      { label: say('returns.reopening.state'), value: shown.state },
      { label: say('returns.reopening.months'), value: shown.months },
      {
        label: say('returns.reopening.scope'),
        value: scopeIn(reach.scope, lang),
      },
      { label: say('returns.reopening.reason'), value: row.reason },
      { label: say('returns.reopening.last-day-label'), value: shown.lastDay },
      { label: say('returns.reopening.asked-by'), value: shown.askedBy },
      { label: say('returns.reopening.agreed-by'), value: shown.agreedBy },
    ],
    list: row.importBatch && {
      href: `/imports/${row.importBatch.id}${state === 'asked' ? '/backlog' : ''}`,
      label: `${say('returns.reopening.backlog')} ${row.importBatch.fileName}`,
    },
    figures: figures.map((figure) => ({
      number: figure.number,
      href: `/figures/published/${figure.number}`,
      what: `${say(`ledger.measure.${figure.measure as 'jobs'}`)} · ${lang === 'zh' ? figure.scopeNameZh : figure.scopeNameEn}`,
      asOf: day(figure.asOf, lang),
      wording: lang === 'zh' ? figure.wordingZh : figure.wordingEn,
      value: number(figure.value, lang),
      down: number(figure.down, lang),
    })),
    href: `/returns/reopenings/${row.id}`,
    canAgree: canClose(viewer) && state === 'asked' && isSecond,
    canRefuse: canClose(viewer) && state === 'asked',
    correctHref: state === 'in-force' ? reach.href : null,
    canEnd: canClose(viewer) && state === 'in-force',
    needsSecond: state === 'asked' && !isSecond ? say('returns.reopening.second') : null,
    historyHref: `/history/month/${monthNumber(row.month)}`,
  });
}

type Scope = Awaited<ReturnType<typeof reachOf>>['scope'];

const scopeIn = (scope: Scope, lang: Lang): string =>
  typeof scope === 'string' ? scope : 'word' in scope ? makeSay(lang)(scope.word) : scope[lang];
