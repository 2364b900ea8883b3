import type { Month } from '../calendar/days.js';
import { addDays, type Day, today } from '../calendar/days.js';
import type { Reads, Tx } from '../database/database.js';
import { changeRows, rowsOf } from '../database/direct-sql.js';
import type { ImportBatch, Prisma } from '../database/generated/client.js';
import { column, sql } from '../database/sql.js';
import type { List, Plan } from './plan-list.js';
import type { Choices } from './planned.js';
import type { Source } from './source-rows.js';
import type { Moved } from './try-rows.js';

export type BatchState = 'planning' | 'planned' | 'running' | 'done' | 'taking-back' | 'taken-back';

/** For so many days a batch can be taken back, and what it said is kept. */
export const daysToTakeBack = 30;

/** What of a plan is kept. One of an earlier edition of this program says nothing of a backlog. */
export type StoredPlan = Omit<Plan, 'backlogMoved'> & { backlogMoved?: Moved[] };
export type Batch = Omit<ImportBatch, 'state' | 'month' | 'source' | 'choices' | 'plan'> & {
  state: BatchState;
  month: Month | null;
  source: Source;
  choices: Choices;
  plan: StoredPlan;
};

export const emptyPlan: StoredPlan = { rows: [], moved: [], marks: [] };
export const asJson = (value: object): Prisma.InputJsonObject => value as Prisma.InputJsonObject;

/** What of a batch is as long as its list. */
type Long = 'source' | 'choices' | 'plan';
const times = ['createdAt', 'ranAt', 'takenBackAt', 'clearedAt'] as const;

/** Reads a batch past the client, which would hold a long list several times over. @throws Error where there is none */
export async function batchWith(reads: Reads, id: number): Promise<Batch> {
  type Row = Omit<Batch, Long> & Record<Long, string>;
  const [row] = await rowsOf<Row>(reads, sql`SELECT * FROM "ImportBatch" WHERE "id" = ${id}`, {
    times,
  });
  if (!row) throw new Error(`there is no batch ${id}`);
  const { source, choices, plan, ...rest } = row;
  const long = { source: JSON.parse(source), choices: JSON.parse(choices), plan: JSON.parse(plan) };
  return Object.assign(rest, long);
}

/** Stores what is as long as the list, likewise. */
export const storeLong = (tx: Tx, id: number, name: Long, value: object): Promise<number> =>
  changeRows(
    tx,
    sql`UPDATE "ImportBatch" SET ${column(name)} = ${JSON.stringify(value)} WHERE "id" = ${id}`,
  );

export const listOf = ({ id, parkId, source, choices, month, fileName }: Batch): List => ({
  parkId,
  rows: source.rows,
  choices,
  month,
  batchId: id,
  reason: fileName,
});

/** Whether rows of it can be decided on, and it can be planned again. */
export const isDecidable = ({ state, clearedAt }: Pick<Batch, 'state' | 'clearedAt'>): boolean =>
  clearedAt === null && (state === 'planned' || state === 'done');

/** The last day on which a batch that was run can be taken back. */
export const lastDayToTakeBack = (ranAt: Date): Day => addDays(today(ranAt), daysToTakeBack);
