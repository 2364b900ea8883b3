import { today as dayOf, daysBetween } from '../calendar/days.js';
import { Kept } from '../database/kept.js';
import { slowly } from '../database/slowly.js';
import { parksNow } from '../ledger/parks-on.js';
import { thresholdsOn } from '../parks/thresholds.js';
import {
  linesOfAKind,
  type Today,
  type TodayLine,
  type TodaySource,
} from '../people/today-lines.js';
import { parksCounted } from '../ventures/park-choices.js';
import { canSeeVisits, canWriteVisit } from './permissions.js';
import { countReach, type Reach, type Resident, residentsIn } from './reach.js';
import { longestFirst } from './reach-columns.js';

type Found = { reach: Reach; overdue: Resident[]; due: Resident[]; phones: Map<number, string> };

/** As long as no visit and no residency is changed; a command beside the service counts within a minute. */
const found = new Kept<Found>(
  ['Visit', 'VisitVenture', 'Residency', 'Venture', 'VentureVoid', 'Threshold', 'EarlierThreshold'],
  100,
  60_000,
);

/** Ventures that nobody was at for too long, those that never had anybody first. */
export const neglectedToday: TodaySource = (today) => sectionOf('overdue', today);
/** Ventures that somebody promised to look after again by now. */
export const followUpsToday: TodaySource = (today) => sectionOf('due', today);

async function sectionOf(state: 'overdue' | 'due', today: Today) {
  const { viewer, voice, now } = today;
  if (!canSeeVisits(viewer)) return null;
  const parks = parksCounted(viewer, await parksNow(today.reads));
  const parkIds = parks.map(({ id }) => id);
  const asOf = dayOf(now);
  const { reach, phones, ...lists } = await found.get(
    today.reads,
    JSON.stringify([parkIds, asOf]),
    () => slowly(() => find(today, parkIds)),
  );
  const numberOf = new Map(parks.map(({ id, number }) => [id, number]));
  const line = (row: Resident): TodayLine => {
    const park = numberOf.get(row.parkId) ?? '';
    const logHref = `/visits/new?park=${park}&venture=${row.number}`;
    const days = daysBetween(row.lastOn ?? row.beganOn, asOf);
    const key = row.lastOn === null ? 'visits.today.never' : 'visits.today.ago';
    return {
      href: `/ventures/${row.number}`,
      title: row.name,
      text: [row.number, park].join(' · '),
      due: { text: voice.say(key, { n: days }), tone: 'heed' },
      isOverdue: false,
      phone: phones.get(row.ventureId) ?? null,
      acts: canWriteVisit(viewer, row)
        ? [{ label: voice.say('visits.today.log'), href: logHref }]
        : [],
    };
  };
  return {
    id: `visits-${state}`,
    title: voice.say(`visits.today.${state}`),
    total: reach[state],
    lines: lists[state].map(line),
    allHref: `/visits/reach?state=${state}`,
  };
}

async function find({ reads, now }: Today, parkIds: number[]): Promise<Found> {
  const asOf = dayOf(now);
  const of = { parkIds, asOf, overdueDays: (await thresholdsOn(reads, asOf))['visit-days'] };
  const page = { offset: 0, limit: linesOfAKind, ...longestFirst };
  const overdue = await residentsIn(reads, { ...of, state: 'overdue' }, page);
  const due = await residentsIn(reads, { ...of, state: 'due' }, page);
  const ids = [...overdue, ...due].map(({ ventureId }) => ventureId);
  const ventures = await reads.venture.findMany({
    where: { id: { in: ids } },
    select: { id: true, phone: true },
  });
  const phones = new Map(ventures.flatMap(({ id, phone }) => (phone ? [[id, phone]] : [])));
  return { reach: await countReach(reads, of), overdue, due, phones };
}
