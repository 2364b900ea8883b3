import type { Request, Response } from 'express';
import type { Voice } from '../language/say.js';
import { signedAmount } from '../ledger/amounts.js';
import { canPublish } from '../ledger/permissions.js';
import { viewerOrNull } from '../people/viewer.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { pageOf } from '../web/page-number.js';
import { pagesOf } from '../web/pages.js';
import { page } from '../web/views.js';
import { entriesOnAPage } from './check-edition.js';
import type { CheckedFigure, CheckedFigures } from './checked-figures.js';
import { canSeePublishers, seesMembers } from './permissions.js';
import { presentCheck, presentParkChanges } from './present-check.js';
import { presentExplaining } from './present-explaining.js';
import {
  figureHref,
  membersHref,
  presentEditions,
  saidBy,
  stateTag,
  subjectOf,
  wordingOf,
} from './present-published.js';
import { parkNames, publisherNames, venturesOfEntries } from './published-names.js';
import { type Edition, findFigure, type PublishedFigure } from './published-queries.js';

/** The page of one figure: what was published, the same computed again and as known today, and what explains it. */
export async function showFigure(
  deps: Deps,
  checkedFigures: CheckedFigures,
  req: Request,
  res: Response,
): Promise<void> {
  const { db } = deps;
  const figure = found(await findFigure(db, String(req.params.number)));
  const edition = found(askedEdition(figure, req));
  const checked = await checkedFigures.get(figure, edition, pageOf(req));
  const voice = frameOf(res);
  const viewer = viewerOrNull(res);
  const names = canSeePublishers(viewer) ? await publisherNames(db, figure) : null;
  page(res, 'figures/published-one', {
    ...headOf(figure, edition, req, voice),
    ...presentCheck(figure.measure, edition, checked.check, checked.now, voice),
    said: saidBy(figure, edition, voice),
    members: (await seesMembers(db, viewer, figure, edition))
      ? {
          href: membersHref(figure, edition),
          file: `${figureHref(figure.number)}/members.csv?edition=${edition.edition}`,
        }
      : null,
    since: await sinceOf(deps, figure, edition, checked, req, res),
    editions: presentEditions(figure, names, voice),
    showsPublishers: names !== null,
    actions: canPublish(viewer) && figure.current.kind !== 'withdrawn' ? actsOn(figure, voice) : [],
  });
}

/** The edition that `?edition=` names, else the newest. */
function askedEdition({ editions, current }: PublishedFigure, req: Request): Edition | undefined {
  const { edition } = req.query;
  return edition === undefined
    ? current
    : editions.find((item) => String(item.edition) === edition);
}

function headOf(figure: PublishedFigure, edition: Edition, req: Request, voice: Voice) {
  const { say } = voice;
  const { number, current } = figure;
  const { measure, scope, when } = subjectOf(figure, voice);
  const isNewest = edition.edition === current.edition;
  const url = `${req.protocol}://${req.get('host')}${figureHref(number)}?edition=${edition.edition}`;
  const { position } = edition;
  return {
    title: wordingOf(figure, edition, voice),
    over: `${number} · ${say('figures.published.edition-n', { edition: edition.edition })}`,
    lead: [measure, scope, when].join(' · '),
    crumbs: [{ href: '/figures/published', label: say('figures.published.title') }],
    state: stateTag(current.kind, voice),
    older: isNewest ? null : say('figures.published.older', { edition: current.edition }),
    newestHref: figureHref(number),
    withdrawn: current.kind === 'withdrawn' ? current.reason : null,
    cite: say('figures.published.cite-text', {
      number,
      edition: edition.edition,
      when,
      url,
      position,
    }),
  };
}

async function sinceOf(
  { db }: Deps,
  figure: PublishedFigure,
  edition: Edition,
  { now, parkIds, since }: CheckedFigure,
  req: Request,
  res: Response,
) {
  const voice = frameOf(res);
  const { entries, count, sum } = since;
  const parks = await parkNames(db, [...parkIds, ...edition.parkIds], voice.lang);
  const ventures = await venturesOfEntries(db, viewerOrNull(res), entries);
  const href = `${figureHref(figure.number)}?edition=${edition.edition}`;
  return {
    summary:
      count === 0
        ? voice.say('figures.published.since-none')
        : voice.say('figures.published.since-sum', {
            count,
            sum: signedAmount(figure.measure, sum, voice.lang),
          }),
    parkChanges: presentParkChanges(figure.measure, now, parks, voice),
    entries: entries.map((entry) => presentExplaining(entry, parks, ventures, voice)),
    pages: pagesOf(
      voice.say,
      { total: count, page: pageOf(req), size: entriesOnAPage },
      (number) => `${href}&page=${number}#since`,
    ),
  };
}

const actsOn = ({ number }: PublishedFigure, { say }: Voice) => [
  { href: `${figureHref(number)}/correction`, label: say('figures.correct.link') },
  { href: `${figureHref(number)}/withdrawal`, label: say('figures.withdraw.link') },
];
