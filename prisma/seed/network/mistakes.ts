import { addDays, type Day } from '../../../src/calendar/days.js';
import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import { addSpaces, type NewSpace } from '../../../src/parks/add-spaces.js';
import { valuesOf } from '../../../src/returns/cell-values.js';
import { fileOneReturn } from '../../../src/returns/file-one-return.js';
import type { KeyRing } from '../../../src/vault/key-ring.js';
import { correctSettling } from '../../../src/ventures/correct-settling.js';
import { correctTenancy } from '../../../src/ventures/correct-tenancy.js';
import { letSpaces } from '../../../src/ventures/let-spaces.js';
import { logVentures, type NewVenture } from '../../../src/ventures/log-venture.js';
import { settleVentures } from '../../../src/ventures/settle-venture.js';
import { voidSpace } from '../../../src/ventures/void-space.js';
import { voidTenancy } from '../../../src/ventures/void-tenancy.js';
import { voidVenture } from '../../../src/ventures/void-venture.js';
import type { Sealing } from '../waivers/papers.js';
import { featured } from './featured.js';
import {
  correctName,
  enterFounderTwice,
  enterWrongName,
  listTwice,
  logOnceMore,
  mergeFounder,
  mergeThem,
  typeOnePhoneInWays,
} from './mistakes-of-people.js';
import { inventPhone } from './people-names.js';

/** A mistake that a park makes, or puts right, of the park in that place of the list. */
type Step = (tx: Tx, by: Actor, parkId: number, keys: KeyRing, sealing: Sealing) => Promise<void>;
export type Mistake = { at: Date; park: number; step: Step };

/**
 * What goes wrong in any network, at the end of the story and put right as anybody would: after all that was counted, so
 * that no total of an earlier month moves but the one headcount that was asked about.
 */
export const mistakes: Mistake[] = [
  { at: office('2026-11-05', 2), park: 3, step: logByMistake },
  { at: office('2026-11-06', 1), park: 3, step: voidIt },
  { at: office('2026-11-09', 2), park: 2, step: letByMistake },
  { at: office('2026-11-09', 6), park: 2, step: voidLease },
  { at: office('2026-11-10', 1), park: 4, step: addByMistake },
  { at: office('2026-11-10', 2), park: 4, step: voidIts },
  { at: office('2026-11-10', 3), park: 1, step: correctDay },
  { at: office('2026-11-11', 3), park: 5, step: correctRent },
  { at: office('2026-11-12', 4), park: 4, step: logTwice },
  { at: office('2026-11-13', 2), park: 9, step: confirmJump },
  { at: office('2026-11-16', 1), park: 6, step: listTwice },
  { at: office('2026-11-16', 2), park: 6, step: typeOnePhoneInWays },
  { at: office('2026-11-16', 3), park: 7, step: enterFounderTwice },
  { at: office('2026-11-16', 4), park: 1, step: enterFounderTwice },
  { at: office('2026-11-17', 2), park: 1, step: mergeFounder },
  { at: office('2026-11-17', 3), park: 2, step: enterWrongName },
  { at: office('2026-11-18', 1), park: 2, step: correctName },
  { at: office('2026-11-18', 2), park: 7, step: logOnceMore },
  { at: office('2026-11-19', 2), park: 7, step: mergeThem },
];

function office(day: Day, hour: number): Date {
  return new Date(Date.parse(`${day}T00:40:00Z`) + hour * 3_600_000);
}

const testName = '系统培训试填商行';

async function logByMistake(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const [ventureId = 0] = await logVentures(tx, by, [
    {
      ...plain,
      name: testName,
      parkId,
      founders: [
        { name: '应培', phone: inventPhone(90_000_009), graduatedOn: null, categories: [] },
      ],
      foundedOn: '2026-11-03',
    },
  ]);
  await settleVentures(tx, by, [{ ventureId, parkId, beganOn: '2026-11-03' }]);
}

async function voidIt(tx: Tx, by: Actor): Promise<void> {
  const { id, version } = await tx.venture.findFirstOrThrow({ where: { name: testName } });
  const reason = '系统培训时试填，误存为正式记录';
  await voidVenture(tx, by, { ventureId: id, version, reason });
}

/** A free space, let to a venture that has another one. */
async function letByMistake(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const space = await tx.space.findFirstOrThrow({
    where: { parkId, closedOn: null, tenancies: { none: { endedOn: null } } },
    orderBy: { id: 'asc' },
  });
  const { ventureId } = await tx.residency.findFirstOrThrow({
    where: { parkId, endedOn: null, venture: { tenancies: { some: { endedOn: null } } } },
    orderBy: { id: 'desc' },
  });
  const term = { beganOn: '2026-11-09', termEndOn: '2027-11-09' };
  const { id: spaceId, area } = space;
  const basis = { rentBasis: 'agreement' } as const;
  await letSpaces(tx, by, [{ ...term, ventureId, spaceId, area, rent: 0, basis }]);
}

async function voidLease(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const lease = await tx.tenancy.findFirstOrThrow({
    where: { beganOn: '2026-11-09', space: { parkId } },
    orderBy: { id: 'desc' },
  });
  const reason = '选错创业主体，租约未签';
  await voidTenancy(tx, by, { tenancyId: lease.id, version: lease.version, reason });
}

/** The first space of the park, entered once more. */
async function addByMistake(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const { name, kind, village, island, address, area, owner } = await tx.space.findFirstOrThrow({
    where: { parkId },
    orderBy: { id: 'asc' },
  });
  const described = { name, kind, village, island, address, area, owner } as NewSpace;
  const rest = { openedOn: '2026-11-10', marketRent: null, rentSource: '' };
  await addSpaces(tx, by, parkId, [Object.assign(described, rest)]);
}

async function voidIts(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const space = await tx.space.findFirstOrThrow({
    where: { parkId, openedOn: '2026-11-10' },
    orderBy: { id: 'desc' },
  });
  const reason = '与已有场地重复登记';
  await voidSpace(tx, by, { spaceId: space.id, version: space.version, reason });
}

/** A venture that came in October came a day earlier; its lease begins as it did. */
async function correctDay(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const stay = await tx.residency.findFirstOrThrow({
    where: { parkId, endedOn: null, beganOn: { gte: '2026-08-02' } },
    orderBy: { beganOn: 'desc' },
  });
  await correctSettling(tx, by, {
    residencyId: stay.id,
    version: stay.version,
    beganOn: addDays(stay.beganOn, -1),
    reason: '入驻协议所载入驻日为前一日',
    setsAsideReturns: false,
  });
}

async function correctRent(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const lease = await tx.tenancy.findFirstOrThrow({
    where: {
      space: { parkId },
      beganOn: { gte: '2026-01-01' },
      endedOn: null,
      rent: { gt: 0 },
      venture: { applications: { none: {} } },
    },
    orderBy: { id: 'desc' },
  });
  const { id: tenancyId, version, beganOn, termEndOn, endedOn, area } = lease;
  const terms = { beganOn, termEndOn, endedOn, area, rent: lease.rent - 5_000 };
  const reason = '租金录入有误，以合同所载为准';
  await correctTenancy(tx, by, { tenancyId, version, ...terms, basis: agreed, reason });
}

/** The same pottery under a name without its county, by a park of another island. */
async function logTwice(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const twin = featured.find(({ name }) => name.startsWith('定海区')) as (typeof featured)[number];
  const { founder, trade, name } = twin;
  await logVentures(tx, by, [
    {
      ...plain,
      trade,
      name: name.replace('定海区', ''),
      parkId,
      founders: [founder],
      foundedOn: '2026-11-10',
    },
  ]);
}

/** Asked why there are so many more than the month before, the park says so. */
async function confirmJump(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const filed = await tx.jobsReturn.findFirstOrThrow({
    where: {
      month: '2026-09',
      setAside: false,
      headcount: { gte: 8 },
      venture: { residencies: { some: { parkId, endedOn: null, beganOn: { lt: '2026-06-01' } } } },
    },
    orderBy: { id: 'asc' },
  });
  const { ventureId, month, version, headcount } = filed;
  await fileOneReturn(tx, by, {
    ...valuesOf(filed),
    headcount: headcount + 14,
    note: '漏计月末在岗的季节工',
    ventureId,
    month,
    version,
    confirmed: '九月开捕，冷冻加工线临时增加季节工 14 人，已核对考勤',
  });
}

const agreed = { rentBasis: 'agreement' } as const;
const plain: Omit<NewVenture, 'name' | 'parkId' | 'founders' | 'foundedOn'> = {
  legalForm: 'team',
  creditCode: null,
  creditCodeNote: null,
  industry: 'R',
  trade: 'catering',
  registeredOn: null,
  phone: null,
  about: '',
  isNamed: false,
};
