import { addDays, type Day } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { day } from '../language/format.js';
import { makeSay, type WordKey, type WordValues } from '../language/say.js';
import { type Announcement, announce } from '../outbox/announce.js';
import type { MessageValues } from '../outbox/values.js';
import { rulesOf } from '../policies/kept-rules.js';
import type { MoveName } from './states.js';

/** A case as its messages name it. */
export type ToldCase = {
  number: string;
  personId: number;
  policyVersion: { rules: unknown };
};

/** Of a move: its reason and note, and the days that the case has now. */
export type ToldMove = {
  move: MoveName;
  reason: string;
  note: string;
  dueOn: Day | null;
  determineBy: Day | null;
  noticeTo: Day | null;
  /** The last day on which reconsideration can be asked. */
  reconsiderBy: Day | null;
};

const daysWorth = 30;
type Text = { zh: string; en: string };
const nothing: Text = { zh: '', en: '' };

/** A part of a message in both languages; nothing where a day that it needs is not known. */
export function bothSay(key: WordKey, values: WordValues = {}, on: Day | null = null): Text {
  const said = (lang: 'zh' | 'en') =>
    makeSay(lang)(key, on === null ? values : { ...values, day: day(on, lang) });
  return { zh: said('zh'), en: said('en') };
}
const byDay = (key: WordKey, on: Day | null): Text =>
  on === null ? nothing : bothSay(key, {}, on);

/** Tells the applicant of something about the own case. A message of long ago is no longer sent. */
export async function tellApplicant(
  tx: Tx,
  by: Actor,
  one: ToldCase,
  key: Announcement['key'],
  values: MessageValues = {},
): Promise<void> {
  const policy = rulesOf(one.policyVersion.rules).name;
  await announce(tx, by, {
    personId: one.personId,
    key,
    href: `/waivers/${one.number}`,
    values: { number: one.number, policy, ...values },
    expiresAt: new Date(by.at.getTime() + daysWorth * 86_400_000),
  });
}

const reasonOf = (reason: string): Text =>
  reason === '' ? nothing : bothSay(`waivers.reason.${reason}` as WordKey);
const saidOf = (note: string): Text =>
  note === '' ? nothing : bothSay('waivers.message.said', { note });
const untilOf = (noticeTo: Day | null): Text =>
  byDay('waivers.message.until', noticeTo && addDays(noticeTo, -1));

/** The moves that their applicant is told of, with what stands in the message. */
const told: Partial<Record<MoveName, (of: ToldMove) => MessageValues>> = {
  submit: ({ dueOn }) => ({ by: byDay('waivers.message.accepted-by', dueOn) }),
  resubmit: ({ dueOn }) => ({ by: byDay('waivers.message.accepted-by', dueOn) }),
  return: ({ dueOn, note }) => ({ by: byDay('waivers.message.by', dueOn), said: saidOf(note) }),
  lapse: () => ({}),
  accept: ({ determineBy }) => ({ by: byDay('waivers.message.decided-by', determineBy) }),
  approve: ({ noticeTo }) => ({ until: untilOf(noticeTo) }),
  overturn: ({ noticeTo }) => ({ until: untilOf(noticeTo) }),
  refuse: (of) => ({ ...answerable(of), by: byDay('waivers.message.by', of.reconsiderBy) }),
  revoke: (of) => ({ ...answerable(of), by: byDay('waivers.message.by', of.reconsiderBy) }),
  uphold: (of) => answerable(of),
  restore: ({ note }) => ({ said: saidOf(note) }),
  reopen: ({ determineBy }) => ({ by: byDay('waivers.message.decided-by', determineBy) }),
  withdraw: () => ({}),
  reconsider: ({ dueOn }) => ({ by: byDay('waivers.message.decided-by', dueOn) }),
};
const answerable = ({ reason, note }: ToldMove) => ({
  reason: reasonOf(reason),
  said: saidOf(note),
});

/**
 * Tells the applicant of a move in the own case, where it concerns the applicant: who passes it to whom inside does
 * not. A grant is told with its amount, when there is one.
 */
export async function announceMove(tx: Tx, by: Actor, one: ToldCase, of: ToldMove): Promise<void> {
  const values = told[of.move];
  if (!values) return;
  await tellApplicant(tx, by, one, `waivers.message.${of.move}` as Announcement['key'], values(of));
}
