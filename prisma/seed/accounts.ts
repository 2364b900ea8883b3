import type { Tx } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import type { AccountSettings } from '../../src/people/account-rules.js';
import { addAccount } from '../../src/people/add-account.js';

/** Of every demonstration account; printed at the start and on the sign-in page. */
export const demonstrationPassword = 'walls-down-2025';

/** That password under a fixed salt: it is no secret, and the demonstration is the same bytes every time. */
const passwordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$ZGVtb25zdHJhdGlvbi0wMQ$YsO4NCWUetuKg/lmjmgxV6B0LY73sNfjwp1Mh4k8G/U';

type Person = Pick<AccountSettings, 'name' | 'role'> & { username: string };

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

/**
 * Makes the demonstration accounts: bureau, putuo, park1 to park10, founder1, founder2, admin, auditor.
 * @param network the ten parks in their order, the region of putuo, the people behind the founders,
 *   whose names the accounts bear
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
  const by: Actor = {
    accountId: null,
    at: network.createdAt ?? new Date('2023-01-01T00:00:00Z'),
  };
  const noScope = { regionCode: null, parkIds: [], personNumber: null };
  const add = (account: Person & Partial<AccountSettings>) =>
    addAccount(tx, by, { ...noScope, ...account, passwordHash });

  for (const person of ofTheBureau) await add(person);
  await add({
    ...{ username: 'putuo', name: '方普宁', role: 'county-reviewer' },
    regionCode: network.putuoRegion,
  });
  for (const [i, name] of managers.entries()) {
    const parkId = network.parkIds[i];
    if (parkId === undefined) throw new Error(`there is no park for park${i + 1}`);
    await add({ username: `park${i + 1}`, name, role: 'park-manager', parkIds: [parkId] });
  }
  for (const [i, id] of network.founderPersonIds.entries()) {
    const { name, number } = await tx.person.findUniqueOrThrow({ where: { id } });
    await add({ username: `founder${i + 1}`, name, role: 'founder', personNumber: number });
  }
}
