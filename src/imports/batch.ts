import type { Month } from '../calendar/days.js';
import { addDays, type Day, today } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { ImportBatch, Prisma } from '../database/generated/client.js';
import type { List } from './plan-list.js';
import type { Choices, Planned } from './planned.js';
import type { Source } from './source-rows.js';
import type { Moved } from './try-rows.js';

export type BatchState = 'planning' | 'planned' | 'running' | 'done' | 'taking-back' | 'taken-back';

/** For so many days a batch can be taken back, and what it said is kept. */
export const daysToTakeBack = 30;

/** What of a plan is kept: the rows as they were shown, and the marks of what they rest on, a piece each. */
export type StoredPlan = { rows: Planned[]; moved: Moved[]; marks: string[] };
export type Batch = Omit<ImportBatch, 'state' | 'month' | 'source' | 'choices' | 'plan'> & {
  state: BatchState;
  month: Month | null;
  source: Source;
  choices: Choices;
  plan: StoredPlan;
};

export const emptyPlan: StoredPlan = { rows: [], moved: [], marks: [] };
export const asJson = (value: object): Prisma.InputJsonObject => value as Prisma.InputJsonObject;

export const batchOf = (row: ImportBatch): Batch => row as unknown as Batch;
export const batchWith = async (reads: Reads, id: number): Promise<Batch> =>
  batchOf(await reads.importBatch.findUniqueOrThrow({ where: { id } }));

export const listOf = ({ id, parkId, source, choices, month, fileName }: Batch): List => ({
  parkId,
  rows: source.rows,
  choices,
  month,
  batchId: id,
  reason: fileName,
});

/** The last day on which a batch that was run can be taken back. */
export const lastDayToTakeBack = (ranAt: Date): Day => addDays(today(ranAt), daysToTakeBack);
