import { type Tx, transact } from '../database/database.js';
import { Refusal, refuseIf } from '../language/refusal.js';
import type { SealingDeps } from '../vault/deps.js';
import { passwordFault } from './account-rules.js';
import { type Browser, letIn, type SignedIn } from './known-devices.js';
import { hashPassword } from './passwords.js';
import { CodeUsed, codeFault, type Guess, tryCode } from './phone-codes.js';
import { signIn } from './sign-in.js';

type Act = (
  tx: Tx,
  proven: { passwordHash: string; at: Date },
) => Promise<{ id: number; role: string }>;

/**
 * Tries a code, and once it is right sets the password by the act and signs in. A form that was sent twice signs
 * in the second time: code and password are those of the first.
 * @throws Refusal for a code or password that will not do
 */
export async function actByCode(
  { db, keys, clock }: SealingDeps,
  browser: Browser,
  { newPassword, ...guess }: Omit<Guess, 'at'> & { newPassword: string },
  act: Act,
): Promise<SignedIn> {
  const at = clock.now();
  // By itself, so that a wrong code stays counted.
  const tried = await transact(db, (tx) => tryCode(tx, keys, { ...guess, at }));
  refuseIf([codeFault(tried)]);
  const phone = 'phone' in tried ? tried.phone : '';
  refuseIf([await passwordFault(newPassword, phone, 'newPassword')]);
  if (tried.is === 'used') return again();
  const passwordHash = await hashPassword(newPassword);
  try {
    return await transact(db, async (tx) => {
      const account = await act(tx, { passwordHash, at });
      return letIn(tx, account, { ...browser, at });
    });
  } catch (error) {
    if (!(error instanceof CodeUsed)) throw error;
    return again();
  }

  async function again(): Promise<SignedIn> {
    const signedIn = await signIn(db, { ...browser, username: phone, password: newPassword, at });
    if (!signedIn) throw new Refusal([{ field: 'code', key: 'people.code.dead' }]);
    return signedIn;
  }
}
