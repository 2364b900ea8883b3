import type { Response } from 'express';
import { today } from '../calendar/days.js';
import { everyRecord, Kept } from '../database/kept.js';
import type { Deps } from '../web/deps.js';
import { frameOf } from '../web/frame.js';
import { type KeptBody, keptPage } from '../web/views.js';
import { registerState } from './register-state.js';

type Tables = typeof everyRecord;

/** The mark of the register tells what other processes did; nothing is kept longer all the same. */
const longestMs = 10 * 60_000;

/**
 * Pages without their frames, kept by all that they depend on: where the register stands and what the nightly runs found,
 * every change of this process to any record, the language, the day, and what the page is asked for by whom.
 */
export class KeptPages {
  readonly #bodies: Kept<KeptBody | null>;

  /**
   * @param most how many bodies are kept, the longest unused going first
   * @param tables those that they are read from
   * @param forMs how long, where other processes change what the mark of the register does not tell
   */
  constructor(
    most: number,
    { tables = everyRecord, forMs = longestMs }: { tables?: Tables; forMs?: number } = {},
  ) {
    this.#bodies = new Kept(tables, most, forMs);
  }

  /**
   * Answers with the body that is kept for the key, or with the one that is made now.
   * @param key who asks, as far as they see another page than others, and for what
   * @param make null where there is no such page
   * @returns whether the request was answered
   */
  async answer(
    { db, clock }: Pick<Deps, 'db' | 'clock'>,
    res: Response,
    key: readonly unknown[],
    make: () => Promise<KeptBody | null>,
  ): Promise<boolean> {
    // Where the address is wrong, its form is shown as it was typed: that is nobody else's.
    if (frameOf(res).wrongQuery !== null) return shown(res, await make());
    const { wholeMark } = await registerState(db);
    const whole = JSON.stringify([wholeMark, frameOf(res).lang, today(clock.now()), ...key]);
    return shown(res, await this.#bodies.get(db, whole, make));
  }
}

function shown(res: Response, body: KeptBody | null): boolean {
  if (body !== null) keptPage(res, body);
  return body !== null;
}
