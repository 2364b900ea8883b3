import type { Month } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import { changeRows, rowsOf } from '../database/direct-sql.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { joinInOrder, sentField, sentRows } from '../database/sent-rows.js';
import { sql } from '../database/sql.js';
import type { Actor } from '../history/actor.js';
import { changesBetween, recordEvent, recordEvents } from '../history/record.js';
import { Conflict } from '../language/refusal.js';
import { gradesIn } from './grade.js';
import { gradeDetail } from './grade-moves.js';
import type { Headcount } from './headcount.js';

export type Filing = Headcount & {
  ventureId: number;
  month: Month;
  /** The version of the return that was seen, to correct it; null to file the first. */
  version: number | null;
  /** Why a number stands that was asked about, in words of whoever files it. */
  confirmed?: string;
};
/** With the park in which the venture is at the month's end. */
type Placed = Filing & { parkId: number };

type Kept = {
  id: number;
  ventureId: number;
  month: Month;
  headcount: number;
  graduates: number | null;
  hardship: number | null;
  returned: number | null;
  local: number | null;
  others: number | null;
  evidence: string;
  setAside: number;
  version: number;
};

/**
 * Writes what is filed, the first or as a correction, with its history.
 * @throws Conflict when a return is there already, or is no longer the version that was seen
 */
export async function keepReturns(tx: Tx, by: Actor, inputs: Placed[]): Promise<void> {
  const keptOf = await keptAlready(tx, inputs);
  const fresh: Placed[] = [];
  for (const input of inputs) {
    const before = keptOf.get(`${input.ventureId} ${input.month}`);
    if (before) {
      if (before.version !== input.version)
        throw new Conflict(
          input.version === null ? 'returns.filed-already' : 'record.changed-meanwhile',
        );
      await correct(tx, by, before, input);
    } else {
      if (input.version !== null) throw new Conflict('record.changed-meanwhile');
      fresh.push(input);
    }
  }
  await fileFresh(tx, by, fresh);
}

/** The returns that are there for what is filed, by venture and month. */
async function keptAlready(tx: Tx, inputs: Placed[]): Promise<Map<string, Kept>> {
  const asked = inputs.map(({ ventureId, month }) => [ventureId, month]);
  const kept = await rowsOf<Kept>(
    tx,
    sql`SELECT r."id", r."ventureId", r."month", r."headcount", r."graduates", r."hardship", r."returned", r."local",
        r."others", r."evidence", r."setAside", r."version"
      FROM ${sentRows(asked)} a ${joinInOrder} "JobsReturn" r
        ON r."ventureId" = ${sentField('a', 0)} AND r."month" = ${sentField('a', 1)}`,
  );
  return new Map(kept.map((item) => [`${item.ventureId} ${item.month}`, item]));
}

/** Changes a return, and records every number that differs; one that was set aside counts again. */
async function correct(tx: Tx, by: Actor, before: Kept, input: Placed): Promise<void> {
  const { ventureId, month, parkId, version: _, note, confirmed, ...told } = input;
  const {
    headcount,
    graduates,
    hardship,
    returned,
    local,
    others = before.others,
    evidence,
  } = told;
  const grades = async () => (await gradesIn(tx, [ventureId], month)).get(ventureId);
  const graded = await grades();
  await changeRows(
    tx,
    sql`UPDATE "JobsReturn" SET "headcount" = ${headcount}, "graduates" = ${graduates}, "hardship" = ${hardship},
        "returned" = ${returned}, "local" = ${local}, "others" = ${others}, "evidence" = ${evidence},
        "note" = ${note}, "setAside" = FALSE, "filedAt" = ${by.at}, "filedById" = ${by.accountId},
        "version" = "version" + 1 WHERE "id" = ${before.id}`,
  );
  const grade = await grades();
  const again = before.setAside ? { counts: [false, true] } : {};
  recordEvent(tx, by, {
    verb: 'jobs-return.corrected',
    subjectKind: 'jobs-return',
    subjectId: before.id,
    ventureId,
    parkId,
    reason: note,
    detail: {
      month,
      ...changesBetween<Record<string, unknown>>(before, told),
      ...again,
      ...gradeDetail(graded && grade && graded !== grade ? [graded, grade] : undefined),
      ...saidOf(confirmed),
    },
  });
}

const saidOf = (confirmed: string | undefined): { confirmed?: string } =>
  confirmed ? { confirmed } : {};

async function fileFresh(tx: Tx, by: Actor, fresh: Placed[]): Promise<void> {
  const ids = await insertRowsForIds(
    tx,
    'JobsReturn',
    fresh.map(({ version: _, parkId: __, confirmed: ___, others = null, ...input }) => ({
      ...input,
      others,
      filedAt: by.at,
      filedById: by.accountId,
      setAside: false,
    })),
  );
  recordEvents(
    tx,
    by,
    fresh.map(({ ventureId, parkId, month, headcount, evidence, confirmed }, row) => ({
      verb: 'jobs-return.filed',
      subjectKind: 'jobs-return',
      subjectId: ids[row] as number,
      ventureId,
      parkId,
      detail: { month, headcount, evidence, ...saidOf(confirmed) },
    })),
  );
}
