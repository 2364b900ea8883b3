import type { Day } from '../../calendar/days.js';
import type { StayRow } from './stored-records.js';

/** Which of two records something is taken from: the one that stays, or the one that goes into it. */
export type Side = 'own' | 'other';

type Part = { from: Day; to: Day | null; parkId: number; own: StayRow[]; other: StayRow[] };

/**
 * The stays of two records of one venture as those of one: a day that either counts is counted once. On a day on which
 * they are in different parks that of the preferred side holds. Stays in one park that touch or overlap become one.
 * @param preferred of the two lists, each by first day; @returns them by first day, the id 0 for one that is new
 */
export function mergedStays(
  own: readonly StayRow[],
  other: readonly StayRow[],
  preferred: Side,
): StayRow[] {
  const parts = joined(partsOf(own, other, preferred));
  const used = new Set<number>();
  return parts.map((part, index) => {
    const next = parts[index + 1];
    const isMove = next !== undefined && next.from === part.to;
    return rowOf(part, isMove, preferred, used);
  });
}

/** Whether both are ever in different parks on one day: then somebody has to say which is right. */
export const stayApart = (own: readonly StayRow[], other: readonly StayRow[]): boolean =>
  own.some((a) => other.some((b) => a.parkId !== b.parkId && overlap(a, b)));

const overlap = (a: StayRow, b: StayRow): boolean =>
  (b.endedOn === null || a.beganOn < b.endedOn) && (a.endedOn === null || b.beganOn < a.endedOn);

const covers = ({ beganOn, endedOn }: StayRow, day: Day): boolean =>
  beganOn <= day && (endedOn === null || day < endedOn);

/** The time cut at every day on which a stay begins or ends, with the stays of each piece. */
function partsOf(own: readonly StayRow[], other: readonly StayRow[], preferred: Side): Part[] {
  const days = [...own, ...other].flatMap(({ beganOn, endedOn }) => [beganOn, endedOn ?? beganOn]);
  const turns = [...new Set(days)].sort();
  return turns.flatMap((from, index) => {
    const there = {
      own: own.filter((s) => covers(s, from)),
      other: other.filter((s) => covers(s, from)),
    };
    const [first, second] =
      preferred === 'own' ? [there.own, there.other] : [there.other, there.own];
    const stay = first[0] ?? second[0];
    if (!stay) return [];
    const { parkId } = stay;
    const inPark = (stays: StayRow[]) => stays.filter((each) => each.parkId === parkId);
    const part = { from, to: turns[index + 1] ?? null, parkId };
    return [{ ...part, own: inPark(there.own), other: inPark(there.other) }];
  });
}

/** Pieces in one park with no day between are one stay, but for two stays of one record, of which one ended. */
function joined(parts: Part[]): Part[] {
  const found: Part[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (last && last.to === part.from && last.parkId === part.parkId && goesOn(last, part)) {
      last.to = part.to;
      last.own.push(...part.own.filter((stay) => !last.own.includes(stay)));
      last.other.push(...part.other.filter((stay) => !last.other.includes(stay)));
    } else found.push(part);
  }
  return found;
}

function goesOn(last: Part, part: Part): boolean {
  const sides = ['own', 'other'] as const;
  if (sides.some((side) => last[side].some((stay) => part[side].includes(stay)))) return true;
  return sides.every((side) => part[side].length === 0 || !last[side].some(endsOn(part.from)));
}

const endsOn =
  (day: Day) =>
  ({ endedOn }: StayRow): boolean =>
    endedOn === day;

/** The row of a piece: the first stay in it that no other piece has, so that its number and history go on. */
function rowOf(part: Part, isMove: boolean, preferred: Side, used: Set<number>): StayRow {
  const stays = preferred === 'own' ? [...part.own, ...part.other] : [...part.other, ...part.own];
  const kept = [...part.own, ...part.other].find(({ id }) => !used.has(id));
  const base = kept ?? (stays[0] as StayRow);
  const { from: beganOn, to: endedOn, parkId } = part;
  const ends = stays.find((stay) => stay.endedOn === endedOn);
  const isNoted = ends !== undefined && (!isMove || ends.endReason === 'moved');
  const row: StayRow = {
    id: kept?.id ?? 0,
    ventureId: base.ventureId,
    parkId,
    beganOn,
    endedOn,
    endReason: endedOn === null ? null : isMove ? 'moved' : (ends?.endReason ?? base.endReason),
    endNote: endedOn === null ? null : isNoted ? ends.endNote : '',
    version: kept?.version ?? 1,
  };
  used.add(row.id);
  return row;
}
