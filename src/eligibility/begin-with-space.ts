import type { Request, Response } from 'express';
import { z } from 'zod';
import { today } from '../calendar/days.js';
import { type FreeSpace, freeSpace } from '../parks/free-space-queries.js';
import type { Deps } from '../web/deps.js';
import { found } from '../web/errors.js';
import { text } from '../web/fields.js';
import { readForm } from '../web/forms.js';
import { leadOn } from '../web/lead-on.js';
import { keepAnswers, readAnswers } from './answer-cookie.js';
import type { Answers } from './answers.js';
import { onward, stateOf, withAnswers } from './state.js';

const BeginForm = z.object({ space: text(12) });

/** Begins the check from a free space: its area and rent are answered by it. @throws NotFound where it is not free */
export async function beginWithSpace(deps: Deps, req: Request, res: Response): Promise<void> {
  const form = readForm(BeginForm, req.body);
  const number = form.ok ? form.value.space : '';
  const space = found(await freeSpace(deps.db, today(deps.clock.now()), number));
  const answers = answersOfSpace(readAnswers(req), space);
  if (!keepAnswers(res, answers, deps.config.secureCookies)) return leadOn(res, '/eligibility');
  const { context } = await stateOf(deps, req, res);
  leadOn(res, onward(withAnswers(Object.assign({}, context, { answers }))));
}

/** What was answered, with the premises of a space; a lease of it has not been signed. */
function answersOfSpace({ lease: _, rent: __, ...answers }: Answers, space: FreeSpace): Answers {
  const { number, area, marketRent } = space;
  const own: Answers = { premises: 'park-space', space: number, area };
  own.rent = marketRent;
  own.lease = null;
  return Object.assign(answers, own);
}
