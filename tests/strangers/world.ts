import path from 'node:path';
import type { Db, Tx } from '../../src/database/database.js';
import { KeyRing, newKeys } from '../../src/vault/key-ring.js';
import { demonstration } from '../demonstration.js';
import type { Stranger, StrangerName } from './kinds.js';

/** What strangers lay hands on: a park, a venture that is in it, its founder, and a case that was granted there. */
export type World = Awaited<ReturnType<typeof startWorld>>;

const at = new Date('2026-11-24T02:00:00Z');

/** The demonstration, with a case of a park of which all that verbs ask for is there. */
export async function startWorld() {
  const { db, file, close } = await demonstration();
  const granted = await db.waiverApplication.findFirstOrThrow({
    where: {
      state: 'granted',
      waiver: { endedOn: null },
      venture: {
        residencies: { every: { endedOn: null } },
        tenancies: { some: { endedOn: null } },
      },
      person: { proofFiles: { some: { removedAt: null } } },
    },
    include: {
      waiver: true,
      policyVersion: { include: { policy: true } },
      venture: { include: { tenancies: { where: { endedOn: null } }, roles: true } },
      person: { include: { proofFiles: { where: { removedAt: null } } } },
    },
    orderBy: { id: 'asc' },
  });
  const { parkId, ventureId, personId, venture, waiver, person, policyVersion } = granted;
  const figure = await db.publishedFigure.findFirstOrThrow({ include: { editions: true } });
  const other = await db.park.findFirstOrThrow({ where: { id: { not: parkId }, closedOn: null } });
  const space = await db.space.findFirstOrThrow({
    where: { parkId, tenancies: { none: { endedOn: null } } },
  });
  return {
    db,
    close,
    folder: path.join(path.dirname(file), 'proofs'),
    keys: new KeyRing(newKeys(at)),
    at,
    day: '2026-11-24',
    parkId,
    otherParkId: other.id,
    ofPark: { parkId, month: '2026-10' },
    ventureId,
    personId,
    roleId: present(venture.roles[0]).id,
    tenancyId: present(venture.tenancies[0]).id,
    spaceId: space.id,
    applicationId: granted.id,
    waiver: present(waiver),
    proof: Object.assign(present(person.proofFiles[0]), { personId }),
    policyCode: policyVersion.policy.code,
    rules: policyVersion.rules,
    figure: { number: figure.number, edition: figure.editions.length },
    strangers: await strangersTo(db, { parkId, personId }),
    /** An account that is no stranger's. */
    accountId: (await db.account.findUniqueOrThrow({ where: { username: 'bureau2' } })).id,
  };
}

export function present<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('the demonstration lacks it');
  return value;
}

async function strangersTo(
  db: Db,
  { parkId, personId }: { parkId: number; personId: number },
): Promise<Record<StrangerName, Stranger>> {
  const park = await db.park.findUniqueOrThrow({ where: { id: parkId } });
  const region = await db.region.findUniqueOrThrow({ where: { code: park.regionCode } });
  const codes = [region.code, region.parentCode].filter((code) => code !== null);
  const found = {
    administrator: await accountOf(db, { role: 'administrator' }),
    auditor: await accountOf(db, { role: 'auditor' }),
    bureau: await accountOf(db, { role: 'bureau-staff' }),
    manager: await accountOf(db, { role: 'park-manager', parks: { none: { parkId } } }),
    county: await accountOf(db, { role: 'county-reviewer', regionCode: { notIn: codes } }),
    founder: await accountOf(db, { role: 'founder', personId: { not: personId } }),
    gone: await accountOf(db, { username: 'bureau3' }),
  };
  await db.account.update({ where: { id: found.gone.accountId }, data: { isActive: false } });
  return found;
}

async function accountOf(
  db: Db,
  where: NonNullable<Parameters<Db['account']['findFirst']>[0]>['where'] & object,
): Promise<Stranger> {
  const { id, name } = await db.account.findFirstOrThrow({ where, orderBy: { id: 'asc' } });
  return { accountId: id, name, at };
}

/** The venture as one that is in no park any more. */
export async function unsettled({ ventureId, parkId, day }: World, tx: Tx) {
  await tx.residency.updateMany({
    where: { ventureId, endedOn: null },
    data: { endedOn: day, endReason: 'graduated' },
  });
  return { ventureId, parkId, beganOn: day };
}

/** A visit to the venture. @returns its id */
export async function aVisit({ parkId, day }: World, tx: Tx): Promise<number> {
  const facts = { kind: 'call', madeOn: day, madeBy: '某人', loggedAt: at };
  return (await tx.visit.create({ data: { ...facts, parkId } })).id;
}

/** A request of one administrator that waits for another. @returns its id */
export async function aRequest({ accountId, strangers }: World, tx: Tx): Promise<number> {
  const { id } = await tx.accountRequest.create({
    data: {
      kind: 'reactivate',
      accountId,
      reason: '测试',
      requestedAt: at,
      requestedById: strangers.administrator.accountId,
      expiresAt: new Date('2026-11-30T02:00:00Z'),
    },
  });
  return id;
}
