import { addDays, today as dayOf } from '../../calendar/days.js';
import { lastDayOf } from '../../calendar/last-day.js';
import { day } from '../../language/format.js';
import type { FounderCategory } from '../../people/categories.js';
import type { TodayLine, TodaySource } from '../../people/today-lines.js';
import { voiceOf } from '../../policies/form-of.js';
import { isInSums } from '../../policies/in-sums.js';
import { rulesOf } from '../../policies/parsed-rules.js';
import { daysAhead } from '../tell-losses.js';
import { lossesOf, lossText } from './losses.js';

const known = { due: null, isOverdue: false, phone: null };

/** What a founder loses within sixty days: less is waived from a month on, a waiver ends, a category does. */
export const ownLossesToday: TodaySource = async ({ reads, viewer, now, voice }) => {
  const { personId } = viewer;
  if (viewer.role !== 'founder' || personId === null) return null;
  const { say, lang } = voice;
  const on = dayOf(now);
  const until = addDays(on, daysAhead);
  const waivers = await reads.waiver.findMany({
    where: { personId, endedOn: null, termEndOn: { gt: on } },
    include: {
      months: true,
      application: { select: { number: true, policyVersion: { select: { rules: true } } } },
    },
    orderBy: { id: 'asc' },
  });
  const categories = await reads.personCategory.findMany({
    where: { personId, endedOn: { gt: on, lte: until } },
    orderBy: { endedOn: 'asc' },
  });
  const lines = [
    ...waivers.flatMap((waiver) => {
      const { number, policyVersion } = waiver.application;
      const rules = rulesOf(policyVersion.rules);
      const href = `/waivers/${number}`;
      const acts = [{ label: say('waivers.losses.look'), href }];
      const losses = lossesOf(waiver, { on, until, isInSums: isInSums(rules) });
      return losses.map((loss): TodayLine => {
        const text = lossText(loss, voiceOf(rules, voice));
        return { ...known, href, title: waiver.number, text, acts };
      });
    }),
    ...categories.flatMap(({ category, endedOn }): TodayLine[] => {
      if (endedOn === null) return [];
      const name = say(`ventures.category.${category as FounderCategory}`);
      const text = say('waivers.loss.category', { day: day(lastDayOf(endedOn), lang) });
      const acts = [{ label: say('waivers.losses.apply'), href: '/waivers/new' }];
      return [{ ...known, href: '/people/me', title: name, text, acts }];
    }),
  ];
  if (lines.length === 0) return null;
  const title = say('waivers.losses.title');
  return { id: 'own-losses', title, total: lines.length, lines, allHref: null };
};
