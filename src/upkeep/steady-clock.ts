import { type Db, type Reads, transact } from '../database/database.js';
import { holdsDemonstration } from '../database/demonstration-mark.js';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
/** The service looks each hour; after a longer rest than this, a clock that was set wrong looks no different. */
const restMs = 7 * dayMs;
/** Clocks are set back by seconds, never by an hour: times are UTC. */
const backMs = hourMs;
/** How long a clock must go on without a jump before anything is deleted by it. */
const waitMs = dayMs;

const key = 'upkeep-clock';

/** When the clock was last looked at, and since when it has gone on without a jump (UTC, both). */
export type ClockMark = { seenAt: Date; steadySince: Date };
export type ClockLook = { isSteady: boolean; jumpedFrom: Date | null; steadyFrom: Date };

/**
 * Whether a clock can be trusted with what cannot be taken back: one that stands in the next year or in 1970 would let
 * everything run out at once. After a jump, forwards by more than a week or back by more than an hour, it is trusted
 * again once it has gone on for a day.
 * @param last the last look; null where there was none, and then the clock is trusted
 */
export function judgeClock(last: ClockMark | null, now: Date): ClockMark & ClockLook {
  const passed = last === null ? 0 : now.getTime() - last.seenAt.getTime();
  const hasJumped = passed > restMs || passed < -backMs;
  const steadySince = hasJumped ? now : (last?.steadySince ?? new Date(0));
  const steadyFrom = new Date(steadySince.getTime() + waitMs);
  return {
    seenAt: now,
    steadySince,
    steadyFrom,
    isSteady: now >= steadyFrom,
    jumpedFrom: hasJumped && last ? last.seenAt : null,
  };
}

/**
 * Looks at the clock, and notes that. A database that has not been looked at before is measured by its newest record,
 * except for the demonstration, whose records are of long ago.
 */
export async function lookAtClock(db: Db, now: Date): Promise<ClockLook> {
  return transact(db, async (tx) => {
    const looked = judgeClock((await readMark(tx)) ?? (await newestRecord(tx)), now);
    const value = JSON.stringify({ seenAt: looked.seenAt, steadySince: looked.steadySince });
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
    return looked;
  });
}

async function readMark(reads: Reads): Promise<ClockMark | null> {
  const row = await reads.setting.findUnique({ where: { key } });
  if (!row) return null;
  const { seenAt, steadySince } = JSON.parse(row.value) as Record<keyof ClockMark, string>;
  return { seenAt: new Date(seenAt), steadySince: new Date(steadySince) };
}

async function newestRecord(reads: Reads): Promise<ClockMark | null> {
  if (await holdsDemonstration(reads)) return null;
  const event = await reads.historyEvent.findFirst({
    orderBy: { id: 'desc' },
    select: { at: true },
  });
  return event && { seenAt: event.at, steadySince: new Date(0) };
}
