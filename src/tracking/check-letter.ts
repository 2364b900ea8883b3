import { timingSafeEqual } from 'node:crypto';
import { type Reads, transact } from '../database/database.js';
import type { Letter } from '../database/generated/client.js';
import { Refusal } from '../language/refusal.js';
import type { Deps } from '../web/deps.js';
import { countGuess, secondsToNextGuess } from './guess-limits.js';

export type LetterGuess = { number: string; code: string; address: string };

/** What the outcome is of a look: a letter, or how long who guessed wrong too often has to wait. */
type Found = { letter: Letter } | { letter: null; seconds: number };

/**
 * A letter by its number, or its document number, and the code on its paper. A wrong number and a wrong code have the same
 * answer, and are counted as guesses at a case are.
 * @throws Refusal for what does not fit together, or after too many tries
 */
export async function checkLetter({ db, clock }: Deps, guess: LetterGuess): Promise<Letter> {
  const at = clock.now();
  const key = { number: `letter ${guess.number}`, address: guess.address };
  const found = await transact<Found>(db, async (tx) => {
    const seconds = await secondsToNextGuess(tx, key, at);
    const letter = seconds > 0 ? null : await letterOf(tx, guess);
    if (letter) return { letter };
    if (seconds === 0) await countGuess(tx, key, at);
    return { letter: null, seconds };
  });
  if (found.letter) return found.letter;
  const minutes = Math.ceil(found.seconds / 60);
  throw new Refusal([
    minutes > 0
      ? { field: '', key: 'tracking.wait', values: { minutes } }
      : { field: '', key: 'letter.check.wrong' },
  ]);
}

async function letterOf(reads: Reads, { number, code }: LetterGuess): Promise<Letter | null> {
  const letter = await reads.letter.findFirst({ where: numbered(number) });
  const stored = Buffer.from((letter?.checkCode ?? '').replace('-', ''));
  const typed = Buffer.from(code);
  if (stored.length === 0 || stored.length !== typed.length) return null;
  return timingSafeEqual(stored, typed) ? letter : null;
}

/** 舟人社减〔2026〕12号, or L2026-0001. */
function numbered(number: string) {
  const [, series, year, ordinal] =
    /^(\D+)[〔（([［](\d{4})[〕）)\]］](\d{1,7})号?$/u.exec(number) ?? [];
  if (series === undefined) return { number };
  return { series, seriesYear: Number(year), ordinal: Number(ordinal) };
}
