import { type Day, type Month, monthOf } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import type { Reopening } from '../database/generated/client.js';
import { day, month as monthText, number, time } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { figuresAtStake } from '../returns/figures-at-stake.js';
import { openBacklog } from './ask-backlog.js';
import { importsHref } from './new-page.js';
import { backlogMonths, isBacklog, type Planned } from './planned.js';
import { presentMoved } from './present-batch.js';
import type { NamedBatch } from './queries.js';

/** What the page of a batch says of its backlog: how many rows, how far it is, and where to go on. */
export async function backlogLine(
  reads: Reads,
  { id, plan }: Pick<NamedBatch, 'id' | 'plan'>,
  voice: Voice,
  on: Day,
) {
  const { say } = voice;
  const n = plan.rows.filter(isBacklog).length;
  if (n === 0) return null;
  const href = `${importsHref}/${id}/backlog`;
  const open = await openBacklog(reads, id, on);
  return open === null
    ? { text: say('imports.backlog.rows', { n }), href, label: say('imports.backlog.ask') }
    : { text: stateText(open, n, voice), href, label: say('imports.backlog.see') };
}

/** How far a request for a backlog of so many rows is. */
export const stateText = (open: Reopening, n: number, { say, lang }: Voice): string =>
  open.agreedAt === null
    ? say('imports.backlog.waits', { n, at: time(open.askedAt, lang) })
    : say('imports.backlog.agreed', { day: day(open.lastDay, lang) });

/** What agreeing to a backlog comes to: arrivals and totals by month, and the published figures that could move. */
export async function presentBacklog(
  reads: Reads,
  { parkId, plan }: Pick<NamedBatch, 'parkId' | 'plan'>,
  { say, lang }: Voice,
) {
  const rows = plan.rows.filter(isBacklog);
  const [month] = backlogMonths(rows);
  if (month === undefined) return null;
  const reopened = { month, throughMonth: lastMonth, parkId, ventureId: null };
  const figures = await figuresAtStake(reads, reopened);
  const moved = plan.backlogMoved ?? [];
  return {
    n: rows.length,
    from: monthText(month, lang),
    arrivals: {
      heads: [say('imports.moved-month'), say('imports.backlog.n')],
      rows: [...arrivalsIn(rows)].map(([each, n]) => [monthText(each, lang), number(n, lang)]),
    },
    moved: moved.length > 0 ? presentMoved(moved, { say, lang }) : null,
    figures: figures.map((figure) => ({
      href: `/figures/published/${figure.number}`,
      label: `${figure.number} ${lang === 'zh' ? figure.wordingZh : figure.wordingEn}`,
      what: `${lang === 'zh' ? figure.scopeNameZh : figure.scopeNameEn}，${day(figure.asOf, lang)}`,
    })),
  };
}

/** Beyond every month: what arrives stays. */
const lastMonth: Month = '9999-12';

/** Rows by the month in which they settled, the earliest first. */
function arrivalsIn(rows: readonly Planned[]): Map<Month, number> {
  const counts = new Map<Month, number>();
  for (const { act } of rows) {
    if (act?.kind !== 'create' || act.settledOn === null) continue;
    const month = monthOf(act.settledOn);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return new Map([...counts].sort());
}
