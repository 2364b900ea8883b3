import type { Day } from '../calendar/days.js';
import { shownDay } from '../calendar/shown-day.js';
import type { WorkCalendar } from '../calendar/working-days.js';
import type { Tx } from '../database/database.js';
import type { Objection } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { makeSay } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { announceAll } from '../outbox/announce.js';
import type { MessageKey, MessageValues } from '../outbox/values.js';
import { daysWorth } from './announce-move.js';

/** What of an objection is needed to tell its objector. */
type Told = Pick<Objection, 'number' | 'phone' | 'provenAt' | 'lang'>;

/**
 * Tells those whose phones were proven, each in the language in which the objection was made. Who objected without a name
 * follows it by number and code.
 */
async function tellObjectors(
  tx: Tx,
  by: Actor,
  objections: Told[],
  { key, values }: { key: MessageKey; values: MessageValues },
): Promise<void> {
  const proven = objections.filter(({ provenAt, phone }) => provenAt !== null && phone !== '');
  const told = proven.map(({ number: objection, phone, lang }) => ({
    phone,
    key,
    values: { ...values, objection },
    lang: lang as Lang,
    href: '/track/objections',
    expiresAt: new Date(by.at.getTime() + daysWorth * 86_400_000),
  }));
  await announceAll(tx, by, told);
}

type OfCase = { number: string };

/** Tells of an objection that was received how it is followed, and by when it is answered. */
export function tellReceived(
  tx: Tx,
  at: Date,
  { number }: OfCase,
  filed: Told & { checkCode: string; term: Day; calendar: WorkCalendar },
): Promise<void> {
  const said = (lang: 'zh' | 'en') =>
    shownDay(filed.calendar, filed.term, { say: makeSay(lang), lang });
  const by = { zh: said('zh'), en: said('en') };
  return tellObjectors(tx, { accountId: null, at }, [filed], {
    key: 'waivers.message.objection-received',
    values: { number, check: filed.checkCode, by },
  });
}

/** Tells of the answer. */
export const tellAnswered = (
  tx: Tx,
  by: Actor,
  { number }: OfCase,
  {
    objections,
    state,
    answer,
  }: { objections: Told[]; state: 'dismissed' | 'upheld'; answer: string },
): Promise<void> =>
  tellObjectors(tx, by, objections, {
    key: `waivers.message.objection-${state}`,
    values: { number, answer },
  });

/** Tells of what was not answered in its term that the notice goes on, and that nothing is granted before the answer. */
export const tellUnanswered = (
  tx: Tx,
  by: Actor,
  { number }: OfCase,
  objections: Told[],
): Promise<void> =>
  tellObjectors(tx, by, objections, { key: 'waivers.message.objection-late', values: { number } });

/** Tells of what was still to be answered that the applicant has withdrawn the case: nothing is left to look into. */
export async function tellWithdrawn(
  tx: Tx,
  by: Actor,
  { id: applicationId, number }: OfCase & { id: number },
): Promise<void> {
  const where = { applicationId, state: 'open' };
  const objections = await tx.objection.findMany({ where, orderBy: { id: 'asc' } });
  await tellObjectors(tx, by, objections, {
    key: 'waivers.message.objection-ended',
    values: { number },
  });
}
