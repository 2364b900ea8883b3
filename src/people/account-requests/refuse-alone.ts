import type { Actor } from '../../history/actor.js';
import { Forbidden } from '../../web/errors.js';
import type { Confirmation } from './account-request.js';

/**
 * Refuses an act on accounts that one administrator takes alone. Whoever runs a command at the terminal holds the
 * database itself: for an installation with a single administrator that is the way, and history names it.
 * @param confirmation the request that `by` has confirmed; null for a command, the demonstration, or nobody's request
 * @throws Forbidden for an account without a request that another has made
 */
export function refuseAlone(by: Actor, confirmation: Confirmation | null): void {
  if (by.accountId === null) return;
  if (confirmation === null || confirmation.requestedById === by.accountId)
    throw new Forbidden('people.request.second');
}

/** What history says of how an act came about. */
export const wayOf = (by: Actor, confirmation: Confirmation | null) =>
  confirmation === null
    ? by.accountId === null
      ? ({ via: 'terminal' } as const)
      : {}
    : { requestedById: confirmation.requestedById };
