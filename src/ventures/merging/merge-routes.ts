import { type Request, type Response, Router } from 'express';
import type { Reads } from '../../database/database.js';
import { refuseIf } from '../../language/refusal.js';
import { actOnce, sentBefore } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import { answerForm } from '../../web/answer-form.js';
import type { Deps } from '../../web/deps.js';
import { allow } from '../../web/errors.js';
import { type FormView, formView, type Labels } from '../../web/forms.js';
import { frameOf, sayTo } from '../../web/frame.js';
import { leadOn } from '../../web/lead-on.js';
import { page } from '../../web/views.js';
import { findDoubles } from '../find-doubles.js';
import { findVenture, type VentureWithStays } from '../find-venture.js';
import { presentDoubles } from '../present-doubles.js';
import { aboutVenture, ventureHref } from '../residency-present.js';
import { writableVenture } from '../writable-venture.js';
import { findMergeable, markOfRecords } from './find-mergeable.js';
import { choicesOf, MergeForm, markOfChoices, readNumber, typedChoices } from './merge-forms.js';
import { mergeVentures } from './merge-ventures.js';
import { likelySame } from './merged-leases.js';
import { movedTotals } from './moved-totals.js';
import { canMerge } from './permissions.js';
import { planMerge } from './plan-merge.js';
import { furtherChoices, hangingLines, namesOf, profileLines, sideHeads } from './present-merge.js';
import { movedTables } from './present-moved.js';
import { obstaclesTo } from './rests-on-merge.js';

const labels = { reason: 'ventures.merge.reason', with: 'ventures.merge.with' } satisfies Labels;
const address = '/ventures/:number/merge';

/** Merging two records of one venture: the address names the one that stays, `with` the one that goes. */
export function mergeRoutes(deps: Deps): Router {
  const router = Router();
  router.get(address, (req, res) => showForm(deps, req, res));
  router.post(address, (req, res) => merge(deps, req, res));
  return router;
}

async function showForm({ db }: Deps, req: Request, res: Response): Promise<void> {
  const own = await writableVenture(db, req, res);
  const typed = typeof req.query.with === 'string' ? req.query.with : '';
  if (typed.trim() === '') return choosePage(db, res, own, formView(sayTo(res), {}));
  const other = await otherOf(db, res, own, typed);
  if (!other) {
    const fault = { field: 'with', key: 'ventures.merge.unknown' } as const;
    const fields = [{ name: 'with', label: sayTo(res)(labels.with) }];
    const form = formView(sayTo(res), { with: typed }, [fault], fields);
    return choosePage(db, res.status(422), own, form);
  }
  await mergePage(db, res, { own, other }, null);
}

async function merge(deps: Deps, req: Request, res: Response): Promise<void> {
  const before = await sentBefore(deps, req, res);
  if (before !== null) return leadOn(res, before);
  const own = await writableVenture(deps.db, req, res);
  const typed = typeof req.body?.with === 'string' ? req.body.with : '';
  const other = await otherOf(deps.db, res, own, typed);
  if (!other) return leadOn(res, `${ventureHref(own)}/merge?with=${encodeURIComponent(typed)}`);
  const form = await actOnce(deps, req, res, MergeForm, async (tx, by, input) => {
    const { choices, seen, reason, shown } = input;
    refuseIf([
      shown !== markOfChoices(choices) && { field: '', key: 'ventures.merge.choices-changed' },
    ]);
    await mergeVentures(tx, by, { ownId: own.id, otherId: other.id, choices, seen, reason });
    return ventureHref(own);
  });
  await answerForm(res, form, labels, (view) => mergePage(deps.db, res, { own, other }, view));
}

/** The other record, where the viewer sees it and writes in all of the parks. */
async function otherOf(
  reads: Reads,
  res: Response,
  own: VentureWithStays,
  typed: string,
): Promise<VentureWithStays | null> {
  const viewer = viewerOf(res);
  const other = await findVenture(reads, viewer, readNumber(typed));
  if (!other || other.id === own.id) return null;
  allow(canMerge(viewer, [own, other]));
  return other;
}

async function choosePage(reads: Reads, res: Response, own: VentureWithStays, form: FormView) {
  const voice = frameOf(res);
  const { name, phone } = own;
  const found = await findDoubles(reads, viewerOf(res), { name, phones: phone ? [phone] : [] });
  const others = found.filter(({ venture }) => venture !== null && venture.number !== own.number);
  page(res, 'ventures/merge-choose', {
    ...aboutVenture(own, voice.say),
    title: voice.say('ventures.merge.title'),
    action: `${ventureHref(own)}/merge`,
    doubles: presentDoubles(others, voice).map((double, index) =>
      Object.assign(double, {
        href: `${ventureHref(own)}/merge?with=${others[index]?.venture?.number}`,
      }),
    ),
    form,
    hasErrors: form.summary.length > 0,
  });
}

type Two = { own: VentureWithStays; other: VentureWithStays };

/** @param view of a form that was sent and refused; null for one that nobody has filled in */
async function mergePage(reads: Reads, res: Response, two: Two, view: FormView | null) {
  const { own, other } = two;
  const voice = frameOf(res);
  const found = await findMergeable(reads, own.id, other.id);
  const form = view ?? formView(voice.say, typedChoices(likelySame(found.before.Tenancy, own.id)));
  const choices = choicesOf(form.typed);
  const plan = planMerge(found, choices);
  const ids = [own.id, other.id];
  const moved = await movedTotals(reads, ids, { ownId: own.id, after: plan.after });
  const names = await namesOf(reads, found, moved, voice);
  const { before } = found;
  const obstacles = await obstaclesTo(reads, { ownId: own.id, otherId: other.id, before }, plan);
  page(res, 'ventures/merge', {
    ...aboutVenture(own, voice.say),
    ...sideHeads(own, other, voice.say),
    ...furtherChoices(found, names, voice),
    title: voice.say('ventures.merge.title'),
    action: `${ventureHref(own)}/merge`,
    swapHref: `${ventureHref(other)}/merge?with=${own.number}`,
    ownNumber: own.number,
    otherNumber: other.number,
    otherName: other.name,
    otherHref: ventureHref(other),
    profile: profileLines(found, voice),
    hanging: hangingLines(found, names, voice),
    moved: movedTables(moved, names, voice),
    obstacles: obstacles.map(({ key, values, href }) => ({ href, text: voice.say(key, values) })),
    sides: (['own', 'other'] as const).map((value) => ({
      value,
      label: voice.say(`ventures.merge.stays-${value}`, { number: two[value].number }),
    })),
    seen: markOfRecords(found),
    shown: markOfChoices(choices),
    form,
    hasErrors: form.summary.length > 0,
  });
}
