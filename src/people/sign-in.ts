import { type Db, transact } from '../database/database.js';
import { beginSession, endSession, hashOf, newToken } from './sessions.js';
import { talliesOf } from './sign-in-limits.js';
import { tryPassword } from './try-password.js';
import type { Role } from './viewer.js';

export type Attempt = {
  username: string;
  password: string;
  address: string;
  userAgent: string;
  /** The browser's device token, if it has one. */
  device: string | null;
  /** The session that it had until now, which ends. */
  session: string | null;
  at: Date;
};
export type SignedIn = { session: string; device: string; role: Role };

/**
 * Signs in. An unknown username, a wrong password and a deactivated account look the same and take
 * the same time.
 * @returns tokens for the browser, or null where username and password do not fit
 * @throws HttpProblem 429 with Retry-After after too many failures
 */
export async function signIn(db: Db, attempt: Attempt): Promise<SignedIn | null> {
  const username = attempt.username.trim().toLowerCase();
  const account = await db.account.findUnique({ where: { username } });
  const device = attempt.device;
  const isKnown = await isKnownDevice(db, device, account?.id ?? 0);
  const tallies = talliesOf({ ...attempt, username, knownDevice: isKnown ? device : null });
  const passwordHash = account?.isActive ? account.passwordHash : null;
  const { password, at } = attempt;
  if (!(await tryPassword(db, { tallies, passwordHash, password, at })) || !account) return null;
  return transact(db, async (tx) => {
    if (attempt.session !== null) await endSession(tx, attempt.session);
    const known = device ?? newToken();
    if (!isKnown) {
      await tx.knownDevice.create({
        data: {
          tokenHash: deviceHash(known, account.id),
          accountId: account.id,
          createdAt: attempt.at,
        },
      });
    }
    const session = await beginSession(tx, { ...attempt, accountId: account.id });
    return { session, device: known, role: account.role as Role };
  });
}

/** Asks also for an account that is not there (0), so that it takes no less time. */
async function isKnownDevice(db: Db, device: string | null, accountId: number): Promise<boolean> {
  const tokenHash = deviceHash(device ?? '', accountId);
  return (await db.knownDevice.findUnique({ where: { tokenHash } })) !== null;
}

/** With the account in it, so that one browser can be known to several accounts. */
function deviceHash(device: string, accountId: number): string {
  return hashOf(`${device}/${accountId}`);
}
