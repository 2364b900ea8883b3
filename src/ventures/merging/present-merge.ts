import { lastDayOf } from '../../calendar/last-day.js';
import type { Reads } from '../../database/database.js';
import { day, month, number } from '../../language/format.js';
import type { Say, Voice } from '../../language/say.js';
import { spaceLabel } from '../../parks/space-names.js';
import { profileFields } from '../present-form.js';
import { period } from '../present-records.js';
import { parkName } from '../residency-present.js';
import { fromField } from './merge-forms.js';
import { likelySame } from './merged-leases.js';
import { contestedMonths } from './merged-months.js';
import { stayApart } from './merged-stays.js';
import type { MovedTotal } from './moved-totals.js';
import { type Mergeable, mergedFields } from './plan-merge.js';
import type { LeaseRow, Records, StoredRow, VentureRow } from './stored-records.js';

/** What parks and spaces are called, by their ids. */
export type Names = { parks: Map<number, string>; spaces: Map<number, string> };

/** What both records are called by: parks and spaces, by their ids. */
export async function namesOf(
  reads: Reads,
  { before }: Mergeable,
  moved: readonly MovedTotal[],
  { lang }: Voice,
): Promise<Names> {
  const parkIds = [...before.Residency, ...moved].map(({ parkId }) => parkId);
  const parks = await reads.park.findMany({ where: { id: { in: parkIds } } });
  const spaceIds = before.Tenancy.map(({ spaceId }) => spaceId);
  const spaces = await reads.space.findMany({ where: { id: { in: spaceIds } } });
  return {
    parks: new Map(parks.map((park) => [park.id, `${park.number} ${parkName(park, lang)}`])),
    spaces: new Map(spaces.map((space) => [space.id, spaceLabel(space, lang)])),
  };
}

/** The profile of both beside each other; where they differ, one is chosen. */
export function profileLines({ ownId, before }: Mergeable, { say, lang }: Voice) {
  const own = before.Venture.find(({ id }) => id === ownId) as VentureRow;
  const other = before.Venture.find(({ id }) => id !== ownId) as VentureRow;
  const fields = new Map(profileFields(say).map((field) => [field.name, field]));
  return mergedFields.map((name) => {
    const textOf = (row: StoredRow): string => {
      const value = row[name];
      if (name === 'isNamed') return say(value === 1 ? 'ventures.named.yes' : 'ventures.named.no');
      if (value === null || value === '') return '—';
      if (name === 'registeredOn') return day(String(value), lang);
      const option = fields.get(name)?.options?.find((each) => each.value === value);
      return option?.label ?? String(value);
    };
    const [ownText, otherText] = [textOf(own), textOf(other)];
    return {
      field: fromField(name),
      label: fields.get(name)?.label ?? name,
      own: ownText,
      other: otherText,
      differs: ownText !== otherText,
    };
  });
}

const counted = [
  'Tenancy',
  'JobsReturn',
  'Roster',
  'ReturnProof',
  'VisitVenture',
  'PersonRole',
  'WaiverApplication',
  'Waiver',
] as const;

/** What hangs on each: where it was and when, and how many of everything else. */
export function hangingLines({ ownId, before }: Mergeable, names: Names, { say, lang }: Voice) {
  const stays = (isOwn: boolean) =>
    before.Residency.filter(({ ventureId }) => (ventureId === ownId) === isOwn).map(
      ({ parkId, beganOn, endedOn }) =>
        `${names.parks.get(parkId) ?? ''} ${period(beganOn, endedOn, { say, lang })}`,
    );
  const many = (table: (typeof counted)[number], isOwn: boolean) => {
    const rows: readonly { ventureId: number }[] = before[table];
    return [number(rows.filter(({ ventureId }) => (ventureId === ownId) === isOwn).length, lang)];
  };
  return [
    { label: say('ventures.page.stays'), own: stays(true), other: stays(false) },
    ...counted.map((table) => ({
      label: say(`ventures.merge.counted-${table}`),
      own: many(table, true),
      other: many(table, false),
    })),
  ];
}

/** What has to be chosen beside the profile: whose park holds, months that both state, leases that may be one. */
export function furtherChoices({ ownId, before }: Mergeable, names: Names, { say, lang }: Voice) {
  const isOwn = ({ ventureId }: { ventureId: number }) => ventureId === ownId;
  const others = before.Residency.filter((stay) => !isOwn(stay));
  const months = contestedMonths(before.JobsReturn, ownId).map(({ month: of, own, other }) => ({
    value: of,
    label: say('ventures.merge.month', {
      month: month(of, lang),
      own: number(own.headcount, lang),
      other: number(other.headcount, lang),
    }),
  }));
  const leases = before.Tenancy.filter((lease) => !isOwn(lease) && lease.voidedAt === null);
  return {
    asksStays: stayApart(before.Residency.filter(isOwn), others),
    months,
    leases: leases.map((lease) => leaseOption(lease, before, { ownId, names, say, lang })),
  };
}

function leaseOption(
  lease: LeaseRow,
  { Tenancy }: Records,
  { ownId, names, say, lang }: Voice & { ownId: number; names: Names },
) {
  const label = say('ventures.merge.lease', {
    space: names.spaces.get(lease.spaceId) ?? '',
    from: day(lease.beganOn, lang),
    to: day(lastDayOf(lease.endedOn ?? lease.termEndOn), lang),
  });
  const isLikely = likelySame(Tenancy, ownId).includes(lease.id);
  const option = { value: String(lease.id), label };
  return isLikely ? Object.assign(option, { hint: say('ventures.merge.lease-same') }) : option;
}

/** What the record that stays and the one that goes are called at the head of their columns. */
export const sideHeads = (
  own: { number: string },
  other: { number: string },
  say: Say,
): { ownHead: string; otherHead: string } => ({
  ownHead: say('ventures.merge.own', { number: own.number }),
  otherHead: say('ventures.merge.other', { number: other.number }),
});
