import type { Tx } from '../../src/database/database.js';
import type { Actor } from '../../src/history/actor.js';
import type { AccountSettings } from '../../src/people/account-rules.js';
import { addAccount } from '../../src/people/add-account.js';

/** Of every demonstration account; printed at the start and on the sign-in page. */
export const demonstrationPassword = 'walls-down-2025';

/** That password under a fixed salt: it is no secret, and the demonstration is the same bytes every time. */
export const passwordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$ZGVtb25zdHJhdGlvbi0wMQ$YsO4NCWUetuKg/lmjmgxV6B0LY73sNfjwp1Mh4k8G/U';

type Person = Pick<AccountSettings, 'name' | 'role'> & { username: string };

const ofTheBureau: Person[] = [
  { username: 'bureau', name: '沈海宁', role: 'bureau-staff' },
  { username: 'bureau2', name: '贺岚清', role: 'bureau-staff' },
  { username: 'bureau3', name: '邵望舒', role: 'bureau-staff' },
  { username: 'admin', name: '郑系安', role: 'administrator' },
  { username: 'admin2', name: '龚慎行', role: 'administrator' },
  { username: 'auditor', name: '俞明审', role: 'auditor' },
];
/** The reviewers of the four counties. */
const reviewers = [
  { username: 'dinghai', name: '刘定波', regionCode: '330902' },
  { username: 'putuo', name: '方普宁', regionCode: '330903' },
  { username: 'daishan', name: '汤岱青', regionCode: '330921' },
  { username: 'shengsi', name: '毛嵊岚', regionCode: '330922' },
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

const noScope = { regionCode: null, parkIds: [], personNumber: null };

/** Nobody's act, whoever opens the park: an account takes two administrators, and the demonstration begins without any. */
const add = (tx: Tx, { at }: Actor, account: Person & Partial<AccountSettings>) =>
  addAccount(
    tx,
    { accountId: null, at },
    { ...noScope, ...account, passwordHash, passwordBy: 'holder' },
  );

/**
 * Makes the demonstration accounts that belong to no park: the bureau's, the counties' reviewers, founder1, founder2,
 * admin, admin2 and auditor.
 * @param network the people behind the founders, whose names the accounts bear
 * @returns their ids by username
 */
export async function seedAccounts(
  tx: Tx,
  by: Actor,
  network: { founderPersonIds: [number, number] },
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const person of ofTheBureau) ids.set(person.username, (await add(tx, by, person)).id);
  for (const reviewer of reviewers)
    ids.set(reviewer.username, (await add(tx, by, { ...reviewer, role: 'county-reviewer' })).id);
  for (const [i, id] of network.founderPersonIds.entries()) {
    const { name, number } = await tx.person.findUniqueOrThrow({ where: { id } });
    const username = `founder${i + 1}`;
    const founder = await add(tx, by, { username, name, role: 'founder', personNumber: number });
    ids.set(username, founder.id);
  }
  return ids;
}

/** Makes the account park1 to park10 of a park that has just opened, `index` counted from 0. Returns its id. */
export async function seedManager(
  tx: Tx,
  by: Actor,
  index: number,
  parkId: number,
): Promise<number> {
  const name = managers[index];
  if (name === undefined) throw new Error(`there is no park${index + 1}`);
  const username = `park${index + 1}`;
  return (await add(tx, by, { username, name, role: 'park-manager', parkIds: [parkId] })).id;
}
