import { addDays, type Day, today } from '../../../src/calendar/days.js';
import { addSpaces, type NewSpace } from '../../../src/parks/add-spaces.js';
import { valuesOf } from '../../../src/returns/cell-values.js';
import { fileOneReturn } from '../../../src/returns/file-one-return.js';
import { correctSettling } from '../../../src/ventures/correct-settling.js';
import { correctTenancy } from '../../../src/ventures/correct-tenancy.js';
import { letSpaces } from '../../../src/ventures/let-spaces.js';
import { logVentures, type NewVenture } from '../../../src/ventures/log-venture.js';
import { settleVentures } from '../../../src/ventures/settle-venture.js';
import { voidSpace } from '../../../src/ventures/void-space.js';
import { voidTenancy } from '../../../src/ventures/void-tenancy.js';
import { voidVenture } from '../../../src/ventures/void-venture.js';
import { featured } from './featured.js';
import type { Step } from './mistakes.js';
import { inventPhone } from './people-names.js';

/** @param place of the phone among those that nobody else has */
export const logByMistake =
  (name: string, place: number): Step =>
  async (tx, by, parkId) => {
    const beganOn = addDays(today(by.at), -2);
    const founder = { name: '应培', phone: inventPhone(90_000_008 + place) };
    const [ventureId = 0] = await logVentures(tx, by, [
      {
        ...plain,
        name,
        parkId,
        founders: [{ ...founder, graduatedOn: null, categories: [] }],
        foundedOn: beganOn,
      },
    ]);
    await settleVentures(tx, by, [{ ventureId, parkId, beganOn }]);
  };

const whyVoided = [
  '系统培训时试填，误存为正式记录',
  '核对填报步骤时保存，并无此主体',
  '演示操作后忘记取消',
];

export const voidLogged =
  (name: string, why: number): Step =>
  async (tx, by) => {
    const { id, version } = await tx.venture.findFirstOrThrow({ where: { name } });
    await voidVenture(tx, by, { ventureId: id, version, reason: whyVoided[why] as string });
  };

/** A free space, let to a venture that has another one. */
export const letByMistake: Step = async (tx, by, parkId) => {
  const space = await tx.space.findFirstOrThrow({
    where: { parkId, closedOn: null, tenancies: { none: { endedOn: null } } },
    orderBy: { id: 'asc' },
  });
  const { ventureId } = await tx.residency.findFirstOrThrow({
    where: { parkId, endedOn: null, venture: { tenancies: { some: { endedOn: null } } } },
    orderBy: { id: 'desc' },
  });
  const beganOn = today(by.at);
  const { id: spaceId, area } = space;
  await letSpaces(tx, by, [
    { ventureId, spaceId, area, beganOn, termEndOn: yearAfter(beganOn), rent: 0, basis: agreed },
  ]);
};

export const voidLease =
  (reason: string): Step =>
  async (tx, by, parkId) => {
    const { id, version } = await tx.tenancy.findFirstOrThrow({
      where: { beganOn: today(by.at), space: { parkId } },
      orderBy: { id: 'desc' },
    });
    await voidTenancy(tx, by, { tenancyId: id, version, reason });
  };

/** The first space of the park, entered once more. */
export const addByMistake: Step = async (tx, by, parkId) => {
  const { name, kind, village, island, address, area, owner } = await tx.space.findFirstOrThrow({
    where: { parkId },
    orderBy: { id: 'asc' },
  });
  const described = { name, kind, village, island, address, area, owner } as NewSpace;
  const rest = { openedOn: today(by.at), marketRent: null, rentSource: '' };
  await addSpaces(tx, by, parkId, [Object.assign(described, rest)]);
};

export const voidAdded =
  (reason: string): Step =>
  async (tx, by, parkId) => {
    const { id, version } = await tx.space.findFirstOrThrow({
      where: { parkId, openedOn: today(by.at) },
      orderBy: { id: 'desc' },
    });
    await voidSpace(tx, by, { spaceId: id, version, reason });
  };

/** The venture that came in last came a day earlier; its lease begins as it did. */
export const correctDay =
  (reason: string): Step =>
  async (tx, by, parkId) => {
    const { id, version, beganOn } = await tx.residency.findFirstOrThrow({
      where: {
        parkId,
        endedOn: null,
        beganOn: { gte: addDays(today(by.at), -100) },
        venture: { applications: { none: {} }, residencies: { every: { parkId } } },
      },
      orderBy: [{ beganOn: 'desc' }, { id: 'asc' }],
    });
    await correctSettling(tx, by, {
      residencyId: id,
      version,
      beganOn: addDays(beganOn, -1),
      reason,
      setsAsideReturns: false,
    });
  };

/** The newest lease of the park with a rent: 50 yuan too much were typed. */
export const correctRent =
  (reason: string): Step =>
  async (tx, by, parkId) => {
    const lease = await tx.tenancy.findFirstOrThrow({
      where: {
        space: { parkId },
        beganOn: { gte: '2025-01-01' },
        endedOn: null,
        rent: { gt: 5_000 },
        venture: { applications: { none: {} } },
      },
      orderBy: { id: 'desc' },
    });
    const { id: tenancyId, version, beganOn, termEndOn, endedOn, area } = lease;
    const terms = { beganOn, termEndOn, endedOn, area, rent: lease.rent - 5_000 };
    await correctTenancy(tx, by, { tenancyId, version, ...terms, basis: agreed, reason });
  };

/** A venture of another park, logged once more under a name without its county. */
export const logTwice =
  (county: string, name: string): Step =>
  async (tx, by, parkId) => {
    const twin = featured.find((one) => one.name === `${county}${name}`);
    if (!twin) throw new Error(`nobody is called ${county}${name}`);
    const { founder, trade } = twin;
    const foundedOn = addDays(today(by.at), -2);
    await logVentures(tx, by, [{ ...plain, trade, name, parkId, founders: [founder], foundedOn }]);
  };

/** Asked why there are so many more than the month before, the park says so. */
export const confirmJump =
  (month: string, more: number, confirmed: string): Step =>
  async (tx, by, parkId) => {
    const stayed = { parkId, endedOn: null, beganOn: { lt: addDays(`${month}-01`, -60) } };
    const filed = await tx.jobsReturn.findFirstOrThrow({
      where: {
        month,
        setAside: false,
        headcount: { gte: 8 },
        venture: { residencies: { some: stayed } },
      },
      orderBy: { id: 'asc' },
    });
    const { ventureId, version, headcount } = filed;
    await fileOneReturn(tx, by, {
      ...valuesOf(filed),
      headcount: headcount + more,
      note: '漏计月末在岗的季节工',
      ventureId,
      month,
      version,
      confirmed,
    });
  };

const yearAfter = (day: Day): Day => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
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
