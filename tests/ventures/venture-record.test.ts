import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Prisma } from '../../src/database/generated/client.js';
import { venturesInScope } from '../../src/people/scope.js';
import { type Role, roles, type Viewer } from '../../src/people/viewer.js';
import { findVenture } from '../../src/ventures/find-venture.js';
import { findVentureRecords } from '../../src/ventures/queries.js';
import { startParks } from '../parks/cast.js';
import type { TestApp } from '../web/client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startParks();
  const person = await app.db.person.findFirstOrThrow();
  await app.db.personCategory.createMany({
    data: ['veteran', 'disabled'].map((category) => ({
      personId: person.id,
      category,
      beganOn: '2024-01-01',
      proof: '"证"\n',
    })),
  });
  await app.db.jobsReturn.create({
    data: {
      ventureId: 1,
      month: '2024-10',
      headcount: 3,
      evidence: 'roster',
      note: '附注',
      filedAt: new Date('2025-01-03T02:03:04.567Z'),
      setAside: true,
    },
  });
});
afterAll(() => app.close());

const viewerAs = (role: Role, parkIds: number[]): Viewer => ({
  accountId: 1,
  username: '',
  name: '',
  role,
  regionCode: role === 'county-reviewer' ? '330903' : null,
  parkIds,
  personId: 1,
});

const include = {
  residencies: {
    include: { park: { include: { region: true } } },
    orderBy: { beganOn: 'desc' as const },
  },
  roles: {
    include: { person: { include: { categories: true } } },
    orderBy: [{ beganOn: 'asc' as const }, { id: 'asc' as const }],
  },
  tenancies: {
    include: { space: true, steps: { orderBy: { fromOn: 'asc' as const } } },
    orderBy: [{ beganOn: 'desc' as const }, { id: 'desc' as const }],
  },
  returns: { orderBy: { month: 'asc' as const } },
  mergesAsSurvivor: {
    where: { undoneAt: null },
    select: { loser: { select: { number: true, name: true } } },
    orderBy: { id: 'asc' as const },
  },
} satisfies Prisma.VentureInclude;

const withStays = {
  residencies: { include: { park: true }, orderBy: { beganOn: 'desc' as const } },
} satisfies Prisma.VentureInclude;

it('one question reads of a venture what the client reads, for every role', async () => {
  const ventures = await app.db.venture.findMany();
  expect(ventures.length).toBeGreaterThan(1);
  const { id: tenancyId } = await app.db.tenancy.findFirstOrThrow();
  const steps = ['2025-09-01', '2025-12-01'].map((fromOn) => ({ tenancyId, fromOn, fen: 90_000 }));
  await app.db.rentStep.createMany({ data: steps });
  for (const role of roles) {
    for (const parkIds of [[], [1], [2], [1, 2]]) {
      const viewer = viewerAs(role, parkIds);
      for (const { number } of ventures) {
        const where = { AND: [venturesInScope(viewer), { number }] };
        const expected = await app.db.venture.findFirst({ where, include });
        // A county's parks are those of its region: the viewer never has others.
        if (role === 'county-reviewer' && parkIds.join() !== '1') continue;
        expect(await findVentureRecords(app.db, viewer, number)).toEqual(expected);
        const stays = await app.db.venture.findFirst({ where, include: withStays });
        expect(await findVenture(app.db, viewer, number)).toEqual(stays);
      }
    }
  }
});
