import { type Request, type Response, Router } from 'express';
import type { Reads } from '../../database/database.js';
import { refuseIf } from '../../language/refusal.js';
import { sentBefore, transactOnce } from '../../people/act-once.js';
import { personHref, seenPerson } from '../../people/kept-person.js';
import { findPerson, type PersonWithVentures } from '../../people/person-queries.js';
import { viewerOf } from '../../people/viewer.js';
import { proofsFolder } from '../../process/data-folders.js';
import { withFilesSealedFor } from '../../proofs/hand-over.js';
import type { SealingDeps } from '../../vault/deps.js';
import { readNumber } from '../../ventures/merging/merge-forms.js';
import { answerForm } from '../../web/answer-form.js';
import { allow } from '../../web/errors.js';
import { type FormView, formView, type Labels, takeForm } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { page } from '../../web/views.js';
import { aboutPerson } from '../about-person.js';
import { changedFounders } from './changed-founders.js';
import { findMergeablePeople } from './find-mergeable-people.js';
import { likelyOthers } from './find-people-merge.js';
import { mergePeople } from './merge-people.js';
import {
  markOfPeopleChoices,
  PeopleMergeForm,
  peopleChoicesOf,
  typedPeopleChoices,
} from './people-merge-forms.js';
import { peopleObstacles } from './people-obstacles.js';
import { canMergePeople, keptPeople } from './permissions.js';
import { planPeopleMerge } from './plan-people-merge.js';
import { detailLines, hangingOnPeople, movedLines } from './present-people-merge.js';

const labels = {
  reason: 'persons.merge.reason',
  with: 'persons.merge.with',
  'from.phone': 'people.person.phone',
} satisfies Labels;
const address = '/people/:number/merge';

/** Merging two records of one person: the address names the one that stays, `with` the one that goes. */
export function mergePeopleRoutes(deps: SealingDeps): Router {
  const router = Router();
  router.get(address, (req, res) => showForm(deps, req, res));
  router.post(address, (req, res) => merge(deps, req, res));
  return router;
}

async function showForm({ db }: SealingDeps, req: Request, res: Response): Promise<void> {
  const own = await ownOf(db, req, res);
  const typed = typeof req.query.with === 'string' ? req.query.with : '';
  if (typed.trim() === '') return choosePage(db, res, own, formView(sayTo(res), {}));
  const other = await otherOf(db, res, own, typed);
  if (!other) {
    const fault = { field: 'with', key: 'persons.merge.unknown' } as const;
    const fields = [{ name: 'with', label: sayTo(res)(labels.with) }];
    const form = formView(sayTo(res), { with: typed }, [fault], fields);
    return choosePage(db, res.status(422), own, form);
  }
  await mergePage(db, res, { own, other }, null);
}

async function merge(deps: SealingDeps, req: Request, res: Response): Promise<void> {
  const { db, keys, config } = deps;
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const own = await ownOf(db, req, res);
  const typed = typeof req.body?.with === 'string' ? req.body.with : '';
  const other = await otherOf(db, res, own, typed);
  if (!other) return leadOn(res, `${personHref(own)}/merge?with=${encodeURIComponent(typed)}`);
  const ids = { ownId: own.id, otherId: other.id };
  const form = await takeForm(PeopleMergeForm, req.body, ({ choices, seen, reason, shown }) => {
    refuseIf([
      shown !== markOfPeopleChoices(choices) && {
        field: '',
        key: 'ventures.merge.choices-changed',
      },
    ]);
    const store = { folder: proofsFolder(config), keys };
    return withFilesSealedFor(db, store, { fromId: other.id, toId: own.id }, (files, keep) =>
      transactOnce(deps, req, res, async (tx, by) => {
        await mergePeople(tx, by, keys, Object.assign({ choices, seen, reason, files }, ids));
        keep();
        return personHref(own);
      }),
    );
  });
  await answerForm(res, form, labels, (view) => mergePage(db, res, { own, other }, view));
}

/** The record that stays. @throws NotFound; Forbidden for who does not keep all of it */
async function ownOf(db: SealingDeps['db'], req: Request, res: Response) {
  const own = await seenPerson(db, req, res);
  allow(canMergePeople(viewerOf(res), await keptPeople(db, [own.id])));
  return own;
}

/** The other record, where the viewer sees it and keeps it, too. */
async function otherOf(
  reads: Reads,
  res: Response,
  own: PersonWithVentures,
  typed: string,
): Promise<PersonWithVentures | null> {
  const viewer = viewerOf(res);
  const other = await findPerson(reads, viewer, readNumber(typed));
  if (!other || other.id === own.id) return null;
  allow(canMergePeople(viewer, await keptPeople(reads, [own.id, other.id])));
  return other;
}

async function choosePage(reads: Reads, res: Response, own: PersonWithVentures, form: FormView) {
  const { say } = frameOf(res);
  const others = await likelyOthers(reads, viewerOf(res), own);
  page(res, 'persons/merge-choose', {
    ...aboutPerson(own),
    title: say('persons.merge.title'),
    action: `${personHref(own)}/merge`,
    likely: others.map(({ number, name }) => ({
      href: `${personHref(own)}/merge?with=${number}`,
      name: `${number} ${name}`,
    })),
    form,
    hasErrors: form.summary.length > 0,
  });
}

type Two = { own: PersonWithVentures; other: PersonWithVentures };

/** @param view of a form that was sent and refused; null for one that nobody has filled in */
async function mergePage(reads: Reads, res: Response, two: Two, view: FormView | null) {
  const { own, other } = two;
  const voice = frameOf(res);
  const { say } = voice;
  const { before, mark } = await findMergeablePeople(reads, own.id, other.id);
  const form = view ?? formView(say, typedPeopleChoices(before, own.id));
  const choices = peopleChoicesOf(form.typed);
  const after = planPeopleMerge(before, own.id, choices);
  const changes = await changedFounders(reads, before, after);
  const obstacles = await peopleObstacles(reads, own.id, { before, after });
  const sides = { own: own.number, other: other.number, both: '' };
  page(res, 'persons/merge', {
    ...aboutPerson(own),
    title: say('persons.merge.title'),
    action: `${personHref(own)}/merge`,
    swapHref: `${personHref(other)}/merge?with=${own.number}`,
    ownNumber: own.number,
    ownHead: say('persons.merge.own', { number: own.number }),
    otherNumber: other.number,
    otherHead: say('persons.merge.other', { number: other.number }),
    otherName: other.name,
    otherHref: personHref(other),
    details: detailLines(before, own.id, voice),
    hanging: await hangingOnPeople(reads, before, own.id, voice),
    categories: (['both', 'own', 'other'] as const).map((value) => ({
      value,
      label: say(`persons.merge.categories-${value}`, { number: sides[value] }),
    })),
    moved: await movedLines(reads, changes, voice),
    obstacles: obstacles.map(({ key, values }) => say(key, values)),
    seen: mark,
    shown: markOfPeopleChoices(choices),
    form,
    hasErrors: form.summary.length > 0,
  });
}
