import { endOfMonth } from '../../../src/calendar/days.js';
import type { Connection } from './connection.js';
import { type By, event, post } from './writes.js';

type Draft = { ventureId: number; headcount: number; evidence: string; level: number | null };

/** Submits a park's drafts of a month by the inserts that it takes, all in one transaction. @returns the page's address */
export async function submitMonth(
  tx: Connection,
  by: By,
  { park, month }: { park: string; month: string },
): Promise<string> {
  const end = endOfMonth(month);
  const monthly = await tx.one<{ id: number; parkId: number }>(
    `SELECT m.id, m.parkId FROM MonthlyReturn m JOIN Park p ON p.id = m.parkId
     WHERE p.number = ? AND m.month = ? AND m.state = 'draft'`,
    park,
    month,
  );
  if (!monthly) throw new Error('there is no draft');
  const { id: monthlyId, parkId } = monthly;
  const drafts = await tx.all<Draft>(
    `SELECT c.ventureId, c.headcount, c.evidence, (SELECT SUM(amount) FROM LedgerEntry
       WHERE ventureId = c.ventureId AND measure = 'jobs' AND effectiveOn < ?2) AS level
     FROM ReturnCell c WHERE c.monthlyReturnId = ?1 AND c.headcount IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM JobsReturn WHERE ventureId = c.ventureId AND month = ?3)`,
    monthlyId,
    end,
    month,
  );
  for (const { ventureId, headcount, evidence, level } of drafts) {
    const id = await tx.run(
      `INSERT INTO JobsReturn (ventureId, month, headcount, evidence, note, setAside, filedAt, filedById)
       VALUES (?, ?, ?, ?, '', 0, ?, ?)`,
      ...[ventureId, month, headcount, evidence, by.at, by.accountId],
    );
    const detail = { month, headcount, evidence };
    await event(tx, by, ['jobs-return.filed', 'jobs-return', id, ventureId, parkId, detail]);
    const line = { effectiveOn: end, parkId, ventureId, kind: 'jobs-return', causeId: id };
    const change = headcount - Number(level ?? 0);
    await post(tx, by, [
      ...(change === 0 ? [] : [{ ...line, measure: 'jobs', amount: change }]),
      { ...line, measure: 'returns', amount: 1 },
    ]);
  }
  await tx.run(
    `UPDATE MonthlyReturn SET state = 'submitted', submittedAt = ?, submittedById = ?, version = version + 1 WHERE id = ?`,
    ...[by.at, by.accountId, monthlyId],
  );
  const told = { month, ventures: drafts.length };
  await event(tx, by, [
    'monthly-return.submitted',
    'monthly-return',
    monthlyId,
    null,
    parkId,
    told,
  ]);
  return `/returns/${month}/${park}`;
}
