import type { Say } from '../../language/say.js';
import { linesOfAKind, type TodaySection, type TodaySource } from '../../people/today-lines.js';
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
  const distinct = say('ventures.doubles.distinct');
  return pairsSection(say, {
    id: 'doubles',
    title: say('ventures.doubles.page'),
    total,
    allHref: '/ventures/doubles',
    distinct,
    lines,
  });
};

type Side = { name: string | null; park: string };
type PairLine = {
  first: Side;
  second: Side;
  reasons: string;
  mergeHref: string | null;
  distinctHref: string | null;
};
type Pairs = Pick<TodaySection, 'id' | 'title' | 'total'> & {
  allHref: string;
  /** What telling two apart is called. */
  distinct: string;
  lines: PairLine[];
};

/** Pairs of ventures, or of people, on the page of the day. */
export const pairsSection = (
  say: Say,
  { id, title, total, allHref, distinct, lines }: Pairs,
): TodaySection => ({
  id,
  title,
  total,
  lines: lines.map(({ first, second, reasons, mergeHref, distinctHref }) => ({
    href: allHref,
    title: [first, second].map(({ name, park }) => name ?? park).join(' ／ '),
    text: reasons,
    due: null,
    isOverdue: false,
    phone: null,
    acts: [
      ...(mergeHref ? [{ label: say('ventures.doubles.merge'), href: mergeHref }] : []),
      ...(distinctHref ? [{ label: distinct, href: distinctHref }] : []),
    ],
  })),
  allHref,
});
