import type { Reads, Tx } from '../database/database.js';
import { noteSignIn } from './last-sign-in.js';
import { beginSession, endSession, hashOf, newToken } from './sessions.js';
import type { Role } from './viewer.js';

/** What a browser that wants to sign in brings along. */
export type Browser = {
  address: string;
  userAgent: string;
  /** Its device token, if it has one. */
  device: string | null;
  /** The session that it had until now, which ends. */
  session: string | null;
};
export type SignedIn = { session: string; device: string; accountId: number; role: Role };

/** Whether the account has signed in from the browser. Asks also for account 0, so that it takes no less time. */
export async function isKnownDevice(
  reads: Reads,
  device: string | null,
  accountId: number,
): Promise<boolean> {
  const tokenHash = deviceHash(device ?? '', accountId);
  return (await reads.knownDevice.findUnique({ where: { tokenHash } })) !== null;
}

/** Begins a session of an account that has shown who it is, and knows the browser from now on. */
export async function letIn(
  tx: Tx,
  account: { id: number; role: string },
  browser: Browser & { at: Date },
): Promise<SignedIn> {
  const { id: accountId, role } = account;
  if (browser.session !== null) await endSession(tx, browser.session);
  const device = browser.device ?? newToken();
  if (!(await isKnownDevice(tx, device, accountId))) {
    const tokenHash = deviceHash(device, accountId);
    await tx.knownDevice.create({ data: { tokenHash, accountId, createdAt: browser.at } });
  }
  await noteSignIn(tx, accountId, browser.at);
  const session = await beginSession(tx, { ...browser, accountId });
  return { session, device, accountId, role: role as Role };
}

/** With the account in it, so that one browser can be known to several accounts. */
function deviceHash(device: string, accountId: number): string {
  return hashOf(`${device}/${accountId}`);
}
