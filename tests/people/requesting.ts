import { type Client, signIn } from '../web/client.js';
import type { People } from './cast.js';

/** What the page shows of a password, once. */
export const halfOf = (text: string): string => /<code class="half">([^<]+)</.exec(text)?.[1] ?? '';

/** The newest request's address. */
export async function newestRequest({ db }: Pick<People, 'db'>): Promise<string> {
  const { id } = await db.accountRequest.findFirstOrThrow({ orderBy: { id: 'desc' } });
  return `/account-requests/${id}`;
}

/** Confirms the newest request. @returns the second half of its password, or '' */
export async function confirmNewest(
  site: Pick<People, 'db' | 'base'>,
  by = 'admin2',
): Promise<string> {
  const client = await signIn(site.base, by);
  const address = await newestRequest(site);
  const answer = await client.post(`${address}/confirmation`, {}, { from: '/account' });
  if (answer.status !== 200 && answer.status !== 303)
    throw new Error(`not confirmed: ${answer.status}`);
  return halfOf(answer.text);
}

/** One administrator asks for a new password of an account, another confirms. @returns the password */
export async function givePassword(site: People, username: string): Promise<string> {
  const admin = await signIn(site.base, 'admin');
  const url = `/accounts/${site.idOf[username]}/password`;
  const first = await admin.post(url, { reason: '本人遗忘' }, { from: '/account' });
  return `${halfOf(first.text)}-${await confirmNewest(site)}`;
}

/** Chooses a password in place of one that was given. */
export const choose = (client: Client, currentPassword: string, wanted: string) =>
  client.post('/account/password', {
    currentPassword,
    newPassword: wanted,
    newPasswordAgain: wanted,
  });
