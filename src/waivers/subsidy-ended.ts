import type { Tx } from '../database/database.js';
import type { Waiver } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';

type Follow = (
  tx: Tx,
  by: Actor,
  subsidy: Pick<Waiver, 'number' | 'id' | 'personId'>,
) => Promise<void>;
let follow: Follow = async () => {};

/** What a room above does when a subsidy ends before its term or is revoked, in the same transaction. */
export const onSubsidyEnded = (then: Follow): void => {
  follow = then;
};
export const followSubsidyEnded: Follow = (tx, by, subsidy) => follow(tx, by, subsidy);
