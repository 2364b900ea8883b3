import { beforeCommit, type Tx } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import { insertRows, insertRowsForIds, type Row } from '../database/insert-rows.js';
import type { Actor } from './actor.js';
import type { Act } from './acts.js';
import { notedHere } from './noted-events.js';

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
  | 'return-proof'
  | 'return-rules'
  | 'month'
  | 'policy'
  | 'holiday-notice'
  | 'remedy-authority'
  | 'issuing-office'
  | 'application'
  | 'waiver'
  | 'figure'
  | 'export'
  | 'cross-table'
  | 'report-paper'
  | 'list-view'
  | 'threshold'
  | 'schedule'
  | 'report-job'
  | 'import-batch'
  | 'payee'
  | 'claim'
  | 'payment-batch';

export type NewEvent = {
  verb: Act;
  subjectKind: SubjectKind;
  subjectId: number;
  ventureId?: number;
  parkId?: number;
  /** Of a move the park that was left: the event stands in its history, too. */
  fromParkId?: number;
  reason?: string;
  /** Who of those that see the record reads it: all, unless said; `inside` is for staff alone. */
  audience?: 'inside';
  /** What it was about: values for a new record, [before, after] pairs for a changed one. */
  detail: Prisma.InputJsonObject;
};

const unset = { ventureId: null, parkId: null, fromParkId: null, audience: 'all' };

/** What a transaction has to record of itself, in the order of doing. */
const untold = new WeakMap<Tx, Row[]>();

/** Records one event, in the same transaction as what it tells of: verbs only write history, so it is written at the end. */
export const recordEvent = (tx: Tx, by: Actor, event: NewEvent): void =>
  recordEvents(tx, by, [event]);

/** Records many events at once. */
export function recordEvents(tx: Tx, by: Actor, events: NewEvent[]): void {
  if (!untold.has(tx)) beforeCommit(tx, () => writeEvents(tx));
  const rows = untold.get(tx) ?? [];
  untold.set(tx, rows);
  for (const { reason = '', detail, ...about } of events)
    rows.push({ ...unset, ...about, at: by.at, actorId: by.accountId, reason, detail });
}

/** Writes what was recorded so far, for who reads history in the transaction that makes it. */
export async function writeEvents(tx: Tx): Promise<void> {
  const rows = untold.get(tx)?.splice(0) ?? [];
  const noted = notedHere();
  if (noted) noted.push(...(await insertRowsForIds(tx, 'HistoryEvent', rows)));
  else await insertRows(tx, 'HistoryEvent', rows);
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
