import type { Tx } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { insertRows } from '../database/insert-rows.js';
import type { Actor } from './actor.js';

export type SubjectKind =
  | 'account'
  | 'park'
  | 'space'
  | 'person'
  | 'venture'
  | 'residency'
  | 'tenancy'
  | 'visit'
  | 'jobs-return'
  | 'monthly-return'
  | 'founder-report'
  | 'roster'
  | 'return-rules'
  | 'month'
  | 'policy'
  | 'application'
  | 'waiver'
  | 'figure'
  | 'export'
  | 'cross-table'
  | 'threshold'
  | 'schedule'
  | 'report-job';

export type NewEvent = {
  /** What was done, as subject.verb: venture.logged, residency.ended. */
  verb: string;
  subjectKind: SubjectKind;
  subjectId: number;
  ventureId?: number;
  parkId?: number;
  reason?: string;
  /** What it was about: values for a new record, [before, after] pairs for a changed one. */
  detail: Prisma.InputJsonObject;
};

/** Records one event, in the same transaction as what it tells of. */
export const recordEvent = (tx: Tx, by: Actor, event: NewEvent): Promise<void> =>
  recordEvents(tx, by, [event]);

/** Records many events at once. */
export async function recordEvents(tx: Tx, by: Actor, events: NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map(
    ({ verb, subjectKind, subjectId, ventureId, parkId, reason, detail }) => ({
      ...{ at: by.at, actorId: by.accountId, verb, subjectKind, subjectId, ventureId, parkId },
      ...{ reason: reason ?? '', detail },
    }),
  );
  await insertRows(tx, 'HistoryEvent', rows);
}

/** The fields that differ, each as [before, after]. */
export function changesBetween<T extends Record<string, unknown>>(
  before: T,
  after: Partial<T>,
): Prisma.InputJsonObject {
  const changed = Object.entries(after).filter(([name, value]) => before[name] !== value);
  return Object.fromEntries(
    changed.map(([name, value]) => [name, [before[name] ?? null, value ?? null]]),
  ) as Prisma.InputJsonObject;
}
