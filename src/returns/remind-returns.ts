import { addDays, today } from '../calendar/days.js';
import { type Db, type Tx, transact } from '../database/database.js';
import { type Announcement, announceAll } from '../outbox/announce.js';
import { returnHref } from './asked-return.js';
import { type Owed, owedReturns } from './reminders.js';

/**
 * Reminds of returns that are not in (催报): a park's managers once before the due day, and once when it has passed,
 * then its county too. It can run as often as one likes: who was told of a return is not told again.
 * @returns how many messages were made
 */
export async function remindReturns(db: Db, at: Date): Promise<number> {
  const now = today(at);
  const parks = await db.park.findMany({ where: { closedOn: null }, select: { id: true } });
  const ids = parks.map(({ id }) => id);
  const owed = await owedReturns(db, ids, now);
  if (owed.length === 0) return 0;
  return transact(db, async (tx) => {
    const news = await untold(tx, await remindersOf(tx, owed));
    await announceAll(tx, { accountId: null, at }, news);
    return news.length;
  });
}

type ToAccount = Announcement & { accountId: number; href: string };

async function remindersOf(tx: Tx, owed: Owed[]): Promise<ToAccount[]> {
  const parks = await tx.park.findMany({
    where: { id: { in: owed.map(({ parkId }) => parkId) } },
    include: { region: true, managers: { where: { account: { isActive: true } } } },
  });
  const reviewers = await tx.account.findMany({
    where: { role: 'county-reviewer', isActive: true },
    select: { id: true, regionCode: true },
  });
  return owed.flatMap(({ parkId, month, due, left }) => {
    const park = parks.find(({ id }) => id === parkId);
    if (!park) return [];
    const to = (key: ToAccount['key'], accountId: number): ToAccount => ({
      accountId,
      key,
      href: returnHref(month, park.number),
      values: { park: { zh: park.nameZh, en: park.nameEn }, month: { month }, day: { day: due } },
    });
    const managers = park.managers.map(({ accountId }) => accountId);
    if (left >= 0) {
      const expiresAt = new Date(`${addDays(due, 1)}T00:00:00+08:00`);
      return managers.map((id) => ({ ...to('returns.message.due-soon', id), expiresAt }));
    }
    const county = [park.regionCode, park.region.parentCode];
    return [
      ...managers.map((id) => to('returns.message.overdue', id)),
      ...reviewers
        .filter(({ regionCode }) => regionCode !== null && county.includes(regionCode))
        .map(({ id }) => to('returns.message.park-overdue', id)),
    ];
  });
}

/** What was not told yet: nobody is told the same of the same return twice. */
async function untold(tx: Tx, all: ToAccount[]): Promise<ToAccount[]> {
  const told = await tx.outboxMessage.findMany({
    where: {
      accountId: { in: [...new Set(all.map(({ accountId }) => accountId))] },
      key: { in: [...new Set(all.map(({ key }) => key))] },
      href: { in: [...new Set(all.map(({ href }) => href))] },
    },
    select: { accountId: true, key: true, href: true },
  });
  const nameOf = (row: { accountId: number | null; key: string; href: string | null }) =>
    `${row.accountId} ${row.key} ${row.href}`;
  const known = new Set(told.map(nameOf));
  return all.filter((message) => !known.has(nameOf(message)));
}
