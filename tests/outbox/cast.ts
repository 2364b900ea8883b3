import pino from 'pino';
import { transact } from '../../src/database/database.js';
import { type Announcement, announce } from '../../src/outbox/announce.js';
import type { DrainDeps } from '../../src/outbox/drain.js';
import type { Sender, Sending } from '../../src/outbox/sender.js';
import { codeOf } from '../../src/people/code-of.js';
import { type People, startPeople } from '../people/cast.js';

/** A gateway that remembers what it was given, and can be made to fail. */
export class Gateway implements Sender {
  readonly taken: Sending[] = [];
  failure: Error | null = null;
  async send(message: Sending): Promise<void> {
    if (this.failure) throw this.failure;
    this.taken.push(message);
  }
}

export type Post = People & { gateway: Gateway; drain: DrainDeps };

/** The accounts of the people's cast, with a gateway to which nothing was given yet. */
export async function startPost(given: Parameters<typeof startPeople>[0] = {}): Promise<Post> {
  const site = await startPeople(given);
  const gateway = new Gateway();
  const { db, clock, keys } = site;
  const log = pino({ level: 'silent' });
  const drain = { db, clock, log, sender: gateway, codeOf: (id: string) => codeOf(keys, id) };
  return { ...site, gateway, drain };
}

export const tell = (site: People, announcement: Announcement): Promise<void> =>
  transact(site.db, (tx) => announce(tx, { accountId: null, at: site.clock.now() }, announcement));
