import { type Request, type Response, Router } from 'express';
import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { type Fault, Refusal, refuseIf, refuseTogether } from '../language/refusal.js';
import { actOnce } from '../people/act-once.js';
import { type Viewer, viewerOf } from '../people/viewer.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import { allow, found } from '../web/errors.js';
import { type FormView, formView, typedOf } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { page } from '../web/views.js';
import { newVentureFields } from './field-labels.js';
import { findDoubles } from './find-doubles.js';
import {
  blockCount,
  mostFounders,
  type NewVentureForm,
  newVentureForm,
  newVentureOf,
} from './forms.js';
import { likePeopleFault, likePeoplePanel } from './like-people-asked.js';
import { logVenture } from './log-venture.js';
import { parksToLogIn } from './park-choices.js';
import { canLogVentures } from './permissions.js';
import { doublesPanel, likenessAsked } from './present-doubles.js';
import { founderBlocks, profileOptions } from './present-form.js';
import { refuseTakenCodes } from './refuse-doubles.js';
import { parkName, ventureHref } from './residency-present.js';
import { settleVenture } from './settle-venture.js';

/** Logging a venture with its founders and, on the same form, settling it. */
export function logRoutes(deps: Deps): Router {
  const router = Router();
  router.get('/ventures/new', async (_req, res) => {
    allow(canLogVentures(viewerOf(res)));
    await newPage(deps, res, formView(sayTo(res), {}), 1);
  });
  router.post('/ventures/new', (req, res) => log(deps, req, res));
  // One more block to fill in, without script: nothing is written.
  router.post('/ventures/new/founders', async (req, res) => {
    allow(canLogVentures(viewerOf(res)));
    const blocks = Math.min(mostFounders, blockCount(req.body) + 1);
    await newPage(deps, res, formView(sayTo(res), typedOf(req.body)), blocks);
  });
  return router;
}

async function log(deps: Deps, req: Request, res: Response): Promise<void> {
  const viewer = viewerOf(res);
  allow(canLogVentures(viewer));
  const parks = await parksToLogIn(deps.db, viewer);
  const schema = newVentureForm(today(deps.clock.now()));
  const form = await actOnce(deps, req, res, schema, async (tx, by, value) => {
    const isOffered = parks.some((park) => park.id === value.parkId);
    const likely = [
      await likelyFault(tx, viewer, value),
      await likePeopleFault(tx, viewer, value.founders, value.anotherPerson),
    ];
    let address = '';
    await refuseTogether([
      () => refuseIf([!isOffered && { field: 'parkId', key: 'web.field.choose' }, ...likely]),
      () => refuseTakenCodes(tx, [value]),
      // What the verbs refuse, such as a day, is told with what is asked before them and refuses them all the same.
      async () => {
        const isHeldUp = likely.some((fault) => fault && fault.field === 'another');
        const answered = isHeldUp ? { ...value, another: heldUp } : value;
        if (isOffered) address = await logAndSettle(tx, by, answered);
      },
    ]);
    return address;
  });
  const founders = form.ok ? 0 : blockCount(form.typed);
  await answerForm(
    res,
    form,
    (say) => newVentureFields(say, founders),
    (view) => newPage(deps, res, view, founders),
  );
}

/** Stands for the answer that is still asked for, in a transaction that ends in asking for it. */
const heldUp = '—';

/** A likely one is shown before it is logged twice: whoever has looked says why it is another. */
async function likelyFault(tx: Tx, viewer: Viewer, form: NewVentureForm): Promise<Fault | false> {
  if (form.another !== null) return false;
  const doubles = await findDoubles(tx, viewer, likenessAsked(form));
  const isSame = doubles.some(({ reason }) => reason === 'same');
  return (
    doubles.length > 0 && {
      field: 'another',
      key: isSame ? 'ventures.same-name' : 'ventures.likely-double',
    }
  );
}

/** @returns the address of the new venture */
async function logAndSettle(tx: Tx, by: Actor, form: NewVentureForm): Promise<string> {
  const { parkId, settledOn } = form;
  const id = await logVenture(tx, by, newVentureOf(form, today(by.at)));
  if (settledOn !== null) {
    try {
      await settleVenture(tx, by, { ventureId: id, parkId, beganOn: settledOn });
    } catch (error) {
      throw error instanceof Refusal ? underOwnNames(error) : error;
    }
  }
  const [venture] = await rowsOf<{ number: string }>(
    tx,
    sql`SELECT "number" FROM "Venture" WHERE "id" = ${id}`,
  );
  return ventureHref(found(venture));
}

/** The verb's first day is this form's day of settling. */
const underOwnNames = ({ faults }: Refusal): Refusal =>
  new Refusal(
    faults.map((fault) => (fault.field === 'beganOn' ? { ...fault, field: 'settledOn' } : fault)),
  );

async function newPage(deps: Deps, res: Response, form: FormView, blocks: number): Promise<void> {
  const voice = frameOf(res);
  const { say, lang } = voice;
  const parks = await parksToLogIn(deps.db, viewerOf(res));
  const prefixes = Array.from({ length: blocks }, (_, index) => `founders.${index}.`);
  page(res, 'ventures/new', {
    title: say('ventures.list.log'),
    crumbs: [{ href: '/ventures', label: say('ventures.all') }],
    form,
    hasErrors: form.summary.length > 0,
    parks: parks.map((park) => ({
      value: String(park.id),
      label: `${park.number} ${parkName(park, lang)}`,
    })),
    // Who has one park is not asked which.
    blankPark: parks.length > 1 ? say('ventures.log.choose-park') : null,
    today: today(deps.clock.now()),
    ...profileOptions(say, form),
    ...(await doublesPanel(deps.db, viewerOf(res), form, voice)),
    ...(await likePeoplePanel(deps.db, viewerOf(res), form, voice, prefixes)),
    founders: founderBlocks(blocks, say),
    canAddFounder: blocks < mostFounders,
  });
}
