import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { time } from '../../language/format.js';
import { Conflict } from '../../language/refusal.js';
import { actOnce } from '../../people/act-once.js';
import { viewerOf } from '../../people/viewer.js';
import { speakOf } from '../../policies/form-of.js';
import type { Deps } from '../../web/deps.js';
import { allow, found } from '../../web/errors.js';
import { wholeNumber } from '../../web/fields.js';
import type { FormResult, FormView } from '../../web/forms.js';
import { frameOf } from '../../web/frame.js';
import { type LocalsOf, page, type ViewName } from '../../web/views.js';
import { type CaseFile, findCase } from '../find-case.js';
import { stateTag } from '../next-step.js';
import type { SeenCase } from '../open-case.js';
import { canReadInside, sitsAt } from '../permissions.js';
import { recusalFault } from '../recusal.js';
import { type MoveName, moves, needsDistance } from '../states.js';
import { moveText } from './present-steps.js';

/** The case of the address, for those who review it. @throws NotFound, or Forbidden for who only applies in it */
export async function caseToReview(
  { db }: Pick<Deps, 'db'>,
  req: Request,
  res: Response,
): Promise<CaseFile> {
  const viewer = viewerOf(res);
  const application = found(await findCase(db, viewer, String(req.params.number)));
  allow(canReadInside(viewer, application));
  speakOf(res, application.rules);
  return application;
}

/** Refuses who does not sit at the desk of a move, wherever the case stands by now. */
export function allowDesk(res: Response, application: CaseFile, ...any: MoveName[]): void {
  const viewer = viewerOf(res);
  allow(
    any.some((move) => sitsAt(viewer, application, moves[move].by)),
    'waivers.not-your-desk',
  );
}

/**
 * For the page of a move.
 * @throws Conflict that says what happened where it cannot be made any more; Forbidden for who has to step aside
 */
export async function expectOpen(
  deps: Pick<Deps, 'db'>,
  res: Response,
  application: CaseFile,
  ...any: MoveName[]
): Promise<void> {
  allowDesk(res, application, ...any);
  const isOpen = any.some((move) =>
    (moves[move].from as readonly string[]).includes(application.state),
  );
  if (!isOpen) throw await whatHappened(deps, res, application.number);
  if (!any.every(needsDistance)) return;
  const fault = await recusalFault(deps.db, viewerOf(res), application);
  allow(fault === null, fault?.key ?? null);
}

/** Every form of a case tells which version of it its page showed. */
export const seenVersion = { version: wholeNumber(1, 1_000_000_000) };
type WithVersion = z.ZodType<{ version: number }>;

/**
 * Acts on a case by a form, once. @param act may return where to go; else it is the page of the case
 * @throws Conflict that tells who did what meanwhile
 */
export async function actOnCase<S extends WithVersion>(
  deps: Deps,
  req: Request,
  res: Response,
  row: { id: number; number: string },
  schema: S,
  act: (tx: Tx, by: Actor, seen: SeenCase, form: z.output<S>) => Promise<unknown>,
): Promise<FormResult<string>> {
  try {
    return await actOnce(deps, req, res, schema, async (tx, by, form) => {
      await act(tx, by, { id: row.id, version: form.version }, form);
      return `/waivers/${row.number}`;
    });
  } catch (error) {
    const isLost =
      error instanceof Conflict &&
      ['waivers.moved-meanwhile', 'waivers.claimed'].includes(error.key);
    throw isLost ? await whatHappened(deps, res, row.number) : error;
  }
}

/** What was done to a case last, where it stands and who has it: for who came second. */
export async function whatHappened(
  { db }: Pick<Deps, 'db'>,
  res: Response,
  number: string,
): Promise<Conflict> {
  const voice = frameOf(res);
  const application = await db.waiverApplication.findUniqueOrThrow({
    where: { number },
    include: {
      claimedBy: true,
      steps: { include: { by: true }, orderBy: { id: 'desc' }, take: 1 },
    },
  });
  const [last] = application.steps;
  const nobody = voice.say('history.system');
  const values = {
    number,
    state: stateTag(application.state, voice).label,
    what: last ? moveText(last.move, voice) : '',
    when: last ? time(last.at, voice.lang) : '',
    who: last?.by?.name ?? nobody,
    holder: application.claimedBy?.name ?? voice.say('waivers.review.claim.nobody'),
  };
  return new Conflict('waivers.review.happened', values);
}

/** The views of what can be done on a case. */
type CaseView = ViewName extends infer View
  ? View extends `waivers/${infer Name}`
    ? Name
    : never
  : never;
/** What each of them is given here. */
type Given = 'back' | 'over' | 'crumbs' | 'form' | 'hasErrors' | 'seen';
type OfItself<V extends CaseView> = Omit<LocalsOf<`waivers/${V}`>, Given>;

/**
 * The page of something that can be done on a case.
 * @param about its view and title, the version of the case that it is about, where it is another, and all else that the view reads
 */
export function casePage<V extends CaseView>(
  res: Response,
  application: CaseFile,
  form: FormView,
  {
    view,
    title,
    version = application.version,
    ...more
  }: { view: V; title: string; version?: number } & OfItself<V>,
): void {
  const back = `/waivers/${application.number}`;
  const typed = form.typed.version;
  const shown = {
    title,
    back,
    over: `${application.number} · ${application.venture.name}`,
    crumbs: [
      { href: '/waivers/queue', label: frameOf(res).say('waivers.queue.title') },
      { href: back, label: application.number },
    ],
    form,
    hasErrors: form.summary.length > 0,
    ...more,
    // Sent again after a refusal it is still about the version that its page was made for.
    seen: typeof typed === 'string' ? typed : String(version),
  };
  // Its name and what is given here make up what the view reads, which the compiler does not put together again.
  const name = `waivers/${view}` as ViewName;
  page(res, name, shown as unknown as LocalsOf<ViewName>);
}
