import type { Tx } from '../../../src/database/database.js';
import { rowsOf } from '../../../src/database/direct-sql.js';
import { sql } from '../../../src/database/sql.js';
import type { Actor } from '../../../src/history/actor.js';
import type { PlannedLetting } from '../network/lettings.js';
import type { PlannedVenture } from '../network/plan.js';
import { type Begun, fillIn } from './fill-in.js';
import type { Sealing } from './papers.js';
import type { CaseStep, PlannedCase } from './planned-case.js';
import { takeStep } from './steps.js';
import { actorOf } from './who-acts.js';

/** What the replay of the network knows by id. */
export type Known = {
  account(username: string): number;
  venture(planned: PlannedVenture): number;
  letting(planned: PlannedLetting): number;
};

/** Takes the steps of the cases through the product's own verbs, each by who does it. */
export class CaseClerk {
  readonly #known: Known;
  readonly #sealing: Sealing;
  readonly #founders = new Map<string, number>();
  readonly #begun = new Map<PlannedCase, Begun>();

  constructor(known: Known, sealing: Sealing) {
    this.#known = known;
    this.#sealing = sealing;
  }

  async take(tx: Tx, at: Date, one: PlannedCase, { what }: CaseStep): Promise<void> {
    const username = actorOf(one, what);
    const by: Actor = { at, accountId: await this.#accountOf(tx, username) };
    if (what === 'begin') {
      const ids = {
        ventureId: this.#known.venture(one.venture),
        tenancyId: this.#known.letting(one.letting),
      };
      this.#begun.set(one, await fillIn(tx, by, this.#sealing, one, ids));
      return;
    }
    const begun = this.#begun.get(one);
    if (begun === undefined) throw new Error('a case goes on that was not begun');
    await takeStep(tx, by, { ...one, ...begun }, what);
    // Giving up a waiver or objecting without a name leaves a case as it is; a version that is not the next is refused by the next step.
    // A correction attaches a file before it is handed in.
    const changes = what === 'resubmit' ? 2 : 1;
    if (what !== 'surrender' && what !== 'object-nameless')
      this.#begun.set(one, { ...begun, version: begun.version + changes });
  }

  /** Accounts of founders are made on the way. */
  async #accountOf(tx: Tx, username: string | null): Promise<number | null> {
    if (username === null) return null;
    if (!username.startsWith('founder')) return this.#known.account(username);
    const id = this.#founders.get(username) ?? (await accountNamed(tx, username));
    if (id !== null) this.#founders.set(username, id);
    return id;
  }
}

async function accountNamed(tx: Tx, username: string): Promise<number | null> {
  const [account] = await rowsOf<{ id: number }>(
    tx,
    sql`SELECT "id" FROM "Account" WHERE "username" = ${username}`,
  );
  return account?.id ?? null;
}
