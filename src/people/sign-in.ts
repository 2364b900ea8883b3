import { type Db, transact } from '../database/database.js';
import { codePhoneOf } from '../input/phones.js';
import { refuseIf } from '../language/refusal.js';
import { givenPasswordEnds } from './first-password.js';
import { type Browser, isKnownDevice, letIn, type SignedIn } from './known-devices.js';
import { talliesOf } from './sign-in-limits.js';
import { tryPassword } from './try-password.js';

/** `username` may also be the phone of a founder, which can never be a username. */
export type Attempt = Browser & { username: string; password: string; at: Date };

/**
 * Signs in. An unknown username or phone, a wrong password and a deactivated account look the same and take
 * the same time.
 * @returns tokens for the browser, or null where username and password do not fit
 * @throws Refusal for a password that somebody else has set and that has run out; HttpProblem 429 with Retry-After after too many failures
 */
export async function signIn(db: Db, attempt: Attempt): Promise<SignedIn | null> {
  const phone = codePhoneOf(attempt.username);
  const username = phone ?? attempt.username.trim().toLowerCase();
  const account = await db.account.findUnique({ where: phone ? { phone } : { username } });
  const device = attempt.device;
  const isKnown = await isKnownDevice(db, device, account?.id ?? 0);
  const tallies = talliesOf({ ...attempt, username, knownDevice: isKnown ? device : null });
  const passwordHash = account?.isActive ? account.passwordHash : null;
  const { password, at } = attempt;
  if (!(await tryPassword(db, { tallies, passwordHash, password, at })) || !account) return null;
  const { passwordGivenAt } = account;
  const hasRunOut = passwordGivenAt !== null && givenPasswordEnds(passwordGivenAt) <= at;
  refuseIf([hasRunOut && { field: '', key: 'people.first-password.run-out' }]);
  return transact(db, (tx) => letIn(tx, account, attempt));
}
