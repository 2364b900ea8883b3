import {
  addDays,
  addMonths,
  type Day,
  firstOf,
  type Month,
  monthOf,
  today,
} from '../calendar/days.js';
import { lastDayOf } from '../calendar/last-day.js';
import { type Db, transact } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { type Sql, sql } from '../database/sql.js';
import type { WordKey } from '../language/say.js';
import { announce } from '../outbox/announce.js';
import { wordsOf } from '../policies/form-of.js';
import { isInSums } from '../policies/in-sums.js';
import { rulesOfText } from '../policies/parsed-rules.js';
import { daysWorth, tellApplicant } from './announce-move.js';

/** A category that ends within so many days is told of: long enough to bring proof, and to apply. */
export const daysAhead = 60;

/** Tells of what time takes away: less is waived from next month on, a category of a founder ends. @returns how many were told */
export const tellLosses = async (db: Db, at: Date): Promise<number> =>
  (await tellFalls(db, at)) + (await tellCategories(db, at));

type Fall = {
  number: string;
  personId: number;
  rules: string;
  waiver: string;
  before: number;
  after: number;
};

/** What is waived of a month and not taken back. */
const amountOf = (month: Month): Sql => sql`COALESCE((SELECT SUM("fen") FROM "WaiverMonth"
  WHERE "waiverId" = w."id" AND "month" = ${month}), 0)`;

/** Tells, in the month before, whose waiver gives less from then on: a tier has come to its end, or a cap is reached. */
async function tellFalls(db: Db, at: Date): Promise<number> {
  const month = monthOf(today(at));
  const next = addMonths(month, 1);
  const falls = await rowsOf<Fall>(
    db,
    sql`SELECT * FROM (SELECT a."number", a."personId", v."rules", w."number" AS "waiver",
        ${amountOf(month)} AS "before", ${amountOf(next)} AS "after"
      FROM "Waiver" w JOIN "WaiverApplication" a ON a."id" = w."applicationId"
        JOIN "PolicyVersion" v ON v."id" = w."policyVersionId"
      WHERE w."endedOn" IS NULL AND w."beganOn" <= ${firstOf(month)} AND w."termEndOn" >= ${firstOf(addMonths(next, 1))}
      ORDER BY w."id") WHERE "after" < "before"`,
  );
  const key = 'waivers.message.falls';
  const told = await toldSince(db, key, new Date(`${firstOf(month)}T00:00:00+08:00`));
  const due = falls.filter(
    ({ personId, number, rules }) =>
      !told.has(`${personId} /waivers/${number}`) && !isInSums(rulesOfText(rules)),
  );
  for (const { number, personId, rules, waiver, before, after } of due)
    await transact(db, (tx) =>
      tellApplicant(
        tx,
        { accountId: null, at },
        { number, personId, policyVersion: { rules: rulesOfText(rules) } },
        key,
        { waiver, month: { month: next }, before: { fen: before }, after: { fen: after } },
      ),
    );
  return due.length;
}

type Ending = { personId: number; category: string; endedOn: Day };

const wordOf = ({ category }: Ending): WordKey => `ventures.category.${category}` as WordKey;

/** Tells founders of settled ventures that a category of theirs ends, such as five years after graduating. */
async function tellCategories(db: Db, at: Date): Promise<number> {
  const on = today(at);
  const endings = await rowsOf<Ending>(
    db,
    sql`SELECT c."personId", c."category", c."endedOn" FROM "PersonCategory" c
      WHERE c."endedOn" > ${on} AND c."endedOn" <= ${addDays(on, daysAhead)}
        AND EXISTS (SELECT 1 FROM "PersonRole" r JOIN "Residency" s ON s."ventureId" = r."ventureId"
          WHERE r."personId" = c."personId" AND r."role" = 'founder' AND r."endedOn" IS NULL AND s."endedOn" IS NULL)
      ORDER BY c."id"`,
  );
  const since = new Date(at.getTime() - 2 * daysAhead * 86_400_000);
  const told = await toldSince(db, 'waivers.message.category-ends', since);
  const due = endings.filter((ending) => !told.has(`${ending.personId} ${wordOf(ending)}`));
  for (const ending of due)
    await transact(db, (tx) =>
      announce(
        tx,
        { accountId: null, at },
        {
          personId: ending.personId,
          key: 'waivers.message.category-ends',
          href: '/policies',
          values: {
            category: { word: wordOf(ending) },
            day: { day: lastDayOf(ending.endedOn) },
          },
          expiresAt: new Date(at.getTime() + daysWorth * 86_400_000),
        },
      ),
    );
  return due.length;
}

/** Who was told of something since a moment, and of what: the page it leads to, and the word it names, where there is one. */
async function toldSince(db: Db, key: string, since: Date): Promise<Set<string>> {
  const rows = await db.outboxMessage.findMany({
    where: { key: { in: wordsOf(key) }, createdAt: { gte: since } },
    select: { personId: true, href: true, values: true },
  });
  return new Set(
    rows.flatMap(({ personId, href, values }) => {
      const { category } = values as { category?: { word: string } };
      return [`${personId} ${href}`, `${personId} ${category?.word}`];
    }),
  );
}
