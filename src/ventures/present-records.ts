import { type Day, endOfMonth, type Month } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { area, day, month, number, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { totalsAddress } from '../ledger/forms.js';
import { holdsOnDay } from '../parks/area-let.js';
import { canReadRegister } from '../parks/permissions.js';
import { villageName } from '../parks/place-names.js';
import { spaceLabel } from '../parks/space-names.js';
import { isPastTerm } from '../parks/space-states.js';
import type { FounderCategory, PersonRoleName } from '../people/categories.js';
import { personHref } from '../people/kept-person.js';
import type { Viewer } from '../people/viewer.js';
import { parkIdOn } from '../people/whereabouts.js';
import { rentByDay, rentOn, type StatedRent } from '../policies/rent-by-day.js';
import type { MonthLevel } from './headcount-series.js';
import type { EndReason } from './kinds.js';
import { readsOfPark, readsPeriod, staysRead } from './own-time.js';
import { canCorrectStay, canFileReturn, canSeePhones, canWriteVenture } from './permissions.js';
import { basisText } from './present-basis.js';
import type { VentureWithRecords } from './queries.js';
import { spellTexts } from './rent-steps.js';
import { parkName, ventureHref } from './residency-present.js';

/** Everybody with a role, past ones too; phones only where the viewer may see them. */
export function peopleRows(
  venture: VentureWithRecords,
  viewer: Viewer,
  asOf: Day,
  { say, lang }: Voice,
) {
  const showsPhones = canSeePhones(viewer, venture);
  const canWrite = canWriteVenture(viewer, venture);
  const roles = venture.roles.filter((role) => readsPeriod(viewer, venture, role));
  return roles.map(({ id, person, role, beganOn, endedOn }) => ({
    name: person.name,
    // Founders see no page of a partner's.
    href: viewer.role === 'founder' && viewer.personId !== person.id ? null : personHref(person),
    role: say(`ventures.person-role.${role as PersonRoleName}`),
    period: period(beganOn, endedOn, { say, lang }),
    categories: person.categories
      .filter((one) => one.beganOn <= asOf && (one.endedOn === null || one.endedOn > asOf))
      .map((one) => say(`ventures.category.${one.category as FounderCategory}`))
      .join(lang === 'zh' ? '、' : ', '),
    phone: showsPhones ? (person.phone ?? '') : '',
    endHref: canWrite && endedOn === null ? `${ventureHref(venture)}/people/${id}/end` : null,
    voidHref: canWrite ? `${ventureHref(venture)}/people/${id}/void` : null,
  }));
}

export function stayRows(venture: VentureWithRecords, viewer: Viewer, voice: Voice) {
  const { say, lang } = voice;
  const stays = staysRead(viewer, venture);
  return stays.map((stay) => ({
    park: parkName(stay.park, lang),
    href: `/parks/${stay.park.number}`,
    region: parkName(stay.park.region, lang),
    began: day(stay.beganOn, lang),
    ended: stay.endedOn === null ? '' : day(stay.endedOn, lang),
    reason: stay.endReason
      ? say(`ventures.end-reason.${stay.endReason as EndReason | 'moved'}`)
      : '',
    note: stay.endNote ?? '',
    correctHref: canCorrectStay(viewer, venture, stay)
      ? `${ventureHref(venture)}/stays/${stay.id}/correction`
      : null,
  }));
}

export function tenancyRows(venture: VentureWithRecords, viewer: Viewer, asOf: Day, voice: Voice) {
  const { say, lang } = voice;
  const canWrite = canWriteVenture(viewer, venture);
  const tenancies = venture.tenancies.filter(({ space }) =>
    readsOfPark(viewer, venture, space.parkId),
  );
  return tenancies.map((tenancy) => ({
    space: spaceLabel(tenancy.space, lang),
    village: villageName(tenancy.space.village, lang),
    area: say('ventures.page.area', { area: area(tenancy.area, lang) }),
    rent: rentNow(tenancy, asOf, voice),
    spells: spellTexts(tenancy, voice),
    basis: basisText(tenancy, voice),
    began:
      tenancy.beganOn > asOf && tenancy.voidedAt === null
        ? say('ventures.page.will-begin', { day: day(tenancy.beganOn, lang) })
        : day(tenancy.beganOn, lang),
    termEnd: day(lastDayOf(tenancy.termEndOn), lang),
    isVoid: tenancy.voidedAt !== null,
    isHeldOver: isHeldOver(tenancy, asOf),
    spaceHref: spaceHref(tenancy.space, venture, viewer),
    ended: tenancy.voidedAt === null ? endText(tenancy.endedOn, asOf, voice) : '',
    href: `/tenancies/${tenancy.id}`,
    historyHref: `/history/tenancy/${tenancy.id}`,
    correctHref:
      canWrite && tenancy.voidedAt === null ? `/tenancies/${tenancy.id}/correction` : null,
    endHref: canWrite && tenancy.endedOn === null ? `/tenancies/${tenancy.id}/end` : null,
    renewHref: canWrite && isOn(tenancy, asOf) ? `/tenancies/${tenancy.id}/renewal` : null,
    contract: tenancy.contractNumber,
  }));
}

/** The rent of a lease on a day, or on its last or first one where that is not in it. */
function rentNow(
  lease: StatedRent & { termEndOn: Day; endedOn: Day | null },
  asOf: Day,
  { say, lang }: Voice,
): string {
  const last = lastDayOf(lease.endedOn ?? lease.termEndOn);
  const fen = rentOn(rentByDay(lease), asOf < last ? asOf : last);
  if (fen === 0) return say('ventures.page.rent-free');
  return say('ventures.end-tenancy.rent-text', { rent: yuan(fen, lang) });
}

/** Whether a lease is neither over nor void, and its venture can go on from its end. */
const isOn = (
  { endedOn, voidedAt }: { endedOn: Day | null; voidedAt: Date | null },
  asOf: Day,
): boolean => voidedAt === null && (endedOn === null || endedOn > asOf);

/** The page of a space, for those who keep or review the register of its park. */
function spaceHref(
  { parkId, number }: { parkId: number; number: string },
  { residencies }: VentureWithRecords,
  viewer: Viewer,
): string | null {
  const park = residencies.find((stay) => stay.parkId === parkId)?.park;
  const isSeen = canReadRegister(viewer) && (seesAll(viewer) || viewer.parkIds.includes(parkId));
  return park && isSeen ? `/parks/${park.number}/spaces/${number}` : null;
}

const seesAll = ({ role }: Viewer): boolean => role === 'bureau-staff' || role === 'auditor';

/** Whether a lease runs on a day though its term is over. */
const isHeldOver = (
  lease: { beganOn: Day; termEndOn: Day; endedOn: Day | null; area: number },
  asOf: Day,
): boolean =>
  holdsOnDay({ beganOn: lease.beganOn, until: lease.endedOn, area: lease.area }, asOf) &&
  isPastTerm(lease, asOf);

/** When a lease ended, or will as agreed; blank where no end is on record. */
function endText(endedOn: Day | null, asOf: Day, { say, lang }: Voice): string {
  if (endedOn === null) return '';
  const text = day(lastDayOf(endedOn), lang);
  return endedOn > asOf ? say('ventures.page.will-end', { day: text }) : text;
}

/** Since a day, or from a day to the last one that is in it. @param endedOn the first day after */
export const period = (beganOn: Day, endedOn: Day | null, { say, lang }: Voice): string =>
  endedOn === null
    ? say('ventures.page.since', { from: day(beganOn, lang) })
    : say('ventures.page.period', { from: day(beganOn, lang), to: day(lastDayOf(endedOn), lang) });

/**
 * The headcounts, newest first: each month with its number, how it came about, the total it is part of, and the
 * form behind it.
 * @param seenParkIds the parks whose totals the viewer sees
 */
export function headcountRows(
  series: MonthLevel[],
  venture: VentureWithRecords,
  viewer: Viewer,
  seenParkIds: number[],
  { say, lang }: Voice,
) {
  return [...series].reverse().map(({ month: of, jobs, source }) => {
    const isThere = parkIdOn(venture, endOfMonth(of)) !== null;
    const canFile = isThere && canFileReturn(viewer, venture, of);
    const isFiled = source === 'filed';
    const act = !canFile ? 'view' : isFiled ? 'correct' : 'file';
    return {
      month: month(of, lang),
      jobs: jobs === null ? '—' : number(jobs, lang),
      source: say(isThere ? `ventures.headcount.${source}` : 'ventures.headcount.away'),
      total: jobs === null ? null : totalOfMonth(venture, of, seenParkIds, lang),
      act: say(`ventures.headcount.${act}`),
      href: canFile || (isThere && isFiled) ? `${ventureHref(venture)}/returns/${of}` : null,
    };
  });
}

/** The jobs of the park at a month's end, which the venture's are part of: the way back from a row to the number. */
function totalOfMonth(venture: VentureWithRecords, of: Month, seenParkIds: number[], lang: Lang) {
  const parkId = parkIdOn(venture, endOfMonth(of));
  const park = venture.residencies.find((stay) => stay.parkId === parkId)?.park;
  if (!park || !seenParkIds.includes(park.id)) return null;
  const address = { measure: 'jobs', scope: `park:${park.number}`, asOf: endOfMonth(of) } as const;
  return { label: parkName(park, lang), href: totalsAddress(address) };
}
