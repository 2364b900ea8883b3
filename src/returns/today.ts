import { type Day, today as dayOf, daysBetween, type Month } from '../calendar/days.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';
import { day, month as monthText } from '../language/format.js';
import type { Voice } from '../language/say.js';
import {
  linesOfAKind,
  type TodayLine,
  type TodayPress,
  type TodaySource,
} from '../people/today-lines.js';
import { returnHref } from './asked-return.js';
import { dueOn, type ReturnRules } from './return-rules.js';
import { isSeparate } from './states.js';
import { currentRules, type WaitingWhy, waitingReturns } from './waiting-returns.js';

type Row = {
  month: Month;
  why: WaitingWhy;
  number: string;
  nameZh: string;
  nameEn: string;
  remark: string | null;
  version: number | null;
  submittedById: number | null;
  approvedById: number | null;
  total: number;
};

/** Returns that are missing or were sent back, to be approved, or accepted; those of the earliest month first. */
export const returnsToday: TodaySource = async ({ reads, viewer, now, voice }) => {
  const on = dayOf(now);
  const rules = await currentRules(reads);
  const waiting = waitingReturns(viewer, on, rules);
  if (waiting === null) return null;
  const rows = await rowsOf<Row>(
    reads,
    sql`SELECT w."month", w."why", p."number", p."nameZh", p."nameEn", m."remark", m."version", m."submittedById", m."approvedById", COUNT(*) OVER () AS "total"
      FROM (${waiting}) w JOIN "Park" p ON p."id" = w."parkId"
      LEFT JOIN "MonthlyReturn" m ON m."parkId" = w."parkId" AND m."month" = w."month"
      ORDER BY w."month", p."number" LIMIT ${2 * linesOfAKind}`,
  );
  return {
    id: 'returns',
    title: voice.say('returns.today'),
    total: rows[0]?.total ?? 0,
    lines: rows.map((row) => lineOf(row, { on, rules, accountId: viewer.accountId }, voice)),
    allHref: '/returns',
  };
};

/** A park is late after its due day; for who reviews, a return has no term of its own. */
function lineOf(
  row: Row,
  { on, rules, accountId }: { on: Day; rules: ReturnRules; accountId: number },
  { say, lang }: Voice,
): TodayLine {
  const due = dueOn(row.month, rules);
  const isParks = row.why === 'missing' || row.why === 'sent-back';
  const left = daysBetween(on, due);
  const values = { day: day(due, lang), days: Math.abs(left) };
  const href = returnHref(row.month, row.number);
  const park = `${row.number} ${lang === 'zh' ? row.nameZh : row.nameEn}`;
  const why = say(`returns.today.${row.why}`);
  return {
    href,
    title: say('returns.today.of', { park, month: monthText(row.month, lang) }),
    text: row.why === 'sent-back' && row.remark ? `${why} · ${row.remark}` : why,
    due: isParks
      ? {
          text: say(left < 0 ? 'returns.today.late' : 'returns.today.left', values),
          tone: left < 0 ? 'stop' : 'heed',
        }
      : null,
    isOverdue: isParks && left < 0,
    phone: null,
    acts: [{ label: say(`returns.today.act.${row.why}`), href }],
    press: pressOf(row, accountId, say),
  };
}

/** Passing a return by a press, for who had no hand in the step before. */
function pressOf(
  { why, version, submittedById, approvedById, ...of }: Row,
  accountId: number,
  say: Voice['say'],
): TodayPress | null {
  const move = why === 'approve' || why === 'accept' ? why : null;
  if (move === null || !isSeparate(accountId, move, { submittedById, approvedById })) return null;
  return {
    label: say(`returns.move.${move}`),
    action: `${returnHref(of.month, of.number)}/${move === 'approve' ? 'approval' : 'acceptance'}`,
    fields: [{ name: 'version', value: String(version ?? '') }],
  };
}
