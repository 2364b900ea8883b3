import { z } from 'zod';
import type { AccountRequest } from '../../database/generated/client.js';
import type { AccountSettings } from '../account-rules.js';
import { roles } from '../viewer.js';

/** What takes two administrators: everything that lets somebody see, decide or sign in who could not before. */
export const requestKinds = ['add', 'change', 'password', 'reactivate'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** How long a request waits for its second administrator. */
export const daysToDecide = 7;
const day = 24 * 60 * 60_000;
export const expiryOf = (at: Date): Date => new Date(at.getTime() + daysToDecide * day);

export type RequestState = 'open' | 'confirmed' | 'declined' | 'withdrawn' | 'expired';

/** Where a request stands at a moment. One that nobody decided in time expired by itself. */
export function stateOfRequest(
  { outcome, expiresAt }: Pick<AccountRequest, 'outcome' | 'expiresAt'>,
  now: Date,
): RequestState {
  if (outcome !== null) return outcome as RequestState;
  return expiresAt <= now ? 'expired' : 'open';
}

/** The requests that still wait. */
export const openAt = (now: Date) => ({ outcome: null, expiresAt: { gt: now } }) as const;

/** A confirmed request, as the verb that carries it out sees it: who asked for it, and why. */
export type Confirmation = { requestedById: number; reason: string };

/** The settings as they are stored; a new account's username stands beside them. */
const Settings = z.strictObject({
  name: z.string(),
  role: z.enum(roles),
  regionCode: z.string().nullable(),
  parkIds: z.array(z.int()),
  personNumber: z.string().nullable(),
});
const Addition = Settings.extend({ username: z.string() });

export const settingsOf = (stored: unknown): AccountSettings => Settings.parse(stored);
export const additionOf = (stored: unknown): AccountSettings & { username: string } =>
  Addition.parse(stored);
