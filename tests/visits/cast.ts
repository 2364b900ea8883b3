import { transact } from '../../src/database/database.js';
import type { VisitKind } from '../../src/visits/kinds.js';
import { logVisit, type NewVisit } from '../../src/visits/log-visit.js';
import { type Network, startNetwork } from '../ledger/cast.js';
import { at } from '../ledger/network.js';
import { type Client, signIn } from '../web/client.js';

/**
 * The network of the ledger's tests on 2025-02-14: in P01 海风3号, 6号 and 9号; 0号 moved to P03 on 2024-05-10, 1号 has
 * left. Everybody is signed in, also a manager of P03 alone.
 */
export type Cast = Network & {
  as(username: string): Client;
  idOf(i: number): number;
  log(visit: Partial<NewVisit>, on?: string): Promise<number>;
};

const everybody = ['bureau', 'auditor', 'admin', 'founder1', 'putuo', 'park1', 'park13', 'park3'];

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
  const clients = new Map<string, Client>();
  for (const name of everybody) clients.set(name, await signIn(net.base, name));
  const idOf = (i: number) => net.ventureIds[i] as number;
  return {
    ...net,
    idOf,
    as: (username) => clients.get(username) as Client,
    log: (visit, on = '2025-02-13') =>
      transact(net.db, (tx) =>
        logVisit(tx, at(on), { ...aVisit(net.parkIds[0], [idOf(3)]), ...visit }),
      ),
  };
}

export const aVisit = (parkId: number, ventureIds: number[]): NewVisit => ({
  ...{ parkId, ventureIds, kind: 'visit' as VisitKind, madeOn: '2025-02-10' },
  ...{ madeBy: '王海燕', note: '民宿淡季，想办研学', followUpOn: null },
});

/** The text of a page as a reader has it. */
export const textOf = (html: string): string =>
  html.replaceAll(/<[^>]+>|\s+/g, ' ').replaceAll(/ +/g, ' ');
