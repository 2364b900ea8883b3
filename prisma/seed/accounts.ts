import type { Tx } from '../../src/database/database.js';
import { hashPassword } from '../../src/people/passwords.js';
import type { Role } from '../../src/people/viewer.js';

/** Of every demonstration account; printed at the start and on the sign-in page. */
export const demonstrationPassword = 'walls-down-2025';

type Person = { username: string; name: string; role: Role };

const ofTheBureau: Person[] = [
  { username: 'bureau', name: '沈海宁', role: 'bureau-staff' },
  { username: 'admin', name: '郑系安', role: 'administrator' },
  { username: 'auditor', name: '俞明审', role: 'auditor' },
];
const managers = [
  '陈浪平',
  '林渔歌',
  '王海棠',
  '张帆影',
  '李潮生',
  '周岸青',
  '胡汐月',
  '徐港生',
  '金屿晴',
  '乐舟远',
];
const founders = ['虞晨帆', '邬晓岚'];

/**
 * Makes the demonstration accounts: bureau, putuo, park1 to park10, founder1, founder2, admin, auditor.
 * @param network the ten parks in their order, the region of putuo, the people behind the founders
 */
export async function seedAccounts(
  tx: Tx,
  network: {
    parkIds: number[];
    putuoRegion: string;
    founderPersonIds: [number, number];
    createdAt?: Date;
  },
): Promise<void> {
  const common = {
    // One hash for all: these passwords are no secret, and fourteen hashes would take a second.
    passwordHash: await hashPassword(demonstrationPassword),
    createdAt: network.createdAt ?? new Date('2023-01-01T00:00:00Z'),
  };
  await tx.account.createMany({ data: ofTheBureau.map((person) => ({ ...person, ...common })) });
  await tx.account.create({
    data: {
      ...{ username: 'putuo', name: '方普宁', role: 'county-reviewer' },
      ...common,
      regionCode: network.putuoRegion,
    },
  });
  for (const [i, name] of managers.entries()) {
    const parkId = network.parkIds[i];
    if (parkId === undefined) throw new Error(`there is no park for park${i + 1}`);
    await tx.account.create({
      data: {
        ...{ username: `park${i + 1}`, name, role: 'park-manager' },
        ...common,
        parks: { create: { parkId } },
      },
    });
  }
  await tx.account.createMany({
    data: founders.map((name, i) => ({
      ...{ username: `founder${i + 1}`, name, role: 'founder' },
      ...common,
      personId: network.founderPersonIds[i] as number,
    })),
  });
}
