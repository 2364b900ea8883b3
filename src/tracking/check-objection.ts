import { timingSafeEqual } from 'node:crypto';
import { type Reads, transact } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { Refusal } from '../language/refusal.js';
import type { Deps } from '../web/deps.js';
import { countGuess, secondsToNextGuess } from './guess-limits.js';

export type ObjectionGuess = { number: string; code: string; address: string };

/** What its objector reads of an objection: nothing of who objected. */
const select = {
  number: true,
  at: true,
  ground: true,
  text: true,
  state: true,
  answer: true,
  resolvedAt: true,
  application: {
    select: {
      number: true,
      state: true,
      noticeTo: true,
      pausedFrom: true,
      pausedTo: true,
      policyVersion: { select: { rules: true } },
    },
  },
} as const satisfies Prisma.ObjectionSelect;
export type FollowedObjection = Prisma.ObjectionGetPayload<{ select: typeof select }>;

type Found = { objection: FollowedObjection } | { objection: null; seconds: number };

/**
 * An objection by its number and the code that its objector was given. A wrong number and a wrong code have the same answer,
 * and are counted as guesses at a case are.
 * @throws Refusal for what does not fit together, or after too many tries
 */
export async function checkObjection(
  { db, clock }: Deps,
  guess: ObjectionGuess,
): Promise<FollowedObjection> {
  const at = clock.now();
  const key = { number: `objection ${guess.number}`, address: guess.address };
  const found = await transact<Found>(db, async (tx) => {
    const seconds = await secondsToNextGuess(tx, key, at);
    const objection = seconds > 0 ? null : await objectionOf(tx, guess);
    if (objection) return { objection };
    if (seconds === 0) await countGuess(tx, key, at);
    return { objection: null, seconds };
  });
  if (found.objection) return found.objection;
  const minutes = Math.ceil(found.seconds / 60);
  throw new Refusal([
    minutes > 0
      ? { field: '', key: 'tracking.wait', values: { minutes } }
      : { field: '', key: 'tracking.objection.wrong' },
  ]);
}

async function objectionOf(
  reads: Reads,
  { number, code }: ObjectionGuess,
): Promise<FollowedObjection | null> {
  const row = await reads.objection.findUnique({
    where: { number },
    select: { ...select, checkCode: true },
  });
  if (row === null) return null;
  const { checkCode, ...objection } = row;
  const [stored, typed] = [Buffer.from(checkCode.replace('-', '')), Buffer.from(code)];
  return stored.length === typed.length && timingSafeEqual(stored, typed) ? objection : null;
}
