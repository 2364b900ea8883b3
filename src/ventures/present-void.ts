import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { number, time } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { personHref } from '../people/kept-person.js';
import { peopleInScope } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';
import type { VentureWithStays } from './find-venture.js';
import { period } from './present-records.js';
import { parkName } from './residency-present.js';
import { isNotVoid } from './take-out-records.js';
import type { VoidedVenture } from './voided-venture.js';

type Stay = { parkId: number; beganOn: Day; endedOn: Day | null };
type Taken = { creditCode: string | null; stays: Stay[]; counts: Record<Counted, number> };
const counted = ['tenancies', 'returns', 'visits'] as const;
type Counted = (typeof counted)[number];

/** What would go with a venture: its stays, and how many leases, returns and visits. */
export async function voidEffects(reads: Reads, venture: VentureWithStays, voice: Voice) {
  const where = { ventureId: venture.id };
  const counts = {
    tenancies: await reads.tenancy.count({ where: { AND: [where, { voidedAt: null }] } }),
    returns: await reads.jobsReturn.count({ where }),
    visits: await reads.visitVenture.count({
      where: { AND: [where, { visit: { cancelledAt: null } }] },
    }),
  };
  const { creditCode, residencies } = venture;
  const parks = residencies.map(({ park }) => park);
  return rowsOfTaken({ creditCode, stays: residencies, counts }, parks, voice);
}

/** A void venture in plain named values. */
export async function presentVoided(
  reads: Reads,
  viewer: Viewer,
  venture: VoidedVenture,
  voice: Voice,
) {
  const { say } = voice;
  const taken = takenFrom(JSON.parse(venture.records));
  const parkIds = taken.stays.map(({ parkId }) => parkId);
  const parks = await reads.park.findMany({ where: { id: { in: parkIds } } });
  const people = await reads.person.findMany({
    where: { AND: [peopleInScope(viewer), { roles: { some: { ventureId: venture.id } } }] },
    orderBy: { id: 'asc' },
  });
  return {
    title: venture.name,
    over: venture.number,
    crumbs: [{ href: '/ventures', label: say('ventures.all') }],
    voided: [
      { label: say('ventures.void.reason'), value: venture.reason },
      { label: say('ventures.void.at'), value: time(venture.voidedAt, voice.lang) },
      { label: say('ventures.void.by'), value: venture.voidedBy ?? say('history.system') },
    ],
    taken: rowsOfTaken(taken, parks, voice),
    people: people.map((person) => ({
      href: personHref(person),
      name: `${person.number} ${person.name}`,
    })),
  };
}

type Stored = Record<string, Record<string, unknown>[] | undefined>;

/** What was taken out. A lease that was void before is stored with the rest, and was taken out of nothing. */
function takenFrom(records: Stored): Taken {
  const {
    Venture = [],
    Residency = [],
    Tenancy = [],
    JobsReturn = [],
    VisitVenture = [],
  } = records;
  return {
    creditCode: (Venture[0]?.creditCode ?? null) as string | null,
    stays: Residency as Stay[],
    counts: {
      tenancies: Tenancy.filter(isNotVoid).length,
      returns: JobsReturn.length,
      visits: VisitVenture.length,
    },
  };
}

type ParkNames = { id: number; number: string; nameZh: string; nameEn: string };

function rowsOfTaken(
  { creditCode, stays, counts }: Taken,
  parks: ParkNames[],
  { say, lang }: Voice,
) {
  const parkOf = new Map(parks.map((park) => [park.id, park]));
  const rows = stays.map(({ parkId, beganOn, endedOn }) => {
    const park = parkOf.get(parkId);
    const days = period(beganOn, endedOn, { say, lang });
    return {
      label: say('ventures.void.stay'),
      value: [park && `${park.number} ${parkName(park, lang)}`, days].filter(Boolean).join(' · '),
    };
  });
  const numbers = counted
    .filter((name) => counts[name] > 0)
    .map((name) => ({
      label: say(`ventures.void.taken-${name}`),
      value: number(counts[name], lang),
    }));
  const code =
    creditCode === null ? [] : [{ label: say('ventures.field.code'), value: creditCode }];
  return [...code, ...rows, ...numbers];
}
