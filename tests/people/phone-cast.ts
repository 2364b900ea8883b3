import { codeOf } from '../../src/people/code-of.js';
import { type Answer, Client } from '../web/client.js';
import type { People } from './cast.js';

export const phone = '13800001234';
export const wanted = 'a-boat-to-every-island';

/** The code that was sent for a ticket, as its phone would show it. */
export const codeFor = (site: People, ticket: string): string => codeOf(site.keys, ticket);
/** Six digits that are surely not it. */
export const wrongFor = (site: People, ticket: string): string =>
  String((Number(codeFor(site, ticket)) + 1) % 1_000_000).padStart(6, '0');

export type Asked = { client?: Client; phone?: string; next?: string; address?: string };

/** Asks for a code by the page. */
export function ask(
  site: People,
  path: '/register' | '/forgotten',
  {
    client = new Client(site.base),
    phone: to = phone,
    next = '',
    address = '10.0.0.1',
  }: Asked = {},
): Promise<Answer> {
  return client.postExactly(path, { phone: to, next }, { 'x-forwarded-for': address });
}

export const ticketIn = ({ location }: Answer): string =>
  new URL(location ?? '', 'http://here.invalid').searchParams.get('ticket') ?? '';

export async function ticketFor(
  site: People,
  path: '/register' | '/forgotten',
  asked: Asked = {},
): Promise<string> {
  const answer = await ask(site, path, asked);
  if (answer.status !== 303) throw new Error(`no code: ${answer.status}`);
  return ticketIn(answer);
}

/** Registers by the pages, and stays signed in. */
export async function register(
  site: People,
  { name = '林海潮', ...asked }: Asked & { name?: string } = {},
): Promise<Client> {
  const client = asked.client ?? new Client(site.base);
  const ticket = await ticketFor(site, '/register', { ...asked, client });
  const code = codeFor(site, ticket);
  const fields = { ticket, code, name, newPassword: wanted, next: asked.next ?? '' };
  const answer = await client.postExactly('/register/code', fields);
  if (answer.status !== 303) throw new Error(`not registered: ${answer.status} ${answer.text}`);
  return client;
}
