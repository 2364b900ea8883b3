import type { Request } from 'express';
import type { Day } from '../../calendar/days.js';
import { eligibilityAnswers } from '../../eligibility/facts-of-answers.js';
import { Answers } from '../answers.js';

/**
 * What this browser answered in the public check, as far as it can stand in an application: a benefit without a name
 * and premises without an address cannot, and are asked again.
 */
export function checkedAnswers(req: Request, on: Day): Partial<Answers> {
  const answers = eligibilityAnswers(req, on);
  const { categories, graduatedOn, registeredOn, tradingSince, otherBenefits } = answers;
  const graduate = { category: 'graduate', since: graduatedOn } as const;
  const all = categories && [...categories, ...(graduatedOn ? [graduate] : [])];
  const prefilled: Record<string, unknown> = {
    ...(all ? { categories: all, graduatedOn: graduatedOn ?? null } : {}),
    ...(registeredOn === undefined ? {} : { registeredOn: registeredOn ?? 'not-yet' }),
    ...(tradingSince === undefined ? {} : { tradingSince: tradingSince ?? 'not-yet' }),
    ...(otherBenefits?.length === 0 ? { otherBenefits } : {}),
  };
  const zodObject = Answers.partial();
  const valid = Object.entries(prefilled).filter(
    ([name, value]) => zodObject.safeParse({ [name]: value }).success,
  );
  return Object.fromEntries(valid) as Partial<Answers>;
}
