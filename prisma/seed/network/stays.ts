import { addDays, type Day, daysBetween } from '../../../src/calendar/days.js';
import type { EndReason } from '../../../src/ventures/kinds.js';
import { parks } from './parks.js';
import type { Random } from './random.js';
import { lastDay, reportDay, type Shape } from './shape.js';

/** When a venture is where: the park that it came to, the one that it moved to, and how it left. */
export type Stay = {
  park: number;
  /** null for one that has been logged and is in no park yet; then the day of its logging counts. */
  beganOn: Day | null;
  loggedOn: Day;
  moved: { on: Day; toPark: number; note: string } | null;
  left: { on: Day; reason: EndReason; note: string } | null;
};

const endings: [EndReason, number, string[]][] = [
  [
    'graduated',
    45,
    ['经营稳定，自购厂房，毕业出园', '规模扩大，迁入镇工业集聚点', '孵化期满，转入自有店面经营'],
  ],
  [
    'closed',
    42,
    ['合伙人意见不一，停业注销', '经营者外出就业，注销登记', '客源不足，主动歇业注销'],
  ],
  ['removed', 13, ['连续三个月未实际经营，经约谈后清退', '擅自转租场地，限期整改未果']],
];
const reasonsToMove = [
  '原场地面积不足，转往新园区',
  '靠近原料产地，经两园协商转入',
  '团队主要成员迁居，随迁',
];

/** The stays of all ventures, those before the report's day first. `fixed` parks belong to the first of them, which stay. */
export function planStays(random: Random, shape: Shape, fixed: number[]): Stay[] {
  const early = Array.from({ length: shape.arriveBefore }, (_, index) =>
    index < fixed.length
      ? arriveAtOpening(random, fixed[index] as number)
      : index >= shape.arriveBefore - shape.inJanuary
        ? arrive(random, parkOpenBy(random, '2024-12-31'), '2025-01-06', '2025-01-17')
        : arriveEarly(random),
  );
  const late = Array.from({ length: shape.arriveAfter }, () =>
    arrive(random, parkOpenBy(random, reportDay), '2025-02-05', '2026-09-25'),
  );
  const stays = [...early, ...late];
  const free = random.shuffled(stays.slice(fixed.length));
  leaveBeforeReport(random, shape, free);
  const staying = free.filter((stay) => stay.left === null);
  leaveAfterReport(random, shape.leaveAfter, staying);
  moveSome(random, shape.move, staying);
  return [...stays, ...waiting(random, shape.unsettled)];
}

const settledAt = (park: number, day: Day): Stay => ({
  park,
  beganOn: day,
  loggedOn: day,
  moved: null,
  left: null,
});

function arriveAtOpening(random: Random, park: number): Stay {
  const { openedOn } = parks[park] as (typeof parks)[number];
  return settledAt(park, addDays(openedOn, random.whole(0, 12)));
}

/** Parks fill quickly at first: a share of the ventures comes in the opening weeks. */
function arriveEarly(random: Random): Stay {
  const park = parkOpenBy(random, '2024-12-01');
  const { openedOn } = parks[park] as (typeof parks)[number];
  const span = daysBetween(openedOn, '2024-12-27');
  return settledAt(park, addDays(openedOn, Math.floor(random.next() ** 1.25 * span)));
}

const arrive = (random: Random, park: number, from: Day, to: Day): Stay =>
  settledAt(park, dayIn(random, from, to));

function parkOpenBy(random: Random, day: Day, except?: number): number {
  const open = parks.flatMap((park, index) =>
    park.openedOn <= day && index !== except ? [[index, park.draw] as const] : [],
  );
  return random.weighted(open);
}

function dayIn(random: Random, from: Day, to: Day): Day {
  return addDays(from, random.whole(0, Math.max(0, daysBetween(from, to))));
}

function leaveBeforeReport(random: Random, shape: Shape, free: Stay[]): void {
  const old = free.filter((stay) => (stay.beganOn as Day) < '2024-06-01');
  if (old.length < shape.leaveBefore) throw new Error('too few ventures to leave');
  old.slice(0, shape.leaveBefore).forEach((stay, index) => {
    const isJanuary = index < shape.inJanuary;
    const day = isJanuary
      ? dayIn(random, '2025-01-06', '2025-01-17')
      : dayIn(random, addDays(stay.beganOn as Day, 150), '2024-12-20');
    stay.left = leaving(random, day);
  });
}

function leaveAfterReport(random: Random, count: number, staying: Stay[]): void {
  const settled = staying.filter((stay) => (stay.beganOn as Day) < '2026-01-01');
  for (const stay of settled.slice(0, count)) {
    const earliest = addDays(stay.beganOn as Day, 150);
    stay.left = leaving(
      random,
      dayIn(random, earliest < '2025-02-10' ? '2025-02-10' : earliest, '2026-10-20'),
    );
  }
}

function leaving(random: Random, on: Day): Stay['left'] {
  const [reason, notes] = random.weighted(
    endings.map(([r, weight, n]) => [[r, n], weight] as const),
  );
  return { on, reason, note: random.pick(notes) };
}

function moveSome(random: Random, count: number, staying: Stay[]): void {
  const movable = staying.filter(
    (stay) => stay.left === null && (stay.beganOn as Day) < '2026-03-01',
  );
  for (const stay of movable.slice(0, count)) {
    const on = dayIn(random, addDays(stay.beganOn as Day, 120), '2026-09-20');
    stay.moved = {
      on,
      toPark: parkOpenBy(random, on, stay.park),
      note: random.pick(reasonsToMove),
    };
  }
}

function waiting(random: Random, count: number): Stay[] {
  return Array.from({ length: count }, () => ({
    ...settledAt(parkOpenBy(random, lastDay), dayIn(random, '2026-10-09', '2026-10-29')),
    beganOn: null,
  }));
}
