import { type Request, type Response, Router } from 'express';
import { jobHref } from '../exports/job-address.js';
import { number } from '../language/format.js';
import type { Say, Voice } from '../language/say.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { allow } from '../web/errors.js';
import { formView } from '../web/forms.js';
import { frameOf } from '../web/frame.js';
import { readQuery } from '../web/read-query.js';
import { page } from '../web/views.js';
import { type EventPage, listEvents } from './event-list.js';
import { chosen, HistoryFilter, historyAddress } from './filter.js';
import { ledgerHead } from './ledger-head.js';
import { namesFor } from './names.js';
import { canExportHistory, canReadHistory, seesEveryPhone } from './permissions.js';
import { filterChoices, leadFor, presentRow } from './present-list.js';
import { selectionOf } from './selection.js';
import { subjectsOf } from './subjects.js';

/** Everything that was done, newest first, as far as the viewer sees it. */
export function historyListRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/history', (req, res) => showList(deps, req, res));
  return router;
}

async function showList({ db }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canReadHistory(viewer));
  const filter = readQuery(HistoryFilter, req);
  const selection = chosen(filter);
  const list = await listEvents(db, await selectionOf(db, viewer, filter), filter);
  const { say, lang } = frameOf(res);
  const typed = Object.entries(selection).map(([name, value]) => [name, value ?? '']);
  page(res, 'trail/everything', {
    title: say('history.title'),
    lead: leadFor(viewer, say),
    form: formView(say, Object.fromEntries(typed)),
    hasChoices: Object.values(selection).some(Boolean),
    choices: await filterChoices(db, viewer, { say, lang }),
    rows: await rowsOf(db, viewer, list.events, { say, lang }),
    places: places(list, (place) => historyAddress('/history', { ...selection, ...place }), say),
    ...(await forExporters(db, viewer, selection, { say, lang })),
  });
}

async function rowsOf(
  reads: Deps['db'],
  viewer: Viewer,
  events: EventPage['events'],
  voice: Voice,
) {
  const names = await namesFor(reads, events, voice.lang);
  const subjectOf = await subjectsOf(reads, viewer, events, voice.lang);
  return events.map((event) =>
    presentRow(event, subjectOf(event), names, voice, seesEveryPhone(viewer)),
  );
}

/** Where the list goes on, to either side. */
function places(
  { newer, older }: EventPage,
  at: (place: { before?: number; after?: number }) => string,
  say: Say,
) {
  const back = [
    { href: at({}), label: say('history.list.newest') },
    { href: at({ after: newer ?? 0 }), label: say('history.list.newer') },
  ];
  const on = [{ href: at({ before: older ?? 0 }), label: say('history.list.older') }];
  return [...(newer === null ? [] : back), ...(older === null ? [] : on)];
}

/** What only those see who answer for the whole: the files, and where the ledger stands. */
async function forExporters(
  reads: Deps['db'],
  viewer: Viewer,
  selection: ReturnType<typeof chosen>,
  { say, lang }: Voice,
) {
  if (!canExportHistory(viewer)) return { exporting: null };
  const { kind: _, verb: __, ...others } = selection;
  const { position, hash } = await ledgerHead(reads);
  return {
    exporting: {
      csv: historyAddress('/history.csv', selection),
      xlsx: historyAddress('/history.xlsx', selection),
      job: jobHref(historyAddress('/history.xlsx', selection)),
      exportsOnly: historyAddress('/history', { ...others, kind: 'export' }),
      head: [
        { label: say('history.ledger.position'), value: number(position, lang) },
        { label: say('history.ledger.hash'), value: hash },
      ],
    },
  };
}
