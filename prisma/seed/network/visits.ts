import { addDays, type Day, type Month, monthsBetween } from '../../../src/calendar/days.js';
import type { VisitKind } from '../../../src/visits/kinds.js';
import { parks } from './parks.js';
import { inventName } from './people-names.js';
import type { PlannedVenture } from './plan.js';
import { Random } from './random.js';

/** What a park did for some of its residents on a day, and when that was logged. */
export type PlannedVisit = {
  at: Date;
  park: number;
  kind: VisitKind;
  madeOn: Day;
  madeBy: string;
  note: string;
  followUpOn: Day | null;
  ventures: PlannedVenture[];
};

/** 岱山: since then its manager stays on the main island, and those on 秀山岛 and 长涂岛 see nobody. */
const neglected = { park: 6, since: '2026-03-01' };
/** What every park does once a year, and since when: it began with a training. */
const yearly: { month: string; day: number; kind: VisitKind; since: Month }[] = [
  { month: '05', day: 16, kind: 'fair', since: '2025-01' },
  { month: '07', day: 18, kind: 'visit', since: '2025-01' },
  { month: '09', day: 12, kind: 'training', since: '2023-01' },
];
/**
 * The days of a month on which a park goes round, and among how many rounds its residents are shared out: at first two
 * larger rounds, and from autumn 2026 on three, so that three quarters of them are served in a month throughout.
 */
const rounds = {
  early: { days: [8, 21], share: 3 / 8 },
  late: { since: '2026-10', days: [8, 15, 21], share: 1 / 4 },
};
const aRound = 9;
/** However large the network is. */
const most = 2000;

const notes: Record<VisitKind, readonly string[]> = {
  call: ['询问用工和货款情况，运转正常', '提醒按时报送月报', '询问租约续期意向，答复近期面谈'],
  visit: [
    '查看场地和用电安全，听取经营情况，淡季客源不足',
    '上岛走访，反映冷链运输不便，已转交镇里协调',
    '经营平稳，拟再招两名本村员工',
    '场地漏雨，已联系业主维修',
  ],
  guidance: [
    '创业导师上门，帮助梳理账目和定价',
    '指导线上店铺开设和短视频宣传',
    '指导申报场地租金补贴',
  ],
  training: ['财税与社保实务培训', '短视频与直播带货培训', '食品安全与民宿消防培训'],
  fair: ['组织参加海岛特色产品展销会', '组织参加乡村专场招聘会'],
};

/** Everything that parks did for their residents: trainings and fairs for many, and rounds to those not seen for the longest. */
export function planVisits(ventures: PlannedVenture[]): PlannedVisit[] {
  const lastSeen = new Map<PlannedVenture, Day>();
  const visits = monthsBetween('2023-02', '2026-11').flatMap((month) =>
    parks.flatMap((park, index) => {
      if (park.openedOn > addDays(`${month}-01`, -60)) return [];
      return dated(month, index).map((one) => planOne(ventures, lastSeen, one));
    }),
  );
  return visits.filter((visit) => visit.ventures.length > 0);
}

type Dated = { park: number; madeOn: Day; kind: VisitKind };

function dated(month: Month, park: number): Dated[] {
  const on = (day: number): Day => `${month}-${String(day + (park % 3)).padStart(2, '0')}`;
  if (month >= rounds.late.since) {
    const kinds: VisitKind[] = ['visit', 'guidance', 'visit'];
    return rounds.late.days.map((day, place) => ({
      park,
      madeOn: on(day),
      kind: month === '2026-10' && place === 1 ? 'call' : (kinds[place] as VisitKind),
    }));
  }
  const due = yearly.filter((one) => one.month === month.slice(5) && one.since <= month);
  const random = new Random(`rounds ${park} ${month}`);
  return [
    ...rounds.early.days.map((day) => ({
      park,
      madeOn: on(day),
      kind: random.weighted<VisitKind>([
        ['visit', 6],
        ['guidance', 2],
        ['call', 2],
      ]),
    })),
    ...due.map(({ day, kind }) => ({ park, madeOn: on(day), kind })),
  ].sort((a, b) => compare(a.madeOn, b.madeOn));
}

function planOne(
  ventures: PlannedVenture[],
  lastSeen: Map<PlannedVenture, Day>,
  { park, madeOn, kind }: Dated,
): PlannedVisit {
  const random = new Random(`visit ${park} ${madeOn}`);
  const isThere = residentsOn(madeOn, park);
  const there = ventures.filter(
    (one) => isThere(one) && !(madeOn >= neglected.since && isNeglected(one)),
  );
  const many = kind === 'training' || kind === 'fair';
  const waiting = there.sort((a, b) => compare(lastSeen.get(a) ?? '', lastSeen.get(b) ?? ''));
  const { share } = madeOn < rounds.late.since ? rounds.early : rounds.late;
  const size = many
    ? Math.ceil(there.length * 0.4)
    : Math.max(aRound, Math.ceil(there.length * share));
  const served = waiting.slice(0, Math.min(size, most));
  for (const venture of served) lastSeen.set(venture, madeOn);
  const isFollowed = !many && random.chance(0.3);
  return {
    at: new Date(Date.parse(`${madeOn}T07:00:00Z`) + random.whole(0, 120) * 60_000),
    park,
    kind,
    madeOn,
    ventures: served,
    madeBy: inventName(new Random(`${many || kind === 'guidance' ? 'mentor' : 'staff'} ${park}`)),
    note: random.pick(notes[kind]),
    followUpOn: isFollowed ? addDays(madeOn, random.whole(10, 25)) : null,
  };
}

const compare = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

/** Who is known to be in a park on a day: arrivals are recorded within a month, moves within three days. */
function residentsOn(day: Day, park: number): (venture: PlannedVenture) => boolean {
  const arrivedBy = addDays(day, -32);
  const movedBy = addDays(day, -4);
  return ({ stay: { beganOn, moved, left, park: first } }) => {
    if (beganOn === null || beganOn > arrivedBy || (left && left.on <= day)) return false;
    if (!moved || moved.on > day) return first === park;
    return moved.on <= movedBy && moved.toPark === park;
  };
}

/** Off the island on which its park sits. */
function isNeglected({ stay, lettings }: PlannedVenture): boolean {
  const park = stay.moved?.toPark ?? stay.park;
  const island = lettings.at(-1)?.space.island;
  return park === neglected.park && island !== parks[park]?.islandZh;
}
