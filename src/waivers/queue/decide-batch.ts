import { z } from 'zod';
import { type Db, type Tx, transact } from '../../database/database.js';
import type { Actor } from '../../history/actor.js';
import { actingAccount } from '../../people/acting-viewer.js';
import type { Role } from '../../people/viewer.js';
import { allow } from '../../web/errors.js';
import type { SeenCase } from '../open-case.js';
import { type BatchAct, batchActs, doInBatch, Why, whyNot } from './batch-acts.js';
import { doneBefore } from './done-before.js';

/** A case that was chosen, as its list showed it. */
export type Chosen = { number: string; version: number };

const Line = z.strictObject({
  number: z.string(),
  version: z.int(),
  /** before: it was done already when the batch came to it. */
  state: z.enum(['waiting', 'done', 'before', 'refused']),
  why: Why.nullable(),
});
export type BatchLine = z.output<typeof Line>;
const Lines = z.array(Line);

class Undone extends Error {}

/** Whether a case can be done, found out by doing it and taking it back: null, or why not. */
export async function tryCase(
  db: Db,
  by: Actor,
  seen: SeenCase & { number: string },
  { act, role }: { act: BatchAct; role: Role },
): Promise<Why | null> {
  try {
    return await transact(db, async (tx) => {
      await doInBatch(tx, by, seen, act);
      throw new Undone();
    });
  } catch (error) {
    if (error instanceof Undone) return null;
    const why = whyNot(error);
    const before = await doneBefore(db, { number: seen.number, act, role });
    return before ? { key: before.key, values: before.values } : why;
  }
}

/** Keeps what is to be done, before any of it is. @returns the id of the batch @throws Forbidden at another desk */
export async function beginBatch(
  tx: Tx,
  by: Actor,
  { act, cases }: { act: BatchAct; cases: Chosen[] },
): Promise<number> {
  allow(batchActs(await actingAccount(tx, by)).includes(act), 'waivers.not-your-desk');
  const lines = cases.map((chosen) => ({ ...chosen, state: 'waiting', why: null }));
  const { id } = await tx.waiverBatch.create({
    data: { act, accountId: by.accountId as number, at: by.at, lines },
  });
  return id;
}

/**
 * Does the cases of a batch that wait, each in a transaction of its own with the line that tells of it, so that a
 * process that dies in the middle leaves nothing that is done and not told. A second press that runs beside the first
 * finds the lines that the first has done, and leaves them.
 */
export async function runBatch(db: Db, by: Actor, id: number, role: Role): Promise<void> {
  const { act, lines } = await db.waiverBatch.findUniqueOrThrow({ where: { id } });
  for (const [index, line] of Lines.parse(lines).entries()) {
    if (line.state !== 'waiting') continue;
    try {
      await transact(db, async (tx) => {
        if (!(await isWaiting(tx, id, index))) return;
        const { id: caseId } = await tx.waiverApplication.findUniqueOrThrow({
          where: { number: line.number },
          select: { id: true },
        });
        await doInBatch(tx, by, { id: caseId, version: line.version }, act as BatchAct);
        await tell(tx, id, index, { state: 'done', why: null });
      });
    } catch (error) {
      const fault = whyNot(error);
      const before = await doneBefore(db, { number: line.number, act: act as BatchAct, role });
      const why = before ? { key: before.key, values: before.values } : fault;
      const state = before?.byId === by.accountId ? 'before' : 'refused';
      await transact(db, async (tx) => {
        if (await isWaiting(tx, id, index)) await tell(tx, id, index, { state, why });
      });
    }
  }
  await db.waiverBatch.update({ where: { id }, data: { finishedAt: by.at } });
}

/** Read anew inside of the transaction: whoever comes second sees what the first has done. */
async function isWaiting(tx: Tx, id: number, index: number): Promise<boolean> {
  const { lines } = await tx.waiverBatch.findUniqueOrThrow({ where: { id } });
  return Lines.parse(lines)[index]?.state === 'waiting';
}

async function tell(
  tx: Tx,
  id: number,
  index: number,
  result: Pick<BatchLine, 'state' | 'why'>,
): Promise<void> {
  const { lines } = await tx.waiverBatch.findUniqueOrThrow({ where: { id } });
  const next = Lines.parse(lines).map((line, i) => (i === index ? { ...line, ...result } : line));
  await tx.waiverBatch.update({ where: { id }, data: { lines: next } });
}

/** After this a batch that was not finished has broken off. */
const LONGEST_MS = 10 * 60_000;

/** A batch and its lines, for who began it, and whether it is still being done at a moment. */
export async function findBatch(
  db: Db,
  { id, accountId, at }: { id: number; accountId: number; at: Date },
) {
  const batch = await db.waiverBatch.findFirst({ where: { id, accountId } });
  if (!batch) return null;
  const isUnderWay = batch.finishedAt === null && at.getTime() - batch.at.getTime() < LONGEST_MS;
  return { act: batch.act as BatchAct, lines: Lines.parse(batch.lines), isUnderWay };
}
