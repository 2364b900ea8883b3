import { type Request, type Response, Router } from 'express';
import { viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { idParam } from '../web/id-param.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { findRecord, numberedHistory } from './find-record.js';
import { namesFor } from './names.js';
import { presentEvent } from './present.js';
import { eventsOfRecord } from './queries.js';
import { subjectsOf } from './subjects.js';
import { kindOf } from './verbs.js';

/** Everything that was done to one record, newest first. */
export function recordHistoryRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/history/:kind/:id', (req, res) => showRecord(deps, req, res));
  return router;
}

async function showRecord({ db }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const kind = String(req.params.kind);
  const id = idParam(req.params.id);
  const elsewhere = await numberedHistory(db, viewer, kind, id);
  if (elsewhere !== null) return leadOn(res, elsewhere);
  const find = Object.hasOwn(findRecord, kind) ? findRecord[kind] : undefined;
  const { say, lang } = frameOf(res);
  const record = found(find ? await find(db, viewer, id, { say, lang }) : null);
  const { subjectIds, showsPhones, name, href, hides = [] } = record;
  const all = await eventsOfRecord(db, viewer, kind, subjectIds);
  const events = all.filter(({ verb }) => !hides.includes(kindOf(verb)));
  const names = await namesFor(db, events, lang);
  const subjectOf = await subjectsOf(db, viewer, events, lang);
  page(res, 'trail/record', {
    title: say('history.title'),
    over: name,
    crumbs: href === null ? [] : [{ href, label: name }],
    events: events.map((event) => {
      const subject = event.ventureId === null ? null : subjectOf(event);
      const shown = presentEvent(event, names, { say, lang }, { showsPhones });
      return {
        ...shown,
        href: subject?.href ?? null,
        of: subject ? `${subject.number} ${subject.name}` : null,
      };
    }),
  });
}
