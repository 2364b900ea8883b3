import { timingSafeEqual } from 'node:crypto';
import { type Reads, transact } from '../database/database.js';
import type { Letter, Prisma } from '../database/generated/client.js';
import { Refusal } from '../language/refusal.js';
import type { Deps } from '../web/deps.js';
import { countGuess, secondsToNextGuess } from './guess-limits.js';

export type LetterGuess = { number: string; code: string; address: string };

const ofPayment = {
  batch: { select: { regionCode: true } },
} as const satisfies Prisma.PaymentLineInclude;
/** A notice of a payment, with the county whose office pays. */
export type PaymentNotice = Prisma.PaymentLineGetPayload<{ include: typeof ofPayment }>;
export type Paper = { letter: Letter } | { payment: PaymentNotice };

/** What the outcome is of a look: a paper, or how long who guessed wrong too often has to wait. */
type Found = { paper: Paper } | { paper: null; seconds: number };

/**
 * A letter or a notice of payment by its number, or its document number, and the code on its paper. A wrong number and a wrong code have the same
 * answer, and are counted as guesses at a case are.
 * @throws Refusal for what does not fit together, or after too many tries
 */
export async function checkLetter({ db, clock }: Deps, guess: LetterGuess): Promise<Paper> {
  const at = clock.now();
  const key = { number: `letter ${guess.number}`, address: guess.address };
  const found = await transact<Found>(db, async (tx) => {
    const seconds = await secondsToNextGuess(tx, key, at);
    const paper = seconds > 0 ? null : await paperOf(tx, guess);
    if (paper) return { paper };
    if (seconds === 0) await countGuess(tx, key, at);
    return { paper: null, seconds };
  });
  if (found.paper) return found.paper;
  const minutes = Math.ceil(found.seconds / 60);
  throw new Refusal([
    minutes > 0
      ? { field: '', key: 'tracking.wait', values: { minutes } }
      : { field: '', key: 'letter.check.wrong' },
  ]);
}

async function paperOf(reads: Reads, { number, code }: LetterGuess): Promise<Paper | null> {
  const where = numbered(number);
  const letter = await reads.letter.findFirst({ where });
  if (letter) return isCode(letter.checkCode, code) ? { letter } : null;
  const payment = await reads.paymentLine.findFirst({ where, include: ofPayment });
  return payment && isCode(payment.checkCode, code) ? { payment } : null;
}

function isCode(checkCode: string | null, code: string): boolean {
  const stored = Buffer.from((checkCode ?? '').replace('-', ''));
  const typed = Buffer.from(code);
  return stored.length > 0 && stored.length === typed.length && timingSafeEqual(stored, typed);
}

/** 舟人社减〔2026〕12号, or L2026-0001. */
function numbered(number: string) {
  const [, series, year, ordinal] =
    /^(\D+)[〔（([［](\d{4})[〕）)\]］](\d{1,7})号?$/u.exec(number) ?? [];
  if (series === undefined) return { number };
  return { series, seriesYear: Number(year), ordinal: Number(ordinal) };
}
