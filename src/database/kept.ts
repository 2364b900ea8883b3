import { changesOf, type Reads } from './database.js';
import { type Prisma, Prisma as PrismaNames } from './generated/client.js';

/** How long an answer is trusted that another process, such as a command, may have made wrong. */
const LONGEST_MS = 2000;

/** Written for what people do beside the register: sessions, limits, what was sent. */
const BESIDE: Prisma.ModelName[] = [
  'AcceptedForm',
  'KnownDevice',
  'LastSignIn',
  'OutboxMessage',
  'Session',
  'SignInTally',
];

/** All tables but those that no figure and no record is read from. */
export const everyRecord: readonly Prisma.ModelName[] = Object.values(PrismaNames.ModelName).filter(
  (table) => !BESIDE.includes(table),
);

/** With what was sent to whom, and when they were last here. */
export const everyRecordAndMessage: readonly Prisma.ModelName[] = [
  ...everyRecord,
  'LastSignIn',
  'OutboxMessage',
];

type Answer<T> = { mark: string; until: number; value: Promise<T> };

/**
 * Keeps answers in memory as long as none of the tables that they were read from is changed: a change by this process
 * counts at once, one by another process within two seconds. In a transaction nothing is kept, and what is kept is not
 * used: it sees its own changes. What is handed out is shared, so nobody may change it.
 */
export class Kept<T> {
  readonly #tables: readonly Prisma.ModelName[];
  readonly #most: number;
  readonly #longestMs: number;
  readonly #answers = new WeakMap<Reads, Map<string, Answer<T>>>();

  /**
   * @param most how many answers are kept, the longest unused going first
   * @param longestMs how long, where the key does not tell what another process has changed
   */
  constructor(tables: readonly Prisma.ModelName[], most: number, longestMs = LONGEST_MS) {
    this.#tables = tables;
    this.#most = most;
    this.#longestMs = longestMs;
  }

  /** The kept answer for the key, or what `ask` reads now. */
  get(reads: Reads, key: string, ask: () => Promise<T>): Promise<T> {
    const mark = changesOf(reads)?.markOf(this.#tables);
    if (mark === undefined) return ask();
    const answers = this.#answersOf(reads);
    const known = answers.get(key);
    answers.delete(key);
    const now = performance.now();
    const isRight = known !== undefined && known.mark === mark && now < known.until;
    const answer = isRight ? known : { mark, until: now + this.#longestMs, value: ask() };
    answers.set(key, answer);
    if (!isRight) this.#forget(answers, key, answer);
    return answer.value;
  }

  #answersOf(reads: Reads): Map<string, Answer<T>> {
    const answers = this.#answers.get(reads) ?? new Map<string, Answer<T>>();
    this.#answers.set(reads, answers);
    return answers;
  }

  /** A failure is not kept, nor more answers than there may be. */
  #forget(answers: Map<string, Answer<T>>, key: string, answer: Answer<T>): void {
    answer.value.catch(() => {
      if (answers.get(key) === answer) answers.delete(key);
    });
    for (const oldest of answers.keys()) {
      if (answers.size <= this.#most) return;
      answers.delete(oldest);
    }
  }
}
