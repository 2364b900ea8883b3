import { z } from 'zod';
import { type Db, type Tx, transact } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import type { SeenCase } from '../open-case.js';
import { type BatchAct, doInBatch, Why, whyNot } from './batch-acts.js';

/** A case that was chosen, as its list showed it. */
export type Chosen = { number: string; version: number };

const Line = z.strictObject({
  number: z.string(),
  version: z.int(),
  state: z.enum(['waiting', 'done', 'refused']),
  why: Why.nullable(),
});
export type BatchLine = z.output<typeof Line>;
const Lines = z.array(Line);

class Undone extends Error {}

/** Whether a case can be done, found out by doing it and taking it back: null, or why not. */
export async function tryCase(
  db: Db,
  by: Actor,
  seen: SeenCase,
  act: BatchAct,
): Promise<Why | null> {
  try {
    return await transact(db, async (tx) => {
      await doInBatch(tx, by, seen, act);
      throw new Undone();
    });
  } catch (error) {
    return error instanceof Undone ? null : whyNot(error);
  }
}

/** Keeps what is to be done, before any of it is. @returns the id of the batch */
export async function beginBatch(
  tx: Tx,
  by: Actor,
  { act, cases }: { act: BatchAct; cases: Chosen[] },
): Promise<number> {
  const lines = cases.map((one) => ({ ...one, state: 'waiting', why: null }));
  const { id } = await tx.waiverBatch.create({
    data: { act, accountId: by.accountId as number, at: by.at, lines },
  });
  return id;
}

/**
 * Does the cases of a batch that wait, each in a transaction of its own with the line that tells of it, so that a
 * process that dies in the middle leaves nothing that is done and not told.
 */
export async function runBatch(db: Db, by: Actor, id: number): Promise<void> {
  const { act, lines } = await db.waiverBatch.findUniqueOrThrow({ where: { id } });
  for (const [index, line] of Lines.parse(lines).entries()) {
    if (line.state !== 'waiting') continue;
    try {
      await transact(db, async (tx) => {
        const { id: caseId } = await tx.waiverApplication.findUniqueOrThrow({
          where: { number: line.number },
          select: { id: true },
        });
        await doInBatch(tx, by, { id: caseId, version: line.version }, act as BatchAct);
        await tell(tx, id, index, { state: 'done', why: null });
      });
    } catch (error) {
      const why = whyNot(error);
      await transact(db, (tx) => tell(tx, id, index, { state: 'refused', why }));
    }
  }
  await db.waiverBatch.update({ where: { id }, data: { finishedAt: by.at } });
}

async function tell(
  tx: Tx,
  id: number,
  index: number,
  told: Pick<BatchLine, 'state' | 'why'>,
): Promise<void> {
  const { lines } = await tx.waiverBatch.findUniqueOrThrow({ where: { id } });
  const next = Lines.parse(lines).map((line, i) => (i === index ? { ...line, ...told } : line));
  await tx.waiverBatch.update({ where: { id }, data: { lines: next } });
}

/** A batch and its lines, for who began it. */
export async function findBatch(db: Db, { id, accountId }: { id: number; accountId: number }) {
  const batch = await db.waiverBatch.findFirst({ where: { id, accountId } });
  return batch && { act: batch.act as BatchAct, lines: Lines.parse(batch.lines) };
}
