import { linesOfAKind, type TodaySource } from '../../people/today-lines.js';
import { pairsSection } from '../../ventures/doubles/today.js';
import { canSeeDoubles } from '../../ventures/permissions.js';
import { likelyPeople } from './likely-people.js';
import { presentPeoplePairs } from './present-people-pairs.js';

/** People who may be one, to be merged or told apart, the surest first. */
export const peopleDoublesToday: TodaySource = async ({ reads, viewer, voice }) => {
  if (!canSeeDoubles(viewer)) return null;
  const { say } = voice;
  const { pairs, total } = await likelyPeople(reads, viewer, 0);
  const lines = await presentPeoplePairs(reads, viewer, pairs.slice(0, linesOfAKind), voice);
  return pairsSection(say, {
    id: 'people-doubles',
    title: say('persons.doubles.page'),
    total,
    allHref: '/people/doubles',
    distinct: say('persons.doubles.distinct'),
    lines,
  });
};
