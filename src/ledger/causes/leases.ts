import { type Day, daysBetween, type Month, monthOf } from '../../calendar/days.js';
import { daysInMonth } from '../../calendar/months-later.js';
import { halfUp } from '../../numbers/rational.js';
import {
  byMonth,
  nextRentOn,
  type RentByDay,
  rentOn,
  rentTimesDays,
} from '../../policies/rent-by-day.js';
import type { ResidencyRecord } from '../lines-of.js';
import type { Line } from '../measures.js';
import { areaOnDay, type Extent, nextChange } from '../space-on.js';

/** What a space would bring on the market from a day on, in fen a month; null where that is not known. */
export type Valuation = { fromOn: Day; fen: number | null };

/** A lease, until when its rent is entered (to, the first day after), and what its space is worth, by day. */
export type LeaseRecord = {
  id: number;
  beganOn: Day;
  endedOn: Day | null;
  to: Day;
  /** What it states, by day. */
  rents: RentByDay;
  /** What it covers of its space, and the whole of that by day, in hundredths of a m². */
  area: number;
  space: Extent;
  valuations: readonly Valuation[];
};

/** What a decision waives of a lease in some days of one calendar month, in fen. */
export type WaivedDays = { tenancyId: number; from: Day; to: Day; fen: number };

export type RentRecords = {
  ventureId: number;
  residencies: readonly ResidencyRecord[];
  /** By first day. */
  leases: readonly LeaseRecord[];
  waived: readonly WaivedDays[];
};

/**
 * The lines of a venture's leases. Rent forgone: market rent less agreed rent, never below nil, a line for each lease and
 * calendar month on the first day of it that the lease covers, by the day at both ends and rounded half up; none where
 * the market rent is not known. Market rent is of a whole space: a lease has the share of it that its area is of the
 * space's on the day, so that leases that share a space never forgo more than it would bring. A lease that ran out and was not
 * ended goes on as agreed (民法典 第七百三十四条: the lessee stays, the lessor lets it, the lease holds without a term). Rent-free: +1 from the day on which the venture is in a park, holds a space, and all that
 * its leases state is nil or waived; −1 when that ends. Both belong to the park that the venture is in.
 */
export const linesOfLeases = (records: RentRecords): Line[] => [
  ...freeLines(records),
  ...records.residencies.flatMap((stay) =>
    records.leases.flatMap((lease) => forgoneLines(records.ventureId, stay, lease)),
  ),
];

type Stretch = { from: Day; to: Day };

function forgoneLines(ventureId: number, stay: ResidencyRecord, lease: LeaseRecord): Line[] {
  const from = later(lease.beganOn, stay.beganOn);
  const to = stay.endedOn === null ? lease.to : earlier(lease.to, stay.endedOn);
  return byMonth({ from, to }).flatMap((days) => {
    const amount = forgoneIn(days, lease);
    const line = { effectiveOn: days.from, amount, parkId: stay.parkId, ventureId };
    return amount === 0
      ? []
      : [{ ...line, measure: 'rent-forgone', causeKind: 'tenancy', causeId: lease.id } as const];
  });
}

/**
 * The lease's share of the market rent less agreed rent in some days of one month, in whole fen. It is counted in fen times
 * days times area, which outgrows what a number holds exactly.
 */
function forgoneIn({ from, to }: Stretch, lease: LeaseRecord): number {
  const { rents, valuations, area, space } = lease;
  let sum: Fraction = { of: 0n, by: 1n };
  for (let day = from; day < to; ) {
    const { fen, until } = valueOn(valuations, day);
    const turn = earlier(nextRentOn(rents, day) ?? to, nextChange(space, day) ?? to);
    const end = earlier(until ?? to, earlier(turn, to));
    const whole = BigInt(areaOnDay(space, day));
    const share =
      fen === null ? 0n : BigInt(fen) * BigInt(area) - BigInt(rentOn(rents, day)) * whole;
    if (share > 0n) sum = plus(sum, { of: share * BigInt(daysBetween(day, end)), by: whole });
    day = end;
  }
  const by = sum.by * BigInt(daysInMonth(monthOf(from) satisfies Month));
  return Number(halfUp(sum.of, by));
}

type Fraction = { of: bigint; by: bigint };
const plus = (a: Fraction, b: Fraction): Fraction =>
  a.by === b.by
    ? { of: a.of + b.of, by: a.by }
    : { of: a.of * b.by + b.of * a.by, by: a.by * b.by };

/** The valuation that holds on a day: the newest of those that begin last; and until when. */
function valueOn(
  valuations: readonly Valuation[],
  day: Day,
): { fen: number | null; until: Day | null } {
  let fen: number | null = null;
  let until: Day | null = null;
  for (const valuation of valuations) {
    if (valuation.fromOn <= day) fen = valuation.fen;
    else if (until === null) until = valuation.fromOn;
  }
  return { fen, until };
}

function freeLines(records: RentRecords): Line[] {
  const lines: Line[] = [];
  let current = null as { parkId: number; leaseId: number } | null;
  const add = (effectiveOn: Day, amount: 1 | -1, at: { parkId: number; leaseId: number }) =>
    lines.push({
      effectiveOn,
      measure: 'rent-free',
      amount,
      parkId: at.parkId,
      ventureId: records.ventureId,
      causeKind: 'tenancy',
      causeId: at.leaseId,
    });
  for (const day of turningDays(records)) {
    const next = freeOn(records, day);
    if (next?.parkId === current?.parkId) continue;
    if (current) add(day, -1, current);
    if (next) add(day, 1, next);
    current = next;
  }
  return lines;
}

/** The days on which something begins or ends that decides whether rent is paid. */
function turningDays({ residencies, leases, waived }: RentRecords): Day[] {
  const days = new Set<Day>();
  for (const { beganOn, endedOn } of [...residencies, ...leases]) {
    days.add(beganOn);
    if (endedOn !== null) days.add(endedOn);
  }
  for (const { rents } of leases) for (const { from } of rents) days.add(from);
  for (const { from, to } of waived) days.add(from).add(to);
  return [...days].sort();
}

/** Where a venture is that pays nothing on a day, and the first of its leases; null for any other. */
function freeOn({ residencies, leases, waived }: RentRecords, day: Day) {
  const stay = residencies.find((each) => holds(each, day));
  const current = leases.filter((lease) => holds(lease, day));
  const [first] = current;
  if (!stay || !first) return null;
  const isFree = current.every(
    (lease) => rentOn(lease.rents, day) === 0 || isWaived(lease, waived, day),
  );
  return isFree ? { parkId: stay.parkId, leaseId: first.id } : null;
}

/**
 * Whether all that a lease states is waived on a day: as much of the days of the month that a waiver covers as they cost
 * together. A month in part may be rounded down, or close the sum of its waiver, so it is taken as whole within a fen.
 */
function isWaived(lease: LeaseRecord, waived: readonly WaivedDays[], day: Day): boolean {
  const whole = daysInMonth(monthOf(day));
  const share = waived
    .filter(({ tenancyId, from, to }) => tenancyId === lease.id && from <= day && day < to)
    .reduce((sum, { from, to, fen }) => {
      const stated = Number(rentTimesDays(lease.rents, { from, to }));
      return stated === 0 ? 1 : sum + ((fen + 1) * whole) / stated;
    }, 0);
  return share >= 1;
}

const holds = ({ beganOn, endedOn }: { beganOn: Day; endedOn: Day | null }, day: Day): boolean =>
  beganOn <= day && (endedOn === null || day < endedOn);
const later = (a: Day, b: Day): Day => (a > b ? a : b);
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
