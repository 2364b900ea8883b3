import type { Day } from '../calendar/days.js';
import { presentPhone } from '../input/present-phone.js';
import { day, number } from '../language/format.js';
import type { Say, Voice } from '../language/say.js';
import type { Lang } from '../language/words.js';
import type { Levels } from '../ledger/totals.js';
import { markOf } from './map.js';
import { islandName } from './place-names.js';
import { countVillages, type Premises, sumPremises, type VillagePremises } from './premises.js';
import type { ParkRow } from './queries.js';
import { type SpaceState, type StateCounts, spaceStates } from './space-states.js';

export type Option = { value: string; label: string };

/** A space's state in words. */
export const stateText = (state: SpaceState, say: Say): string => say(`parks.state.${state}`);

/** The states in their order, each with how many spaces are in it. */
export const stateCells = (states: StateCounts, say: Say) =>
  spaceStates.map((state) => ({ label: stateText(state, say), n: states[state] }));

/** A park's texts in one language. */
export function namesOf(park: ParkRow, lang: Lang) {
  const zh = lang === 'zh';
  return {
    name: zh ? park.nameZh : park.nameEn,
    island: zh ? park.islandZh : park.islandEn,
    village: zh ? park.villageZh : park.villageEn,
    region: zh ? park.region.nameZh : park.region.nameEn,
    about: zh ? park.aboutZh : park.aboutEn,
  };
}

/** Parks as the schematic wants them. */
export const mapParks = (parks: ParkRow[], lang: Lang) =>
  parks.map((park) => ({ ...park, name: namesOf(park, lang).name }));

/** Every park as a row of the public list. */
export function presentParks(
  parks: ParkRow[],
  facts: { levels: Levels; villages: VillagePremises[] },
  { say, lang }: Voice,
) {
  return parks.map((park) => {
    const names = namesOf(park, lang);
    const own = facts.villages.filter(({ parkId }) => parkId === park.id);
    const { total, states, islands } = sumPremises(own);
    return {
      href: `/parks/${park.number}`,
      number: park.number,
      mark: markOf(park.number),
      ...names,
      place: say('parks.place', { island: names.island, village: names.village }),
      reach: reachText({ say, lang }, islands, countVillages(own)),
      total,
      states,
      ventures: facts.levels.of('ventures', park.id),
      phone: presentPhone(park.phone),
    };
  });
}

function reachText({ say, lang }: Voice, islands: string[], villages: number): string {
  if (villages === 0) return say('parks.reach-none');
  const named = islands.map((island) => islandName(island, lang)).join(lang === 'zh' ? '、' : ', ');
  if (villages === 1) return say('parks.reach-one', { islands: named });
  return say('parks.reach-text', { islands: named, villages });
}

/** The figures of one park's page. */
export function parkFigures(
  { total, states }: Premises,
  ventures: number,
  { say, lang }: Voice,
  { href, publish }: { href: string | null; publish: string | null },
) {
  const text = (value: number) => number(value, lang);
  const places = say('parks.places-unit');
  return [
    ...stateCells(states, say).map(({ label, n }) => ({ label, value: text(n), unit: places })),
    { label: say('parks.premises'), value: text(total), unit: places },
    {
      label: say('parks.ventures'),
      value: text(ventures),
      unit: say('parks.ventures-unit', { n: ventures }),
      href,
      publish,
    },
  ];
}

/** What the public reads about a park beside its figures. */
export function parkFacts(park: ParkRow, { say, lang }: Voice) {
  const names = namesOf(park, lang);
  const phone = presentPhone(park.phone);
  const seat = say('parks.place', { island: names.island, village: names.village });
  return [
    { label: say('parks.phone'), value: phone?.text ?? say('parks.no-phone'), href: phone?.href },
    { label: say('parks.operator'), value: park.operatorName },
    { label: say('parks.region'), value: names.region },
    { label: say('parks.seat'), value: seat },
    { label: say('parks.opened'), value: day(park.openedOn, lang) },
  ];
}

export const regionOptions = (
  regions: { code: string; nameZh: string; nameEn: string }[],
  lang: Lang,
): Option[] =>
  regions.map(({ code, nameZh, nameEn }) => ({
    value: code,
    label: lang === 'zh' ? nameZh : nameEn,
  }));

/** The words over a page that is read as of a day. */
export const asOfText = (asOf: Day, { say, lang }: Voice): string =>
  say('parks.as-of', { day: day(asOf, lang) });
