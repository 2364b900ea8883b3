import { addMonths, type Day, monthOf } from '../calendar/days.js';
import { presentPhone } from '../input/present-phone.js';
import { day, month, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { type GivenTo, givenInPremises } from '../policies/given-in-premises.js';
import { someRent } from '../policies/nothing-due.js';
import { categoryText } from '../policies/present-kinds.js';
import { presentRates } from '../policies/present-rates.js';
import { presentSchedule } from '../policies/present-schedule.js';
import { remainingInAll } from '../policies/remaining.js';
import { isOfRent } from '../policies/rules.js';
import type { IssuedVersion } from '../policies/versions.js';
import type { FreeSpace } from './free-space-queries.js';
import { namesOf } from './present.js';
import { presentFreeSpace } from './present-spaces.js';
import type { ParkRow } from './queries.js';

/** The market rent in words. */
export const marketRentText = (fen: number | null, { say, lang }: Voice): string =>
  fen === null
    ? say('parks.free.rent-unknown')
    : say('parks.free.rent-month', { yuan: yuan(fen, lang) });

/** A line of the public list. */
export function presentListed(space: FreeSpace, park: ParkRow, voice: Voice) {
  return {
    ...presentFreeSpace(space, park, voice),
    href: `/spaces/${space.number}`,
    park: namesOf(park, voice.lang).name,
    rent: marketRentText(space.marketRent, voice),
  };
}

/** The facts of a free space that anyone may see. */
export function presentFacts(space: FreeSpace, park: ParkRow, voice: Voice) {
  const { say, lang } = voice;
  const { kind, place, area } = presentFreeSpace(space, park, voice);
  const directions = space.directions || say('parks.free.directions-none');
  return {
    facts: [
      {
        label: say('parks.free.park'),
        value: namesOf(park, lang).name,
        href: `/parks/${park.number}`,
      },
      { label: say('parks.space.kind'), value: kind },
      { label: say('parks.space.area'), value: area },
      { label: say('parks.space.place'), value: place },
      { label: say('parks.space.address'), value: space.address },
      { label: say('parks.free.directions'), value: directions },
      { label: say('parks.space.rent'), value: marketRentText(space.marketRent, voice) },
    ],
    letFrom: space.letFrom && say('parks.free.let-from', { day: day(space.letFrom, lang) }),
    phone: presentPhone(park.phone),
    call: say('parks.free.call', { park: namesOf(park, lang).name }),
  };
}

/** What each policy gives here, for whom, and what remains to be paid, month by month. */
export function presentPays(
  { area, marketRent }: FreeSpace,
  versions: IssuedVersion[],
  { on, voice }: { on: Day; voice: Voice },
) {
  const { say, lang } = voice;
  const lead =
    marketRent === null
      ? say('parks.free.pays-unknown')
      : marketRent === 0
        ? say('parks.free.no-rent')
        : say('parks.free.pays-lead', { month: month(addMonths(monthOf(on), 1), lang) });
  return {
    lead,
    policies: versions
      .filter(({ rules }) => isOfRent(rules))
      .map((version) => {
        // Where no rent is known or due, a rent all the same: without one all outcomes are nothing, and alike.
        const given = givenInPremises(version, { area, rent: marketRent || someRent }, on);
        return {
          name: version.rules.name[lang],
          summary: version.rules.summary[lang],
          href: `/policies/${version.code}?version=${version.number}`,
          groups: given.map((each) => presentGiven(each, given, version, marketRent, voice)),
        };
      }),
  };
}

function presentGiven(
  { categories, facts, assessment, further }: GivenTo,
  all: GivenTo[],
  { rules }: IssuedVersion,
  marketRent: number | null,
  voice: Voice,
) {
  const { say, lang } = voice;
  const others = all.length > 1 ? 'parks.free.others' : 'parks.free.everyone';
  const { schedule } = assessment;
  const sums = remainingInAll(schedule);
  const isPriced = marketRent !== null && marketRent > 0 && schedule.total > 0;
  return {
    whom:
      categories.length === 0
        ? say(others)
        : say('parks.free.for', {
            categories: categories
              .map((test) => categoryText(test, voice))
              .join(lang === 'zh' ? '、' : '; '),
          }),
    further: further.map(({ text }) => say('parks.free.further', { text: text[lang] })),
    rates: isPriced ? [] : presentRates(rules, facts, voice),
    rows: isPriced ? presentSchedule(schedule, { facts, rules }, voice) : [],
    rent: yuan(sums.rent, lang),
    given: yuan(sums.given, lang),
    remains: yuan(sums.remains, lang),
    after: isPriced ? say('parks.free.then-all', { yuan: yuan(marketRent, lang) }) : null,
  };
}
