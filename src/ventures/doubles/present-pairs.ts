import type { Reads } from '../../database/database.js';
import { time } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import type { Viewer } from '../../people/viewer.js';
import { homeParkId, type Whereabouts } from '../../people/whereabouts.js';
import { canMerge } from '../merging/permissions.js';
import { likenessOf } from '../name-likeness.js';
import { canWriteInPark } from '../permissions.js';
import { parkName, ventureHref } from '../residency-present.js';
import type { Distinction } from './distinctions.js';
import type { LikelyPair, PairSide } from './likely-doubles.js';

type Park = { number: string; nameZh: string; nameEn: string; phone: string | null };
type Parks = Map<number, Park>;

/** Likely doubles as lines: who they are, by what they look like one, and what the viewer may do about it. */
export async function presentPairs(
  reads: Reads,
  viewer: Viewer,
  pairs: readonly LikelyPair[],
  voice: Voice,
) {
  const sides = pairs.flatMap(({ first, second }) => [first, second]);
  const stored = await reads.venture.findMany({
    where: { number: { in: sides.filter(({ isSeen }) => isSeen === 1).map((s) => s.number) } },
    select: { number: true, loggedParkId: true, residencies: true },
  });
  const venturesOf = new Map(stored.map((venture) => [venture.number, venture]));
  const parkIds = [...new Set(sides.map(({ parkId }) => parkId))];
  const parks = await parksOf(reads, parkIds);
  return pairs.map((pair) => {
    const both = [pair.first, pair.second].flatMap(({ number }) => venturesOf.get(number) ?? []);
    const { number } = pair.first;
    const other = pair.second.number;
    const name = `${number} ${pair.first.name}`;
    return {
      name,
      first: sideText(pair.first, parks, voice),
      second: sideText(pair.second, parks, voice),
      reasons: reasonsOf(pair, voice),
      mergeHref:
        both.length === 2 && canMerge(viewer, both)
          ? `/ventures/${number}/merge?with=${other}`
          : null,
      distinctHref:
        both.length === 2 && canTellApart(viewer, both)
          ? `/ventures/${number}/distinction?with=${other}`
          : null,
    };
  });
}

/** Who keeps the records of both tells them apart. */
export const canTellApart = (viewer: Viewer, ventures: readonly Whereabouts[]): boolean =>
  ventures.every((venture) => canWriteInPark(viewer, homeParkId(venture)));

/** Those that were told apart, as lines. */
export async function presentDistinctions(
  reads: Reads,
  viewer: Viewer,
  pairs: readonly Distinction[],
  voice: Voice,
) {
  const parks = await parksOf(
    reads,
    pairs.flatMap(({ first, second }) => [first, second].map(homeParkId)),
  );
  const side = (venture: Distinction['first']) =>
    sideText({ ...sideOf(venture), isSeen: 1 }, parks, voice);
  return pairs.map(({ id, first, second, reason, decidedAt, decidedBy }) => ({
    name: `${first.number} ${first.name}`,
    first: side(first),
    second: side(second),
    reason,
    by: decidedBy?.name ?? voice.say('history.system'),
    at: time(decidedAt, voice.lang),
    withdrawAction: canTellApart(viewer, [first, second])
      ? `/ventures/doubles/${id}/withdrawal`
      : null,
  }));
}

const sideOf = (venture: Distinction['first']) => ({
  number: venture.number,
  name: venture.name,
  parkId: homeParkId(venture),
});

async function parksOf(reads: Reads, ids: number[]): Promise<Parks> {
  const parks = await reads.park.findMany({ where: { id: { in: ids } } });
  return new Map(parks.map((park) => [park.id, park]));
}

/** A venture and its park; of one that the viewer does not see only the park to ask. */
function sideText({ number, name, parkId, isSeen }: PairSide, parks: Parks, { say, lang }: Voice) {
  const park = parks.get(parkId);
  const place = park ? `${park.number} ${parkName(park, lang)}` : '';
  if (isSeen === 1)
    return { href: ventureHref({ number }), name: `${number} ${name}`, park: place };
  const phone = park?.phone ?? null;
  const text =
    phone === null
      ? say('ventures.doubles.elsewhere-silent', { park: place })
      : say('ventures.doubles.elsewhere', { park: place, phone });
  return { href: null, name: null, park: text };
}

function reasonsOf({ first, second, ...by }: LikelyPair, { say, lang }: Voice): string {
  const likeness = by.bySound === 1 ? likenessOf(first.name, second.name) : null;
  const reasons = [
    likeness && say(`ventures.doubles.${likeness}`),
    by.byPhone === 1 && say('ventures.doubles.phone'),
    by.byFounder === 1 && say('ventures.doubles.founder'),
  ].filter(Boolean);
  return reasons.join(lang === 'zh' ? '；' : '; ');
}
