import { linesOfAKind, type TodaySource } from '../../people/today-lines.js';
import { canSeeDoubles } from '../permissions.js';
import { likelyPairs } from './likely-doubles.js';
import { presentPairs } from './present-pairs.js';

/** Ventures that may be one, to be merged or told apart, the surest first. */
export const doublesToday: TodaySource = async ({ reads, viewer, voice }) => {
  if (!canSeeDoubles(viewer)) return null;
  const { say } = voice;
  const { pairs, total } = await likelyPairs(reads, viewer, 0);
  const shown = pairs.slice(0, linesOfAKind);
  const lines = await presentPairs(reads, viewer, shown, voice);
  return {
    id: 'doubles',
    title: say('ventures.doubles.page'),
    total,
    lines: lines.map(({ first, second, reasons, mergeHref, distinctHref }) => ({
      href: '/ventures/doubles',
      title: [first, second].map(({ name, park }) => name ?? park).join(' ／ '),
      text: reasons,
      due: null,
      isOverdue: false,
      phone: null,
      acts: [
        ...(mergeHref ? [{ label: say('ventures.doubles.merge'), href: mergeHref }] : []),
        ...(distinctHref ? [{ label: say('ventures.doubles.distinct'), href: distinctHref }] : []),
      ],
    })),
    allHref: '/ventures/doubles',
  };
};
