import { timingSafeEqual } from 'node:crypto';
import { type Reads, transact } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { Refusal } from '../language/refusal.js';
import type { Deps } from '../web/deps.js';
import { countGuess, type Guess, secondsToNextGuess } from './guess-limits.js';

const include = {
  person: { select: { name: true, phone: true } },
  policyVersion: { include: { policy: true } },
  steps: { orderBy: { id: 'asc' } },
  waiver: true,
} as const satisfies Prisma.WaiverApplicationInclude;
export type TrackedCase = Prisma.WaiverApplicationGetPayload<{ include: typeof include }>;

type Found = { id: number } | { id: null; seconds: number };

/**
 * A case that was handed in, by its number and the last four digits of the applicant's phone. A wrong number and a
 * wrong phone have the same answer, and cost the same.
 * @throws Refusal for what does not fit together, or after too many tries
 */
export async function lookUp(
  { db, clock }: Deps,
  { digits, ...guess }: Guess & { digits: string },
): Promise<TrackedCase> {
  const at = clock.now();
  // In one transaction: many at once cannot slip through between a look and its count.
  const found = await transact<Found>(db, async (tx) => {
    const seconds = await secondsToNextGuess(tx, guess, at);
    const id = seconds > 0 ? null : await idOf(tx, guess.number, digits);
    if (id !== null) return { id };
    if (seconds === 0) await countGuess(tx, guess, at);
    return { id, seconds };
  });
  if (found.id !== null)
    return db.waiverApplication.findUniqueOrThrow({ where: { id: found.id }, include });
  const minutes = Math.ceil(found.seconds / 60);
  throw new Refusal([
    minutes > 0
      ? { field: '', key: 'tracking.wait', values: { minutes } }
      : { field: '', key: 'tracking.not-found' },
  ]);
}

/** No phone ends in this. */
const noDigits = '----';

async function idOf(reads: Reads, number: string, digits: string): Promise<number | null> {
  const row = await reads.waiverApplication.findFirst({
    where: { number, submittedAt: { not: null } },
    select: { id: true, person: { select: { phone: true } } },
  });
  const phone = row?.person.phone?.slice(-4).padStart(4, '-') ?? noDigits;
  const [stored, typed] = [Buffer.from(phone), Buffer.from(digits)];
  const isRight = stored.length === typed.length && timingSafeEqual(stored, typed);
  return row && isRight ? row.id : null;
}
