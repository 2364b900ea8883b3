import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import { storeFile } from '../../../src/proofs/file-store.js';
import type { KeyRing } from '../../../src/vault/key-ring.js';
import { giveNotice } from '../../../src/ventures/give-notice.js';
import { attachLeasePaper } from '../../../src/ventures/lease-papers.js';
import { letSpaces } from '../../../src/ventures/let-spaces.js';
import { renewTenancy } from '../../../src/ventures/renew-tenancy.js';
import { paperPdf } from '../waivers/paper-pdf.js';
import type { Sealing } from '../waivers/papers.js';
import type { Mistake } from './mistakes.js';

/** The park with the lease with steps: no list of the tests asks for a space there. */
const ofSteps = 2;

/** What parks agree about leases at the end of the story, in months that are open. */
export const leaseActs: Mistake[] = [
  { at: new Date('2026-11-12T01:40:00Z'), park: ofSteps, step: letWithSteps },
  { at: new Date('2026-11-13T02:10:00Z'), park: 1, step: renewWithSteps },
  { at: new Date('2026-11-16T03:20:00Z'), park: ofSteps, step: scanAgreement },
  { at: new Date('2026-11-17T06:20:00Z'), park: 0, step: noticeOfTenant },
  { at: new Date('2026-11-18T06:50:00Z'), park: 5, step: noticeOfTenant },
];

const agreed = { rentBasis: 'agreement' } as const;

/** A second space for a venture: the first month without rent, and more from the second year on. */
async function letWithSteps(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const space = await tx.space.findFirstOrThrow({
    where: { parkId, closedOn: null, tenancies: { none: { endedOn: null } } },
    orderBy: { id: 'asc' },
  });
  const { ventureId } = await tx.residency.findFirstOrThrow({
    where: { parkId, endedOn: null, venture: { tenancies: { some: { endedOn: null } } } },
    orderBy: { id: 'desc' },
  });
  await letSpaces(tx, by, [
    {
      ventureId,
      spaceId: space.id,
      area: space.area,
      beganOn: '2026-11-16',
      termEndOn: '2029-11-16',
      rent: 60_000,
      rentFreeTo: '2026-12-16',
      steps: [
        { fromOn: '2027-11-16', fen: 80_000 },
        { fromOn: '2028-11-16', fen: 100_000 },
      ],
      basis: agreed,
      contractNumber: `租20261116-${space.id}`,
      deposit: 60_000,
    },
  ]);
}

/** The next lease of one that runs out soon, with a higher rent in its second year. */
async function renewWithSteps(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const { id, version, termEndOn, rent } = await tx.tenancy.findFirstOrThrow({
    where: {
      space: { parkId },
      endedOn: null,
      voidedAt: null,
      rent: { gt: 0 },
      termEndOn: { gt: '2026-11-20' },
      venture: { applications: { none: {} } },
    },
    orderBy: [{ termEndOn: 'asc' }, { id: 'asc' }],
  });
  const year = Number(termEndOn.slice(0, 4));
  const inYears = (years: number) => `${year + years}${termEndOn.slice(4)}`;
  await renewTenancy(tx, by, {
    tenancyId: id,
    version,
    beganOn: null,
    termEndOn: inYears(2),
    rent,
    steps: [{ fromOn: inYears(1), fen: rent + 10_000 }],
    basis: agreed,
    contractNumber: `租${termEndOn.replaceAll('-', '')}-${id}`,
    deposit: rent,
  });
}

/** The signed agreement of the lease with steps, scanned. */
async function scanAgreement(
  tx: Tx,
  by: Actor,
  parkId: number,
  _: KeyRing,
  sealing: Sealing,
): Promise<void> {
  const { id, contractNumber } = await tx.tenancy.findFirstOrThrow({
    where: { space: { parkId }, beganOn: '2026-11-16' },
    orderBy: { id: 'desc' },
  });
  const bytes = paperPdf(['场地租赁协议（演示）', `合同编号：${contractNumber}`]);
  const stored = await storeFile(sealing.proofs, sealing.keys, { personId: null, bytes });
  const mediaType = 'application/pdf';
  await attachLeasePaper(tx, by, { tenancyId: id, name: '租赁协议.pdf', mediaType, stored });
}

/** A venture that wants to leave a space at the end of the year. */
async function noticeOfTenant(tx: Tx, by: Actor, parkId: number): Promise<void> {
  const { id } = await tx.tenancy.findFirstOrThrow({
    where: {
      space: { parkId },
      endedOn: null,
      voidedAt: null,
      beganOn: { lt: '2026-01-01' },
      termEndOn: { gt: '2027-01-01' },
      venture: { applications: { none: {} } },
    },
    orderBy: { id: 'asc' },
  });
  await giveNotice(tx, by, {
    tenancyId: id,
    givenBy: 'tenant',
    givenOn: '2026-11-16',
    endsOn: '2027-01-01',
    note: '业务迁至定海，年底退租',
  });
}
