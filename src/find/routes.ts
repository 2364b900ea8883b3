import { type Request, type Response, Router } from 'express';
import { holdsCitizenNumber } from '../input/citizen-number.js';
import { viewerOf } from '../people/viewer.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import type { RoomRoutes } from '../web/route-table.js';
import { unlessRefused } from '../web/unless-refused.js';
import { page } from '../web/views.js';
import { catchUp } from './catch-up.js';
import type { FindDeps } from './deps.js';
import { type Found, lookUp } from './look-up.js';
import { findHref, presentFound } from './present-found.js';
import { queryOf } from './query.js';

const ON_A_PAGE = 20;
const SUGGESTED = 5;

/** What the box in the head of every page finds: as a page, and as suggestions while one types. */
export function findRoutes(deps: FindDeps): RoomRoutes {
  const router = Router();
  router.get('/find', (req, res) => showFound(deps, req, res));
  router.get('/find.json', (req, res) => suggest(deps, req, res));
  return { signedIn: router };
}

async function showFound(deps: FindDeps, req: Request, res: Response): Promise<void> {
  const q = queryOf(req);
  const voice = frameOf(res);
  const { say } = voice;
  const found = await find(deps, req, res, { q, most: ON_A_PAGE });
  const groups = await presentFound(deps.db, viewerOf(res), { found, q }, voice);
  page(res, 'find/found', {
    title: q === '' ? say('find.title') : say('find.title-of', { q }),
    form: formView(say, { q }),
    isEmpty: q === '',
    groups,
    note: noteOf(found, groups.length > 0),
  });

  function noteOf({ by }: Found, isAny: boolean): string | null {
    return isAny && by !== 'words' ? say(`find.by-${by}`, { q }) : null;
  }
}

async function suggest(deps: FindDeps, req: Request, res: Response): Promise<void> {
  const { say, lang } = frameOf(res);
  // It is asked while somebody types, who is told rather than refused.
  if (holdsCitizenNumber(String(req.query.q))) {
    const all = { href: findHref(''), label: say('find.all') };
    res.json({ groups: [], all, status: say('web.field.identity-search') });
    return;
  }
  const q = queryOf(req);
  const found = await find(deps, req, res, { q, most: SUGGESTED });
  const groups = await presentFound(deps.db, viewerOf(res), { found, q }, { say, lang });
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  res.json({
    groups: groups.map(({ label, items }) => ({ label, items })),
    all: { href: findHref(q), label: say('find.all') },
    status: say(count === 0 ? 'find.none-short' : 'find.some', { n: count }),
  });
}

async function find(
  { db, findables }: FindDeps,
  req: Request,
  res: Response,
  { q, most }: { q: string; most: number },
) {
  await unlessRefused(req, catchUp(db, findables));
  return lookUp(db, viewerOf(res), { q, findables, most });
}
