import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Express } from 'express';
import pino from 'pino';
import { createApp } from '../../src/app.js';
import type { Clock } from '../../src/calendar/days.js';
import { type Config, readConfig } from '../../src/config.js';
import type { Db } from '../../src/database/database.js';
import { holdsDemonstration } from '../../src/database/demonstration-mark.js';
import { everyExport } from '../../src/exported.js';
import type { ExportList } from '../../src/exports/export-list.js';
import { wordingOf, wordKeys } from '../../src/language/words.js';
import type { KeyRing } from '../../src/vault/key-ring.js';
import { scratchDatabase, type World } from '../database/scratch.js';
import { someRing } from '../vault/rings.js';

/** Any day does, as long as it is the same for all. */
export const testNow = new Date('2025-02-14T02:00:00Z');

export type TestClock = Clock & { set(now: Date): void; pass(ms: number): void };

export function testClock(now = testNow): TestClock {
  let at = now;
  return {
    now: () => at,
    set: (to) => {
      at = to;
    },
    pass: (ms) => {
      at = new Date(at.getTime() + ms);
    },
  };
}

export type TestApp = {
  base: string;
  app: Express;
  db: Db;
  clock: TestClock;
  config: Config;
  keys: KeyRing;
  exports: ExportList;
  close(): Promise<void>;
};

export type AppOptions = {
  db?: Db;
  /** What the fresh database begins with where no database is given. */
  world?: World;
  clock?: TestClock;
  config?: Partial<Config>;
  keys?: KeyRing;
};

/** The real site on a port of its own, over a fresh database unless one is given. */
export async function startApp(given: AppOptions = {}): Promise<TestApp> {
  const { world } = given;
  const scratch = given.db ? null : await scratchDatabase(world ? { world } : {});
  const db = given.db ?? scratch?.db;
  if (!db) throw new Error('no database');
  const clock = given.clock ?? testClock();
  const dataDir = scratch?.folder ?? tmpdir();
  const config = { ...readConfig({ NODE_ENV: 'test', DATA_DIR: dataDir }), ...given.config };
  const keys = given.keys ?? someRing();
  const isDemo = await holdsDemonstration(db);
  const exports = everyExport;
  const log = pino({ level: 'silent' });
  const app = createApp({ db, clock, config, keys, exports, isDemo, log });
  const server = app.listen(0, '127.0.0.1');
  // Else the server closes a connection that was idle for 5 s just as the next request is sent on it: both are in this
  // process, which a long computation stops for longer. So only who asks closes them, and `close` the rest.
  server.keepAliveTimeout = 0;
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    app,
    db,
    clock,
    config,
    keys,
    exports,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await scratch?.close();
    },
  };
}

export type Answer = { status: number; text: string; headers: Headers; location: string | null };

/** A browser as far as the tests need one: it keeps cookies and fills in the hidden fields of a page's form. */
export class Client {
  readonly cookies = new Map<string, string>();
  constructor(readonly base: string) {}

  async send(url: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookie) headers.set('cookie', cookie);
    // To pack and unpack every page takes a twentieth of the time; compressed.test.ts reads what comes packed.
    if (!headers.has('accept-encoding')) headers.set('accept-encoding', 'identity');
    const response = await fetch(this.base + url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    const text = await response.text();
    if (response.status >= 400) refuseMachineDays(url, text);
    return {
      status: response.status,
      text,
      headers: response.headers,
      location: response.headers.get('location'),
    };
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send(url, { headers: { accept: 'text/html', ...headers } });
  }

  /** Sends a form as a page of this site would: `_token` is picked from the page that `from` names. */
  async post(
    url: string,
    fields: Record<string, string | string[]> = {},
    { from = url, headers = {} }: { from?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const { _token = await this.tokenOf(from), ...rest } = fields;
    return this.postExactly(url, { ...(_token === '' ? {} : { _token }), ...rest }, headers);
  }

  postExactly(
    url: string,
    fields: Record<string, string | string[]>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) {
      for (const one of [value].flat()) body.append(name, one);
    }
    return this.send(url, { method: 'POST', body, headers: { accept: 'text/html', ...headers } });
  }

  /** The form token of a page; of any page with a form if the given address shows none. */
  async tokenOf(url: string): Promise<string> {
    for (const from of [url, '/account', '/sign-in']) {
      const token = /name="_token" value="([^"]+)"/.exec((await this.get(from)).text)?.[1];
      if (token) return token;
    }
    return '';
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

const machineDay = /.{0,40}\b(19|20)\d\d-(0[1-9]|1[0-2])(-\d\d)?\b.{0,40}/;

/** Words that say how a day is typed show one. */
const examples = wordKeys()
  .flatMap((key) => wordingOf(key) ?? [])
  .filter((text) => machineDay.test(text));

/** What a page says of what was refused writes days and months as its language does, whichever verb refused. */
function refuseMachineDays(url: string, html: string): void {
  const text = (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replace(/<(script|textarea|option|pre|code)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    // What was typed is quoted as it was typed.
    .replace(/“[^”]*”/g, '');
  const said = examples.reduce((rest, example) => rest.replaceAll(example, ''), text);
  const found = machineDay.exec(said)?.[0];
  if (found !== undefined) throw new Error(`${url} writes a day as machines do: ${found}`);
}

/** Signs in by the page, and stays signed in. */
export async function signIn(
  base: string,
  username: string,
  password = 'walls-down-2025',
): Promise<Client> {
  const client = new Client(base);
  const answer = await client.postExactly('/sign-in', { username, password });
  if (answer.status !== 303) throw new Error(`${username} could not sign in: ${answer.status}`);
  return client;
}

/** Somebody who signs in by the page before the first request, and stays signed in. */
class LaterClient extends Client {
  #entry: Promise<void> | null = null;
  constructor(
    base: string,
    readonly username: string,
  ) {
    super(base);
  }

  override async send(url: string, init: RequestInit = {}): Promise<Answer> {
    if (url !== '/sign-in') {
      this.#entry ??= this.#enter();
      await this.#entry;
    }
    return super.send(url, init);
  }

  async #enter(): Promise<void> {
    const fields = { username: this.username, password: 'walls-down-2025' };
    const { status } = await this.postExactly('/sign-in', fields);
    if (status !== 303) throw new Error(`${this.username} could not sign in: ${status}`);
  }
}

/** @returns the clients of a site by username: each signs in when it is first used */
export function signedIn(base: string): (username: string) => Client {
  const clients = new Map<string, Client>();
  return (username) => {
    const client = clients.get(username) ?? new LaterClient(base, username);
    clients.set(username, client);
    return client;
  };
}

/** Where the project's files are, for tests that read them. */
export const projectRoot = path.resolve(import.meta.dirname, '../..');
