import type { Tx } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { announce, announceAll } from '../../outbox/announce.js';
import type { RequestKind } from './account-request.js';

const hrefOf = (id: number): string => `/account-requests/${id}`;

/** Tells the administrators who can confirm a request that one waits: not its requester, nor whom it is about. */
export async function tellAdministrators(
  tx: Tx,
  by: Actor,
  { id, kind, accountId }: { id: number; kind: RequestKind; accountId: number | null },
): Promise<void> {
  const administrators = await tx.account.findMany({
    where: { role: 'administrator', isActive: true },
    select: { id: true, name: true },
  });
  const who = administrators.find((administrator) => administrator.id === by.accountId)?.name ?? '';
  await announceAll(
    tx,
    by,
    administrators
      .filter(
        (administrator) => administrator.id !== by.accountId && administrator.id !== accountId,
      )
      .map((administrator) => ({
        accountId: administrator.id,
        key: 'people.request-made',
        values: { who, what: { word: `people.request.kind.${kind}` } },
        href: hrefOf(id),
      })),
  );
}

/** Tells who asked for it how a request was decided. */
export async function tellRequester(
  tx: Tx,
  by: Actor,
  { id, kind, requestedById }: { id: number; kind: string; requestedById: number },
  { outcome }: { outcome: 'confirmed' | 'declined' | 'withdrawn' },
): Promise<void> {
  const values = {
    what: { word: `people.request.kind.${kind as RequestKind}` },
    outcome: { word: `people.request.state.${outcome}` },
  } as const;
  const key = 'people.request-decided';
  await announce(tx, by, { accountId: requestedById, key, values, href: hrefOf(id) });
}
