import { type Request, type Response, Router } from 'express';
import { samePeople } from '../identities/same-people.js';
import { personHref } from '../people/kept-person.js';
import {
  canCorrectPerson,
  canKeepPrivate,
  canSearchNumbers,
  canSeePrivate,
  canShowNumber,
} from '../people/permissions.js';
import { findPersonRecords, type PersonWithRecords } from '../people/person-queries.js';
import { peopleInScope, venturesInScope } from '../people/scope.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { casePanel } from '../waivers/case-panel.js';
import type { Deps } from '../web/deps.js';
import { found, NotFound } from '../web/errors.js';
import { frameOf } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { mergedInto } from './merging/find-people-merge.js';
import { canMergePeople, keptPeople } from './merging/permissions.js';
import { showMergedPerson } from './merging/show-merged-person.js';
import { identityOf, profileRows, samePeopleText, ventureRows } from './present-person.js';
import { certificateRows, consentRows, proofRows, useEvents } from './present-private.js';
import { privateEvents } from './private-events.js';

/** The page of a person: to who is responsible for it, and to the person. */
export function personPageRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/people/me', async (_req, res) => {
    const { personId } = viewerOf(res);
    if (personId === null) throw new NotFound();
    const { number } = found(await deps.db.person.findUnique({ where: { id: personId } }));
    leadOn(res, personHref({ number }));
  });
  router.get('/people/:number', async (req, res) => {
    if (!(await showMergedPerson(deps, req, res))) await showPerson(deps, req, res);
  });
  return router;
}

async function showPerson({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  const { say, lang } = frameOf(res);
  const person = found(await findPersonRecords(db, viewer, String(req.params.number)));
  const showsPrivate = canSeePrivate(viewer, person);
  const ventures = await db.venture.findMany({
    where: { AND: [venturesInScope(viewer), { roles: { some: { personId: person.id } } }] },
    select: { id: true },
  });
  page(res, 'persons/person', {
    title: person.name,
    over: person.number,
    crumbs: [{ href: '/ventures', label: say('ventures.all') }],
    historyHref: `/history/person/${person.id}`,
    correctHref: canCorrectPerson(viewer, person) ? `${personHref(person)}/correction` : null,
    mergeHref: canMergePeople(viewer, await keptPeople(db, [person.id]))
      ? `${personHref(person)}/merge`
      : null,
    merged: (await mergedInto(db, person.id)).map(({ number, name }) => ({
      label: say('persons.merge.from'),
      value: `${number} ${name}`,
      href: personHref({ number }),
    })),
    categoriesHref: canCorrectPerson(viewer, person) ? `${personHref(person)}/categories` : null,
    profile: profileRows(person, showsPrivate, { say, lang }),
    cases: await casePanel(db, viewer, { personId: person.id }, clock.now(), { say, lang }),
    ventures: ventureRows(person, new Set(ventures.map(({ id }) => id)), { say, lang }),
    own: showsPrivate ? await privateOf({ db }, person, viewer, res) : null,
  });
}

async function privateOf(
  { db }: Pick<Deps, 'db'>,
  person: PersonWithRecords,
  viewer: Viewer,
  res: Response,
) {
  const { say, lang } = frameOf(res);
  const may = { canKeep: canKeepPrivate(viewer, person), canShow: canShowNumber(viewer, person) };
  const isOneself = viewer.personId === person.id;
  const { events, names } = await privateEvents(db, person.id);
  const hasProofConsent = person.consents.some(({ purpose }) => purpose === 'proof');
  return {
    identity: identityOf(person, may, { say, lang }),
    same: isOneself ? null : await sameText(db, person, viewer, { say, lang }),
    certificates: certificateRows(person, may, { say, lang }),
    searchHref: canSearchNumbers(viewer) ? '/people/search' : null,
    consents: consentRows(person, { ...may, isOneself }, { say, lang }),
    proofs: proofRows(person, may.canKeep, { say, lang }),
    addProofHref: may.canKeep && hasProofConsent ? `${personHref(person)}/proofs/new` : null,
    events: useEvents(events, names, { say, lang }),
  };
}

/** Names only the records that the viewer sees; of the others, that there are some. */
async function sameText(
  db: Deps['db'],
  person: PersonWithRecords,
  viewer: Viewer,
  voice: Parameters<typeof samePeopleText>[2],
): Promise<string | null> {
  const same = await samePeople(db, person.id);
  if (same.length === 0) return null;
  const ids = same.map(({ id }) => id);
  const seen = await db.person.findMany({
    where: { AND: [peopleInScope(viewer), { id: { in: ids } }] },
    orderBy: { id: 'asc' },
  });
  return samePeopleText(seen, same.length, voice);
}
