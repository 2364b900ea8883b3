import { transact } from '../../src/database/database.js';
import { newestText } from '../../src/identities/consent-text.js';
import { enterIdentity } from '../../src/identities/enter-identity.js';
import { giveConsent } from '../../src/identities/give-consent.js';
import type { Purpose } from '../../src/identities/kinds.js';
import { startParks } from '../parks/cast.js';
import { type Answer, type Client, signIn, type TestApp } from '../web/client.js';
import { someCitizen } from './numbers.js';

export const by = { accountId: null, at: new Date('2025-02-01T02:00:00Z') };

export type Cast = TestApp & {
  /** Of the venture in P01: its founder, who has the account founder1. */
  person: { id: number; number: string };
  /** Another founder in P01, with the account founder2. */
  other: { id: number; number: string };
  as(username: string): Promise<Client>;
};

/** Two parks, and two founders of ventures in the first, each with an account. */
export async function startPeople(): Promise<Cast> {
  const app = await startParks();
  const [person, other] = await app.db.person.findMany({ orderBy: { id: 'asc' } });
  if (!person || !other) throw new Error('nobody is there');
  const { passwordHash } = await app.db.account.findFirstOrThrow({ where: { username: 'park1' } });
  const account = { role: 'founder', passwordHash, createdAt: by.at };
  await app.db.account.createMany({
    data: [
      { ...account, username: 'founder1', name: '陈海', personId: person.id },
      { ...account, username: 'founder2', name: '陈海', personId: other.id },
    ],
  });
  const clients = new Map<string, Promise<Client>>();
  const as = (username: string) => {
    const client = clients.get(username) ?? signIn(app.base, username);
    clients.set(username, client);
    return client;
  };
  return { ...app, person, other, as };
}

export const agree = ({ db }: Pick<Cast, 'db'>, personId: number, purpose: Purpose) =>
  transact(db, (tx) =>
    giveConsent(tx, by, {
      personId,
      purpose,
      textVersion: newestText(purpose).version,
      lang: 'zh',
      basis: 'paper',
    }),
  );

export const enterNumber = (
  { db, keys }: Pick<Cast, 'db' | 'keys'>,
  personId: number,
  number = someCitizen(),
) =>
  transact(db, (tx) =>
    enterIdentity(tx, by, keys, { personId, kind: 'resident', number, replaces: null }),
  );

/** Every address under a person that acts, with a form that would be accepted. */
export const acts = {
  consent: {
    path: '/consents/identity',
    form: { textVersion: String(newestText('identity').version), agree: 'yes' },
  },
  withdrawal: { path: '/consents/identity/withdrawal', form: {} },
  number: {
    path: '/identity',
    form: { kind: 'resident', number: someCitizen(), replaces: '' },
  },
};

/** Sends a file as a browser does: the token and the choices first. */
export async function upload(
  client: Client,
  number: string,
  file: { name: string; bytes: Buffer } | null,
  fields: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  const { _token = await client.tokenOf('/account'), ...rest } = fields;
  if (_token !== '') form.append('_token', _token);
  for (const [name, value] of Object.entries({ item: 'lease', ...rest })) form.append(name, value);
  const bytes = file ? new Uint8Array(file.bytes) : new Uint8Array();
  form.append('file', new Blob([bytes], { type: 'text/html' }), file?.name ?? '');
  const headers = { accept: 'text/html' };
  return client.send(`/people/${number}/proofs/new`, { method: 'POST', body: form, headers });
}
