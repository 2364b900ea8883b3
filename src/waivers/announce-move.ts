import type { Day } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { shownDay } from '../calendar/shown-day.js';
import type { WorkCalendar } from '../calendar/working-days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { yuan } from '../language/format.js';
import { makeSay, type WordKey, type WordValues } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { type Announcement, announce } from '../outbox/announce.js';
import type { MessageValues } from '../outbox/values.js';
import { messageOf, wordOf } from '../policies/form-of.js';
import { rulesOf } from '../policies/parsed-rules.js';
import type { PolicyRules } from '../policies/rules.js';
import type { MoveName } from './states.js';

/** A case as its messages name it. */
export type ToldCase = {
  number: string;
  personId: number;
  policyVersion: { rules: unknown };
};

/** What is not given, or is taken back; in fen. */
export type Sum = { refused: number } | { taken: number };

/** Of a move: its reason and note, and the days that the case has now. */
export type ToldMove = {
  move: MoveName;
  reason: string;
  note: string;
  /** What the move refuses or takes back; null where it does neither. */
  sum: Sum | null;
  dueOn: Day | null;
  determineBy: Day | null;
  noticeTo: Day | null;
  /** The last day on which reconsideration can be asked. */
  reconsiderBy: Day | null;
  calendar: WorkCalendar;
};

/** A message of longer ago is no longer sent. */
export const daysWorth = 30;
type Text = { zh: string; en: string };
const nothing: Text = { zh: '', en: '' };

/** A part of a message in both languages. */
export const bothSay = (key: WordKey, values: WordValues = {}): Text => ({
  zh: makeSay('zh')(key, values),
  en: makeSay('en')(key, values),
});

/** Two parts of a message, one after the other. */
export const joined = (first: Text, then: Text): Text => ({
  zh: `${first.zh}${then.zh}`,
  en: `${first.en}${then.en}`,
});

/** A part of a message that names a last day, marked where it is provisional; nothing where there is none. */
export function byDay(key: WordKey, on: Day | null, calendar: WorkCalendar): Text {
  if (on === null) return nothing;
  const said = (lang: 'zh' | 'en') => {
    const say = makeSay(lang);
    return say(key, { day: shownDay(calendar, on, { say, lang }) });
  };
  return { zh: said('zh'), en: said('en') };
}

/** Tells the applicant of something about the own case. A message of long ago is no longer sent. */
export async function tellApplicant(
  tx: Tx,
  by: Actor,
  application: ToldCase,
  key: Announcement['key'],
  values: MessageValues = {},
): Promise<void> {
  const rules = rulesOf(application.policyVersion.rules);
  await announce(tx, by, {
    personId: application.personId,
    key: messageOf(rules, key),
    href: `/waivers/${application.number}`,
    values: { number: application.number, policy: rules.name, ...values },
    expiresAt: new Date(by.at.getTime() + daysWorth * 86_400_000),
  });
}

const reasonOf = (reason: string): Text =>
  reason === '' ? nothing : bothSay(`waivers.reason.${reason}` as WordKey);
const saidOf = (note: string): Text =>
  note === '' ? nothing : bothSay('waivers.message.said', { note });
/** The sum of it as a part of a message, as the policy has it; nothing where there is none. */
export function sumOf(sum: Sum | null, rules: PolicyRules): Text {
  if (sum === null) return nothing;
  const [key, fen] =
    'taken' in sum
      ? (['waivers.message.sum-taken', sum.taken] as const)
      : (['waivers.message.sum-refused', sum.refused] as const);
  const said = (lang: Lang) => makeSay(lang)(wordOf(rules, key), { yuan: yuan(fen, lang) });
  return fen === 0 ? nothing : { zh: said('zh'), en: said('en') };
}
export const untilOf = (noticeTo: Day | null, calendar: WorkCalendar): Text =>
  byDay('waivers.message.until', noticeTo && lastDayOf(noticeTo), calendar);

type OfCase = ToldMove & { rules: PolicyRules };

/** The moves that their applicant is told of, with what stands in the message. */
const messageValues: Partial<Record<MoveName, (of: OfCase) => MessageValues>> = {
  submit: (of) => ({ by: byDay('waivers.message.accepted-by', of.dueOn, of.calendar) }),
  resubmit: (of) => ({ by: byDay('waivers.message.accepted-by', of.dueOn, of.calendar) }),
  return: ({ dueOn, note, calendar }) => ({
    by: byDay('waivers.message.by', dueOn, calendar),
    said: saidOf(note),
  }),
  lapse: ({ sum, rules }) => ({ sum: sumOf(sum, rules) }),
  decline: (of) => answerable(of),
  'ask-park': (of) => asking(of),
  'ask-county': (of) => asking(of),
  'ask-bureau': (of) => asking(of),
  supply: (of) => ({ by: byDay('waivers.message.decided-by', of.determineBy, of.calendar) }),
  'end-asking': (of) => ({ by: byDay('waivers.message.decided-by', of.determineBy, of.calendar) }),
  accept: (of) => ({ by: byDay('waivers.message.decided-by', of.determineBy, of.calendar) }),
  approve: ({ noticeTo, calendar }) => ({ until: untilOf(noticeTo, calendar) }),
  overturn: ({ noticeTo, calendar }) => ({ until: untilOf(noticeTo, calendar) }),
  refuse: (of) => reconsiderable(of),
  revoke: (of) => reconsiderable(of),
  uphold: (of) => Object.assign(answerable(of), { said: joined(saidOf(of.note), otherBy(of)) }),
  restore: (of) => ({ said: joined(saidOf(of.note), otherBy(of)) }),
  reopen: (of) => ({ by: byDay('waivers.message.decided-by', of.determineBy, of.calendar) }),
  withdraw: () => ({}),
  reconsider: (of) => ({ by: byDay('waivers.message.decided-by', of.dueOn, of.calendar) }),
};
/** By when what waited for a decision can be reconsidered. */
const otherBy = ({ reconsiderBy, calendar }: ToldMove): Text =>
  byDay('waivers.message.other-by', reconsiderBy, calendar);
const asking = ({ dueOn, note, calendar }: ToldMove) => ({
  by: byDay('waivers.message.by', dueOn, calendar),
  said: saidOf(note),
});
const answerable = ({ reason, note, sum, rules }: OfCase) => ({
  reason: reasonOf(reason),
  said: saidOf(note),
  sum: sumOf(sum, rules),
});
const reconsiderable = ({ reason, note, sum, rules, reconsiderBy, calendar }: OfCase) => ({
  sum: sumOf(sum, rules),
  reason: reasonOf(reason),
  said: saidOf(note),
  by: byDay('waivers.message.by', reconsiderBy, calendar),
});

/**
 * Tells the applicant of a move in the own case, where it concerns the applicant: who passes it to whom inside does
 * not. A grant is told with its amount, when there is one.
 */
export async function announceMove(
  tx: Tx,
  by: Actor,
  application: ToldCase,
  of: ToldMove,
): Promise<void> {
  const values = messageValues[of.move];
  if (!values) return;
  await tellApplicant(
    tx,
    by,
    application,
    `waivers.message.${of.move}` as Announcement['key'],
    values({ ...of, rules: rulesOf(application.policyVersion.rules) }),
  );
}
