import { createHash } from 'node:crypto';
import type { Reads, Tx } from '../database/database.js';
import { countFailure, placeHash, secondsToWait, type Tally } from '../people/sign-in-limits.js';

const day = 24 * 3_600_000;
/** Wrong guesses at one case in a day, from everywhere, after which who has guessed wrong has to wait. */
const guessesAtACase = 30;

export type Guess = { number: string; address: string };

/**
 * How long a look-up has to wait, in whole seconds; 0 for not at all. Four digits can be tried out, so wrong guesses
 * are counted by place, with a delay that grows, and by case. What is used up of a case stands only in the way
 * of places that guessed wrong at it themselves: strangers cannot shut out the applicant. A right look-up takes nothing
 * back, or the own case would pay for guesses at another.
 */
export async function secondsToNextGuess(reads: Reads, guess: Guess, now: Date): Promise<number> {
  const { ofCase, ofPlaceAtCase } = keysOf(guess);
  const wait = await secondsToWait(reads, [tallyOfPlace(guess)], now);
  const where = { key: { in: [ofCase, ofPlaceAtCase] }, expiresAt: { gt: now } };
  const tallies = await reads.signInTally.findMany({ where });
  const total = tallies.find(({ key }) => key === ofCase);
  const isSpent = total !== undefined && total.failures >= guessesAtACase;
  if (!isSpent || !tallies.some(({ key }) => key === ofPlaceAtCase)) return wait;
  return Math.max(wait, Math.ceil((total.expiresAt.getTime() - now.getTime()) / 1000));
}

/** Counts a wrong guess, whether there is such a case or not. */
export async function countGuess(tx: Tx, guess: Guess, now: Date): Promise<void> {
  const { ofCase, ofPlaceAtCase } = keysOf(guess);
  await countFailure(tx, [tallyOfPlace(guess)], now);
  const total = await tx.signInTally.findUnique({ where: { key: ofCase } });
  const goesOn = total !== null && total.expiresAt > now;
  const expiresAt = goesOn ? total.expiresAt : new Date(now.getTime() + day);
  // The place's own mark lasts longer than the case's count, so that no gap is left between them.
  const marks = [
    { key: ofCase, failures: goesOn ? total.failures + 1 : 1, expiresAt },
    { key: ofPlaceAtCase, failures: 1, expiresAt: new Date(now.getTime() + 2 * day) },
  ];
  for (const { key, failures, expiresAt: until } of marks) {
    const values = { failures, expiresAt: until };
    await tx.signInTally.upsert({
      where: { key },
      create: { key, failures, expiresAt: until },
      update: values,
    });
  }
}

const tallyOfPlace = ({ address }: Guess): Tally => ({
  kind: 'name',
  key: `tracking ${placeHash(address)}`,
});

function keysOf({ number, address }: Guess) {
  const hash = createHash('sha256').update(number).digest('hex');
  return {
    ofCase: `tracking case ${hash}`,
    ofPlaceAtCase: `tracking case ${hash} ${placeHash(address)}`,
  };
}
