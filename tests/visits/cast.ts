import { transact } from '../../src/database/database.js';
import { cancelVisit } from '../../src/visits/cancel-visit.js';
import type { VisitKind } from '../../src/visits/kinds.js';
import { logVisit, type NewVisit } from '../../src/visits/log-visit.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at } from '../ledger/network.js';
import { type Client, signedIn } from '../web/client.js';

/**
 * The network of the ledger's tests on 2025-02-14: in P01 海风3号, 6号 and 9号; 0号 moved to P03 on 2024-05-10, 1号 has
 * left. Everybody is signed in, also a manager of P03 alone.
 */
export type Cast = Network & {
  as(username: string): Client;
  idOf(i: number): number;
  log(visit: Partial<NewVisit>, on?: string): Promise<number>;
};

export async function startVisits(): Promise<Cast> {
  const net = await startNetwork();
  const { passwordHash } = await net.db.account.findFirstOrThrow({ where: { username: 'park1' } });
  const role = { role: 'park-manager', passwordHash, createdAt: net.clock.now() };
  await net.db.account.create({
    data: {
      username: 'park3',
      name: 'park3',
      ...role,
      parks: { create: { parkId: net.parkIds[2] } },
    },
  });
  const idOf = (i: number) => net.ventureIds[i] as number;
  return {
    ...net,
    idOf,
    as: signedIn(net.base),
    log: (visit, on = '2025-02-13') =>
      transact(net.db, (tx) =>
        logVisit(tx, at(on), { ...aVisit(net.parkIds[0], [idOf(3)]), ...visit }),
      ),
  };
}

export const aVisit = (parkId: number, ventureIds: number[]): NewVisit => ({
  parkId,
  ventureIds,
  kind: 'visit' as VisitKind,
  madeOn: '2025-02-10',
  madeBy: '王海燕',
  note: '民宿淡季，想办研学',
  followUpOn: null,
});

/** The text of a page as a reader has it. */
export const textOf = (html: string): string =>
  html.replaceAll(/<[^>]+>|\s+/g, ' ').replaceAll(/ +/g, ' ');

/**
 * Visits up to 2025-02-14: 3号 was visited in P01 four days ago and 6号 was at a training in December; a visit to 9号 was
 * cancelled; 0号, now in P03, was called while it was in P01; 2号 in P03 is to be seen again since the first of February.
 */
export async function startServed(): Promise<Cast & { numbers: string[] }> {
  const cast = await startVisits();
  const { idOf, log } = cast;
  await log({ ventureIds: [idOf(3)] });
  await log({ kind: 'training', madeOn: '2024-12-03', ventureIds: [idOf(3), idOf(6)] });
  const cancelled = await log({ ventureIds: [idOf(9)], madeBy: '误记' });
  const mistaken = { version: 1, reason: '误记' };
  await transact(cast.db, (tx) => cancelVisit(tx, at('2025-02-13'), cancelled, mistaken));
  await log({ kind: 'call', madeOn: '2024-04-10', ventureIds: [idOf(0)] });
  const due = { followUpOn: '2025-02-01', madeOn: '2025-01-20', kind: 'guidance' as const };
  await log({ ...due, parkId: cast.parkIds[2], ventureIds: [idOf(2)] });
  const ventures = await cast.db.venture.findMany({ orderBy: { id: 'asc' } });
  return { ...cast, numbers: ventures.map(({ number }) => number) };
}

/** What stands first in each row of a list: names of residents, or days of visits. */
export const firstOf = (html: string) =>
  [...html.matchAll(/<th scope="row"[^>]*><a[^>]*>([^<]+)/g)].map(([, name]) => name);

/** A page that is there. */
export async function pageOf(cast: Cast, who: string, address: string): Promise<string> {
  const { status, text } = await cast.as(who).get(address);
  if (status !== 200) throw new Error(`${who} ${address}: ${status}`);
  return text;
}
