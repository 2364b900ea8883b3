import type { Request, Response } from 'express';
import type { z } from 'zod';
import { today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { actOnce } from '../people/act-once.js';
import { answerForm } from '../web/answer-form.js';
import type { Deps } from '../web/deps.js';
import type { Sent } from '../web/form-body.js';
import { type FormView, formView, type Labels, typedOf } from '../web/forms.js';
import { frameOf, sayTo } from '../web/frame.js';
import { leadOn } from '../web/lead-on.js';
import { page } from '../web/views.js';
import { presentTaken } from './present-taken.js';
import { keyOfTaken, markBefore, type TakenBack, TakesUnseen, takenSince } from './taken-back.js';

export type SeenAct<S extends z.ZodType> = {
  schema: S;
  /** What the act is called, for the page that shows what it takes back. */
  title: string;
  /** What stands above every page about the venture. */
  about: { over: string; crumbs: { href: string; label: string }[]; back: string };
  labels: Labels;
  act: (tx: Tx, by: Actor, form: z.output<S>) => Promise<string>;
  showAgain: (form: FormView) => void | Promise<void>;
};

/**
 * Acts once on a form, as `actOnce` does, and answers it. Where the act ends waivers, it is done only by who was shown
 * month by month what that takes back: it is tried, undone, and what it wrote is shown for a second press. Where something
 * else is taken back by then, it is shown again.
 */
export async function actOnceSeen<S extends z.ZodType>(
  deps: Deps,
  req: Request,
  res: Response,
  act: SeenAct<S>,
): Promise<void> {
  const sent: Sent = req.body ?? {};
  if (sent._change !== undefined) return act.showAgain(formView(sayTo(res), typedOf(sent)));
  try {
    const form = await actOnce(deps, req, res, act.schema, async (tx, by, input) => {
      const mark = await markBefore(tx);
      const href = await act.act(tx, by, input);
      const taken = await takenSince(tx, mark);
      if (taken.length > 0 && sent._seen !== keyOfTaken(taken)) throw new TakesUnseen(taken);
      return href;
    });
    if (form.ok) return leadOn(res, form.value, 'unchanged');
    await answerForm(res, form, act.labels, act.showAgain);
  } catch (error) {
    if (!(error instanceof TakesUnseen)) throw error;
    takenPage(deps, req, res, act, error.taken);
  }
}

function takenPage(
  { clock }: Deps,
  req: Request,
  res: Response,
  { title, about }: Pick<SeenAct<z.ZodType>, 'title' | 'about'>,
  taken: TakenBack[],
): void {
  const { say, lang } = frameOf(res);
  page(res, 'ventures/taken-back', {
    ...about,
    title,
    lead: say('ventures.taken.lead'),
    waivers: taken.map((waiver) => presentTaken(waiver, today(clock.now()), { say, lang })),
    sent: fieldsOf(typedOf(req.body ?? {})),
    seen: keyOfTaken(taken),
    action: req.path,
  });
}

/** The fields of a form once more, those with several values one by one. */
const fieldsOf = (typed: Record<string, string | string[]>) =>
  Object.entries(typed).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((item) => ({ name, value: item })),
  );
