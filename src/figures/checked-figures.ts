import type { Db } from '../database/database.js';
import { registerState } from '../ledger/register-state.js';
import { BoundedCache } from '../web/bounded-cache.js';
import {
  checkEdition,
  type EditionCheck,
  entriesSince,
  type KnownNow,
  knownNow,
} from './check-edition.js';
import { figureScope } from './figure-scope.js';
import type { Edition, PublishedFigure } from './published-queries.js';

/** What was computed of an edition, over which parks its scope is known to have had, and one page of the entries since. */
export type CheckedFigure = {
  check: EditionCheck;
  now: KnownNow;
  parkIds: number[];
  since: Awaited<ReturnType<typeof entriesSince>>;
};

type Computed = Omit<CheckedFigure, 'since'>;

/**
 * Editions computed again, kept until anything is recorded: a page that everyone may open must not read the
 * ledger each time. The command computes afresh.
 */
export class CheckedFigures {
  readonly #computed = new BoundedCache<Computed>(200);
  readonly #since = new BoundedCache<CheckedFigure['since']>(200);
  constructor(readonly db: Db) {}

  async get(figure: PublishedFigure, edition: Edition, page: number): Promise<CheckedFigure> {
    const key = `${edition.id}@${(await registerState(this.db)).mark}`;
    const computed = await this.#computed.get(key, () => this.#compute(figure, edition));
    const { parkIds } = computed;
    const since = await this.#since.get(`${key}:${page}`, () =>
      entriesSince(this.db, figure, { edition, parkIds, page }),
    );
    return { ...computed, since };
  }

  async #compute(figure: PublishedFigure, edition: Edition): Promise<Computed> {
    const scope = await figureScope(this.db, figure.scope, figure);
    const parkIds = scope?.parkIds ?? edition.parkIds;
    return {
      check: await checkEdition(this.db, figure, edition),
      now: await knownNow(this.db, figure, edition, parkIds),
      parkIds,
    };
  }
}
