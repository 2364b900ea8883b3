import { endOfMonth, type Month, today } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import type { JobsReturn } from '../database/generated/client.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { join, sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { changesBetween, recordEvent, recordEvents } from '../history/record.js';
import { Conflict, refuseIf } from '../language/refusal.js';
import { refuseClosed } from '../ledger/closed-months.js';
import { restateVentures } from '../ledger/restate.js';
import { staysOf } from '../ventures/settle-venture.js';
import { type Headcount, numberFaults } from './headcount.js';

export type Filing = Headcount & {
  ventureId: number;
  month: Month;
  /** The version of the return that was seen, to correct it; null to file the first. */
  version: number | null;
};

/**
 * Files or corrects jobs returns (带动就业月报). A correction moves only the months that it speaks of.
 * @throws Refusal with the row: a negative or absurd number, a part above the whole, a month that has not ended
 *   or at whose end the venture is in no park, or that is closed
 * @throws Conflict when a return is there already, or is no longer the version that was seen
 */
export async function fileHeadcounts(tx: Tx, by: Actor, inputs: Filing[]): Promise<void> {
  if (inputs.length === 0) return;
  const ventureIds = [...new Set(inputs.map((input) => input.ventureId))];
  const residencies = await staysOf(tx, ventureIds);
  const parkIds = inputs.map((input, row) => {
    const day = endOfMonth(input.month);
    const home = residencies.find(
      (r) =>
        r.ventureId === input.ventureId &&
        r.beganOn <= day &&
        (r.endedOn === null || day < r.endedOn),
    );
    refuseIf(
      [
        ...numberFaults(input),
        day > today(by.at) && { field: 'month', key: 'returns.month-not-over' },
        !home && { field: 'month', key: 'returns.not-in-park' },
      ],
      row,
    );
    return home?.parkId as number;
  });
  await refuseClosed(
    tx,
    by,
    inputs.map(({ month, ventureId }, row) => ({
      ...{ month, ventureId, parkId: parkIds[row] as number },
    })),
  );
  await keep(tx, by, inputs, parkIds);
  const first = inputs.reduce(
    (month, input) => (input.month < month ? input.month : month),
    inputs[0]?.month as Month,
  );
  await restateVentures(tx, by, ventureIds, endOfMonth(first));
}

export const fileHeadcount = (tx: Tx, by: Actor, input: Filing): Promise<void> =>
  fileHeadcounts(tx, by, [input]);

const filedNow = (by: Actor) => ({
  filedAt: by.at,
  filedById: by.accountId,
  setAside: false,
});

async function keep(tx: Tx, by: Actor, inputs: Filing[], parkIds: number[]): Promise<void> {
  const knownOf = await filedAlready(tx, inputs);
  const fresh: (Filing & { parkId: number })[] = [];
  for (const [index, input] of inputs.entries()) {
    const before = knownOf.get(`${input.ventureId} ${input.month}`);
    if (!before) {
      if (input.version !== null) throw new Conflict('record.changed-meanwhile');
      fresh.push({ ...input, parkId: parkIds[index] as number });
      continue;
    }
    if (before.version !== input.version)
      throw new Conflict(
        input.version === null ? 'returns.filed-already' : 'record.changed-meanwhile',
      );
    await correct(tx, by, before, input, parkIds[index] as number);
  }
  await fileFresh(tx, by, fresh);
}

/** Changes a return, and records every number that differs; one that was set aside counts again. */
async function correct(
  tx: Tx,
  by: Actor,
  before: JobsReturn,
  { ventureId, month, version: _, ...numbers }: Filing,
  parkId: number,
): Promise<void> {
  const { note, ...told } = numbers;
  const again = before.setAside ? { counts: [false, true] } : {};
  await tx.jobsReturn.update({
    where: { id: before.id },
    data: { ...numbers, ...filedNow(by), version: before.version + 1 },
  });
  recordEvent(tx, by, {
    verb: 'jobs-return.corrected',
    subjectKind: 'jobs-return',
    subjectId: before.id,
    ...{ ventureId, parkId, reason: note },
    detail: { month, ...changesBetween<Record<string, unknown>>(before, told), ...again },
  });
}

/** The returns that are there for what is filed, by venture and month. */
async function filedAlready(tx: Tx, inputs: Filing[]): Promise<Map<string, JobsReturn>> {
  const months = [...new Set(inputs.map((input) => input.month))];
  const ids = await rowsOf<{ id: number }>(
    tx,
    sql`SELECT "id" FROM "JobsReturn" WHERE "month" IN (${join(months)})
      AND "ventureId" IN (${join(inputs.map((input) => input.ventureId))})`,
  );
  if (ids.length === 0) return new Map();
  const filed = await tx.jobsReturn.findMany({ where: { id: { in: ids.map(({ id }) => id) } } });
  return new Map(filed.map((one) => [`${one.ventureId} ${one.month}`, one]));
}

async function fileFresh(tx: Tx, by: Actor, fresh: (Filing & { parkId: number })[]): Promise<void> {
  const created = await insertRowsForIds(
    tx,
    'JobsReturn',
    fresh.map(({ version: _, parkId: __, others = null, ...input }) => ({
      ...input,
      others,
      ...filedNow(by),
    })),
  );
  recordEvents(
    tx,
    by,
    created.map((id, index) => {
      const { ventureId, parkId, month, headcount, evidence } = fresh[
        index
      ] as (typeof fresh)[number];
      return {
        verb: 'jobs-return.filed',
        subjectKind: 'jobs-return',
        subjectId: id,
        ventureId,
        parkId,
        detail: { month, headcount, evidence },
      };
    }),
  );
}
