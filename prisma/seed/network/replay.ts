import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import { addSpaces } from '../../../src/parks/add-spaces.js';
import { openPark } from '../../../src/parks/open-park.js';
import { fileHeadcounts } from '../../../src/returns/file-headcounts.js';
import { endResidency } from '../../../src/ventures/end-residency.js';
import { endTenancy } from '../../../src/ventures/end-tenancy.js';
import { type Letting, letSpaces } from '../../../src/ventures/let-spaces.js';
import { logVentures } from '../../../src/ventures/log-venture.js';
import { moveVenture } from '../../../src/ventures/move-venture.js';
import { settleVentures } from '../../../src/ventures/settle-venture.js';
import { logVisit } from '../../../src/visits/log-visit.js';
import { seedManager } from '../accounts.js';
import { stepPolicy } from '../policies/seed-policies.js';
import { CaseClerk } from '../waivers/case-clerk.js';
import type { Sealing } from '../waivers/papers.js';
import type { Act, FiledReturn } from './acts.js';
import { filingOf } from './filings.js';
import { contractOf, type PlannedLetting, type PlannedSpace } from './lettings.js';
import { closeMonths, type ReturnStep, stepReturn } from './monthly-returns.js';
import { openedAs } from './park-changes.js';
import type { PlannedVenture } from './plan.js';
import { HeadcountProofs } from './proofs.js';
import { publishReported } from './publications.js';
import { basisOf } from './rent-bases.js';
import type { PlannedVisit } from './visits.js';

/** Plays acts through the product's own verbs, each by the manager of its park at its own time. */
export class Replay {
  readonly #accounts: Map<string, number>;
  readonly #parks = new Map<number, number>();
  readonly #spaces = new Map<PlannedSpace, number>();
  readonly #ventures = new Map<PlannedVenture, number>();
  readonly #lettings = new Map<PlannedLetting, number>();

  readonly #clerk: CaseClerk;
  readonly #proofs: HeadcountProofs;
  readonly #sealing: Sealing;

  /**
   * @param accounts ids by username
   * @param isWhole false of a network for measurements: what proves its headcounts is shared
   */
  constructor(accounts: Map<string, number>, sealing: Sealing, isWhole: boolean) {
    this.#accounts = accounts;
    const ids = {
      account: (username: string) => known(this.#accounts, username),
      venture: (planned: PlannedVenture) => known(this.#ventures, planned),
      letting: (planned: PlannedLetting) => known(this.#lettings, planned),
    };
    this.#clerk = new CaseClerk(ids, sealing);
    this.#proofs = new HeadcountProofs(sealing, !isWhole);
    this.#sealing = sealing;
  }

  async play(tx: Tx, act: Act): Promise<void> {
    if (act.kind === 'case') return this.#clerk.take(tx, act.at, act.one, act.step);
    const by = this.#actor(act);
    switch (act.kind) {
      case 'open-park':
        return this.#openPark(tx, by, act.park);
      case 'publish':
        return publishReported(tx, by);
      case 'closing':
        return closeMonths(tx, by, known(this.#accounts, 'bureau2'));
      case 'monthly-return':
        return this.#stepReturn(tx, by, act.park, act.step);
      case 'policy':
        return stepPolicy(tx, by, act.step);
      case 'add-spaces':
        return this.#addSpaces(tx, by, act.park, act.spaces);
      case 'arrivals':
        return this.#arrive(tx, by, act.ventures);
      case 'move':
        return this.#move(tx, by, act.venture);
      case 'leave':
        return this.#leave(tx, by, act.venture);
      case 'renewal':
        return this.#renew(tx, by, act.venture, act.letting);
      case 'visit':
        return this.#visit(tx, by, act.visit);
      case 'mistake':
        return act.step(tx, by, known(this.#parks, act.park), this.#sealing.keys, this.#sealing);
      case 'returns':
        return this.#file(tx, by, act.park, act.returns);
    }
  }

  #actor(act: Act): Actor {
    const isOfBureau = ['open-park', 'publish', 'closing'].includes(act.kind);
    const ofTheRest = isOfBureau ? 'bureau' : `park${act.park + 1}`;
    const isStep = act.kind === 'policy' || act.kind === 'monthly-return';
    const username = isStep ? act.step.username : ofTheRest;
    return { accountId: known(this.#accounts, username), at: act.at };
  }

  async #openPark(tx: Tx, by: Actor, index: number): Promise<void> {
    const id = await openPark(tx, by, openedAs(index));
    this.#parks.set(index, id);
    this.#accounts.set(`park${index + 1}`, await seedManager(tx, by, index, id));
  }

  #stepReturn(tx: Tx, by: Actor, park: number, step: ReturnStep): Promise<void> {
    const of = { parkId: known(this.#parks, park), month: step.month };
    return stepReturn(tx, by, of, step);
  }

  async #addSpaces(tx: Tx, by: Actor, index: number, spaces: PlannedSpace[]): Promise<void> {
    const inputs = spaces.map(({ park: _, ...space }) => space);
    const ids = await addSpaces(tx, by, known(this.#parks, index), inputs);
    remember(this.#spaces, spaces, ids);
  }

  async #arrive(tx: Tx, by: Actor, ventures: PlannedVenture[]): Promise<void> {
    const inputs = ventures.map(({ stay, profile: { pattern: _, ...profile } }) => ({
      ...profile,
      parkId: known(this.#parks, stay.park),
      foundedOn: stay.loggedOn,
      another: '名称由示例数据生成，与同名者不是同一家',
    }));
    const ids = await logVentures(tx, by, inputs);
    remember(this.#ventures, ventures, ids);
    const settling = ventures.filter(({ stay }) => stay.beganOn !== null);
    await settleVentures(
      tx,
      by,
      settling.map((venture) => ({
        ventureId: known(this.#ventures, venture),
        parkId: known(this.#parks, venture.stay.park),
        beganOn: venture.stay.beganOn as string,
      })),
    );
    await this.#let(tx, by, settling, (letting, { stay }) => letting.beganOn === stay.beganOn);
  }

  async #move(tx: Tx, by: Actor, venture: PlannedVenture): Promise<void> {
    const { moved } = venture.stay;
    if (!moved) throw new Error('this venture does not move');
    await moveVenture(tx, by, {
      ventureId: known(this.#ventures, venture),
      toParkId: known(this.#parks, moved.toPark),
      movedOn: moved.on,
      note: moved.note,
    });
    // The park that it leaves moves it; the one that it came to lets its own premises.
    const host = { ...by, accountId: known(this.#accounts, `park${moved.toPark + 1}`) };
    await this.#let(
      tx,
      host,
      [venture],
      (letting) => letting.beganOn === moved.on && !letting.renews,
    );
  }

  async #leave(tx: Tx, by: Actor, venture: PlannedVenture): Promise<void> {
    const { left } = venture.stay;
    if (!left) throw new Error('this venture does not leave');
    await endResidency(tx, by, {
      ventureId: known(this.#ventures, venture),
      endedOn: left.on,
      reason: left.reason,
      note: left.note,
      setsAsideReturns: false,
    });
  }

  async #renew(tx: Tx, by: Actor, venture: PlannedVenture, letting: PlannedLetting): Promise<void> {
    const before = known(this.#lettings, letting.renews as PlannedLetting);
    await endTenancy(tx, by, before, letting.beganOn);
    await this.#let(tx, by, [venture], (other) => other === letting);
  }

  async #let(
    tx: Tx,
    by: Actor,
    ventures: PlannedVenture[],
    isDue: (letting: PlannedLetting, venture: PlannedVenture) => boolean,
  ): Promise<void> {
    const due = ventures.flatMap((venture) =>
      venture.lettings
        .filter((letting) => isDue(letting, venture))
        .map((letting) => ({ letting, ventureId: known(this.#ventures, venture) })),
    );
    if (due.length === 0) return;
    const lettings: Letting[] = [];
    for (const { letting, ventureId } of due) {
      const { space, renews: _, ...terms } = letting;
      const basis = await basisOf(tx, letting);
      const spaceId = known(this.#spaces, space);
      lettings.push({ ...terms, ...contractOf(letting, spaceId), basis, ventureId, spaceId });
    }
    const ids = await letSpaces(tx, by, lettings);
    remember(
      this.#lettings,
      due.map(({ letting }) => letting),
      ids,
    );
  }

  async #visit(
    tx: Tx,
    by: Actor,
    { at: _, park, ventures, ...facts }: PlannedVisit,
  ): Promise<void> {
    const ventureIds = ventures.map((venture) => known(this.#ventures, venture));
    await logVisit(tx, by, { ...facts, parkId: known(this.#parks, park), ventureIds });
  }

  async #file(tx: Tx, by: Actor, park: number, returns: FiledReturn[]): Promise<void> {
    const inputs = returns.map((filed) => filingOf(filed, known(this.#ventures, filed.venture)));
    await fileHeadcounts(tx, by, inputs);
    await this.#proofs.attach(tx, by, { parkId: known(this.#parks, park) }, inputs);
  }
}

function known<K>(ids: Map<K, number>, key: K): number {
  const id = ids.get(key);
  if (id === undefined) throw new Error('an act comes before what it needs');
  return id;
}

function remember<K>(ids: Map<K, number>, keys: K[], made: number[]): void {
  for (const [place, key] of keys.entries()) ids.set(key, made[place] as number);
}
