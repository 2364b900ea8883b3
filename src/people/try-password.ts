import { type Db, transact } from '../database/database.js';
import { HttpProblem } from '../web/errors.js';
import { passwordMatches } from './passwords.js';
import { countFailure, forgiveFailure, secondsToWait, type Tally } from './sign-in-limits.js';

/**
 * Checks a password under the limits that the tallies keep. The try is counted as failed before the
 * password is checked, and taken back after: many at once cannot slip through.
 * @param passwordHash null where there is no such account: false, in the same time
 * @throws HttpProblem 429 with Retry-After after too many failures
 */
export async function tryPassword(
  db: Db,
  guess: { tallies: Tally[]; passwordHash: string | null; password: string; at: Date },
): Promise<boolean> {
  await transact(db, async (tx) => {
    const wait = await secondsToWait(tx, guess.tallies, guess.at);
    if (wait > 0) throw new HttpProblem(429, null, { 'Retry-After': String(wait) });
    await countFailure(tx, guess.tallies, guess.at);
  });
  const matches = await passwordMatches(guess.passwordHash, guess.password);
  if (matches) await transact(db, (tx) => forgiveFailure(tx, guess.tallies));
  return matches;
}
