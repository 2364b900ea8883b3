import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Day } from '../../src/calendar/days.js';
import { correctTenancy } from '../../src/ventures/correct-tenancy.js';
import { endTenancy } from '../../src/ventures/end-tenancy.js';
import type { RentBasis } from '../../src/ventures/rent-basis.js';
import { voidTenancy } from '../../src/ventures/void-tenancy.js';
import { type Cast, caseAt, startWaivers } from './cast.js';

let cast: Cast;
let number: string;
beforeAll(async () => {
  cast = await startWaivers();
  number = await caseAt(cast, 'submitted');
});
afterAll(() => cast.close());

const lease = () => cast.db.tenancy.findFirstOrThrow({ where: { ventureId: cast.ventureIds[1] } });

async function correct(changes: { rent?: number; basis?: RentBasis }): Promise<void> {
  const { id, version, beganOn, termEndOn, endedOn, rent, area } = await lease();
  const terms: { endedOn: Day | null } & Record<'beganOn' | 'termEndOn', Day> = {
    beganOn,
    termEndOn,
    endedOn,
  };
  const input = { ...terms, rent, area, tenancyId: id, version, reason: '录错' };
  await cast.act('park1', (tx, by) => correctTenancy(tx, by, Object.assign(input, changes)));
}
const voidIt = async () => {
  const { id, version } = await lease();
  await cast.act('park1', (tx, by) =>
    voidTenancy(tx, by, { tenancyId: id, version, reason: '录错' }),
  );
};

it('a case under way holds rent and days of its lease, by number; its basis can be corrected', async () => {
  const open = { faults: [{ key: 'ventures.lease.rests-case', values: { number } }] };
  await expect(correct({ rent: 1 })).rejects.toMatchObject(open);
  await expect(voidIt()).rejects.toMatchObject(open);
  await correct({ basis: { rentBasis: 'market' } });
  expect(await lease()).toMatchObject({ rentBasis: 'market' });
});

it('a waiver that was granted holds its lease, and ends with it on a day to come', async () => {
  const other = await startWaivers();
  const ofCase = await caseAt(other, 'granted');
  const waiver = await other.db.waiver.findFirstOrThrow({
    where: { application: { number: ofCase } },
  });
  const { id, version } = await other.db.tenancy.findUniqueOrThrow({
    where: { id: waiver.tenancyId ?? 0 },
  });
  const voiding = other.act('park1', (tx, by) =>
    voidTenancy(tx, by, { tenancyId: id, version, reason: '录错' }),
  );
  const values = { number: waiver.number };
  await expect(voiding).rejects.toMatchObject({
    faults: [{ key: 'ventures.lease.rests-waiver', values }],
  });
  await other.act('park1', (tx, by) => endTenancy(tx, by, id, '2025-06-01'), '2025-02-26');
  expect(await other.db.waiver.findUniqueOrThrow({ where: { id: waiver.id } })).toMatchObject({
    endedOn: '2025-06-01',
    endReason: 'tenancy-ended',
  });
  await other.close();
});

it('a grant under a lease whose end is agreed lasts until then', async () => {
  const other = await startWaivers();
  const { id } = await other.db.tenancy.findFirstOrThrow({
    where: { ventureId: other.ventureIds[1] },
  });
  const ofCase = await caseAt(other, 'notice');
  await other.act('park1', (tx, by) => endTenancy(tx, by, id, '2025-06-01'), '2025-02-18');
  const { grantWaiver } = await import('../../src/waivers/grant-waiver.js');
  const seen = await other.db.waiverApplication.findUniqueOrThrow({ where: { number: ofCase } });
  await other.act('bureau2', (tx, by) => grantWaiver(tx, by, seen), '2025-02-25');
  const waiver = await other.db.waiver.findFirstOrThrow({
    where: { application: { number: ofCase } },
  });
  expect(waiver.endedOn).toBe('2025-06-01');
  await other.close();
});
