import { type Day, today } from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { day } from '../language/format.js';
import type { Voice } from '../language/say.js';
import type { Viewer } from '../people/viewer.js';
import { homeParkId } from '../people/whereabouts.js';
import { holdsOnDay } from './area-let.js';
import { parkOfSpace, type SpaceStay } from './park-of-space.js';
import { canWritePark } from './permissions.js';
import { islandName, villageName } from './place-names.js';
import { rentText } from './present-rents.js';
import { kindText, presentFreeSpace, squareMetres, stateTag } from './present-spaces.js';
import type { ParkRow } from './queries.js';
import { spaceName } from './space-names.js';
import type { LeaseOnPage, SpacePage } from './space-page-queries.js';
import { isPastTerm } from './space-states.js';

type Looking = { park: ParkRow; viewer: Viewer; asOf: Day };

/** A space for its page, and its leases as they stand on the day. */
export function presentSpacePage(space: SpacePage, looking: Looking, voice: Voice) {
  const { say, lang } = voice;
  const { kind, place, area } = presentFreeSpace(space, looking.park, voice);
  const closed = space.closedOn;
  return {
    state: space.voidedAt
      ? { label: say('parks.space.void-tag'), tone: 'stop' }
      : space.state && stateTag(space.state, say),
    facts: [
      { label: say('parks.space.kind'), value: kind },
      { label: say('parks.space.place'), value: place },
      { label: say('parks.space.address'), value: space.address },
      { label: say('parks.space.area'), value: area },
      ...presentChanges(space, voice),
      { label: say('parks.space.owner'), value: space.owner },
      {
        label: say('parks.free.directions'),
        value: space.directions || '—',
      },
      {
        label: say('parks.space.rent'),
        value: rentText(space.valuations, looking.asOf, voice),
        href: `/parks/${looking.park.number}/spaces/${space.number}/rents`,
      },
      { label: say('parks.space.opened'), value: day(space.openedOn, lang) },
      ...presentVoiding(space, voice),
      ...(closed && !space.voidedAt
        ? [{ label: say('parks.space.closed'), value: day(closed, lang) }]
        : []),
    ],
    spells: spellsOf(space, looking, voice),
    leases: space.tenancies.map((lease) => presentLease(lease, space, looking, voice)),
  };
}

/** Who was in the space and when, the newest first, with the times in which it was free; whom the viewer does not see has no name. */
function spellsOf(space: SpacePage, { asOf }: Looking, voice: Voice) {
  const { say, lang } = voice;
  const ventures = new Map(space.tenancies.map(({ id, venture }) => [id, venture]));
  const spells: { what: string; when: string; href: string | null }[] = [];
  const add = (what: string, href: string | null, from: Day, to: Day | null) => {
    const days = { from: day(from, lang), to: to === null ? '' : day(lastDayOf(to), lang) };
    const when = say(to === null ? 'parks.space.spell-since' : 'parks.space.spell', days);
    spells.push({ what, when, href });
  };
  let freeFrom: Day | null = space.openedOn;
  const addFree = (to: Day | null) => {
    if (freeFrom !== null && freeFrom < (to ?? asOf))
      add(say('parks.state.free'), null, freeFrom, to);
  };
  for (const { id, beganOn, endedOn } of space.holders) {
    addFree(beganOn);
    const venture = ventures.get(id);
    const href = venture ? `/ventures/${venture.number}` : null;
    add(venture?.name ?? say('parks.space.spell-other'), href, beganOn, endedOn);
    if (freeFrom !== null && (endedOn === null || endedOn > freeFrom)) freeFrom = endedOn;
  }
  addFree(space.closedOn !== null && space.closedOn <= asOf ? space.closedOn : null);
  return spells.reverse();
}

/** When and why it turned out that a space never was. */
function presentVoiding({ voidedAt, voidReason }: SpacePage, { say, lang }: Voice) {
  if (voidedAt === null) return [];
  const value = say('parks.space.voided-why', {
    day: day(today(voidedAt), lang),
    reason: voidReason,
  });
  return [{ label: say('parks.space.voided'), value }];
}

/** What a space was until each of its changes, the newest first. */
const presentChanges = ({ changes, ...space }: SpacePage, voice: Voice) =>
  changes
    .map((was, index) => ({
      label: voice.say('parks.space.until', { day: day(was.changedOn, voice.lang) }),
      value: wasText(was, { space, after: changes[index + 1] ?? space }, voice),
    }))
    .toReversed();

type SpaceThen = Pick<SpacePage['changes'][number], 'kind' | 'name' | 'address' | 'owner'>;

/** Of what kind, how large and where a space was, and what of its name, address and owner the change made another. */
function wasText(
  was: SpacePage['changes'][number],
  { space, after }: { space: Pick<SpacePage, 'kind'>; after: SpaceThen },
  { say, lang }: Voice,
): string {
  const place = {
    island: islandName(was.island, lang),
    village: villageName(was.village, lang),
  };
  const all = say('parks.space.was', {
    kind: kindText(was.kind ?? space.kind, say),
    area: squareMetres(was.area, { say, lang }),
    place: say('parks.place', place),
  });
  const others = (['name', 'address', 'owner'] as const).flatMap((field) => {
    const value = was[field];
    if (value === null || value === after[field]) return [];
    const text = field === 'name' ? spaceName(value, lang) : value;
    return [say(`parks.space.was.${field}`, { value: text })];
  });
  return [all, ...others].join(lang === 'zh' ? '，' : ', ');
}

function presentLease(lease: LeaseOnPage, { parks }: SpacePage, looking: Looking, voice: Voice) {
  const { lang } = voice;
  const { venture } = lease;
  const isVoid = lease.voidedAt !== null;
  const mayAct = !isVoid && canWritePark(looking.viewer, { id: homeParkId(venture) });
  const at = (act: string) => `/tenancies/${lease.id}/${act}`;
  return {
    venture: venture.name,
    href: `/ventures/${venture.number}`,
    number: venture.number,
    area: squareMetres(lease.area, voice),
    began: day(lease.beganOn, lang),
    termEnd: day(lastDayOf(lease.termEndOn), lang),
    ended: isVoid || lease.endedOn === null ? '—' : day(lastDayOf(lease.endedOn), lang),
    state: leaseTag(lease, parks, looking.asOf, voice),
    endHref: mayAct && lease.endedOn === null ? at('end') : null,
    correctHref: mayAct ? at('correction') : null,
    voidHref: mayAct ? at('void') : null,
    historyHref: `/history/tenancy/${lease.id}`,
  };
}

const tones = {
  void: 'stop',
  'to-come': null,
  ended: null,
  let: 'sea',
  'held-over': 'heed',
  left: 'heed',
} as const;

/** How a lease stands on a day. */
function leaseTag(lease: LeaseOnPage, parks: SpaceStay[], asOf: Day, { say }: Voice) {
  const state = leaseState(lease, parks, asOf);
  return { label: say(`parks.space.lease.${state}`), tone: tones[state] };
}

function leaseState(lease: LeaseOnPage, parks: SpaceStay[], asOf: Day): keyof typeof tones {
  if (lease.voidedAt !== null) return 'void';
  if (asOf < lease.beganOn) return 'to-come';
  if (!holdsOnDay({ beganOn: lease.beganOn, until: lease.endedOn, area: lease.area }, asOf))
    return 'ended';
  const parkId = parkOfSpace(parks, asOf);
  const isThere = lease.venture.residencies.some(
    (stay) => stay.parkId === parkId && holds(stay, asOf),
  );
  if (!isThere) return 'left';
  return isPastTerm(lease, asOf) ? 'held-over' : 'let';
}

const holds = ({ beganOn, endedOn }: { beganOn: Day; endedOn: Day | null }, day: Day): boolean =>
  beganOn <= day && (endedOn === null || day < endedOn);
