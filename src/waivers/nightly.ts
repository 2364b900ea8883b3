import { addDays, today } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { currentCalendar } from '../calendar/stored-calendar.js';
import { type Db, transact } from '../database/database.js';
import { plainWord, wordOf, wordsOf } from '../policies/form-of.js';
import { rulesOf } from '../policies/parsed-rules.js';
import { bothSay, tellApplicant } from './announce-move.js';
import { endAskings } from './end-askings.js';
import { endPauses } from './end-pauses.js';
import { lapseCorrections } from './lapse-corrections.js';
import { dateCases, findUndated } from './redate-cases.js';
import { renewalOf } from './renewal.js';
import { tellLosses } from './tell-losses.js';
import { tellOverdue } from './tell-overdue.js';

/**
 * What the nightly run did: cases that lapsed, or went back to a desk without the paper, notices that went on without an answer, cases that
 * the office owes something, people told of what ends or becomes less, cases that had no days.
 */
export type Night = {
  lapsed: number;
  unanswered: number;
  wentOn: number;
  overdue: number;
  reminded: number;
  dated: number;
};

/** What time alone does to cases and waivers. It can run as often as one likes: whatever it did it does once. */
export async function runNight(db: Db, at: Date): Promise<Night> {
  const dated = await fillInDays(db, at);
  const lapsed = await lapseCorrections(db, at);
  const unanswered = await endAskings(db, at);
  const wentOn = await endPauses(db, at);
  const overdue = await tellOverdue(db, at);
  const reminded = (await tellEndings(db, at)) + (await tellLosses(db, at));
  return { lapsed, unanswered, wentOn, overdue, reminded, dated };
}

const before = [
  { days: 7, key: 'waivers.message.ends-7' },
  { days: 30, key: 'waivers.message.ends-30' },
] as const;

/** Tells whose waiver ends within 30 days, and again within 7, with whether it can be gone on with. */
async function tellEndings(db: Db, at: Date): Promise<number> {
  const on = today(at);
  const waivers = await db.waiver.findMany({
    where: { endedOn: null, termEndOn: { gt: on, lte: addDays(on, 30) } },
    include: { application: { include: { policyVersion: { select: { rules: true } } } } },
    orderBy: { id: 'asc' },
  });
  const hrefs = waivers.map(({ application }) => `/waivers/${application.number}`);
  const reminded = await db.outboxMessage.findMany({
    where: { key: { in: before.flatMap(({ key }) => wordsOf(key)) }, href: { in: hrefs } },
    select: { key: true, href: true },
  });
  const isTold = new Set(reminded.map(({ key, href }) => `${plainWord(key)} ${href}`));
  const due = waivers.flatMap((waiver) => {
    const { key } = before.find(({ days }) => waiver.termEndOn <= addDays(on, days)) ?? before[1];
    return isTold.has(`${key} /waivers/${waiver.application.number}`) ? [] : [{ waiver, key }];
  });
  for (const { waiver, key } of due) {
    const renewal = await renewalOf(db, waiver, on);
    const text = renewal.can
      ? bothSay('waivers.message.renew-can', { n: renewal.months })
      : bothSay(
          wordOf(
            rulesOf(waiver.application.policyVersion.rules),
            `waivers.message.renew-${renewal.why}`,
          ),
        );
    const day = { day: lastDayOf(waiver.termEndOn) };
    await transact(db, (tx) =>
      tellApplicant(tx, { accountId: null, at }, waiver.application, key, {
        waiver: waiver.number,
        day,
        renewal: text,
      }),
    );
  }
  return due.length;
}

/** Gives days to the cases that an earlier version of the system left without, none that has passed. */
async function fillInDays(db: Db, at: Date): Promise<number> {
  const found = await findUndated(db, await currentCalendar(db), today(at));
  if (found.length === 0) return 0;
  return transact(db, async (tx) => dateCases(tx, at, await currentCalendar(tx)));
}
