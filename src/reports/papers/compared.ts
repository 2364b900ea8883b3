import { number } from '../../language/format.js';
import type { Voice, WordKey } from '../../language/say.js';
import { halfUp } from '../../numbers/rational.js';
import { type Counted, columnKind } from '../counted.js';
import { cellText } from '../present-section.js';
import type { ReportContext, Span } from '../report-context.js';
import { listOf, sentence, type TextPart } from './narrative.js';

/** What a number is held against: the same period of the year before (同比), and the one before (环比). */
type Base = { than: WordKey; span: Span };
/** What is counted, as the word beside a difference says. */
const units = {
  ventures: 'ledger.unit.ventures',
  people: 'ledger.unit.jobs',
  yuan: 'ledger.unit.rent-relief',
  times: 'reports.text.unit.visits',
} as const satisfies Record<string, WordKey>;
export type Unit = keyof typeof units;

/** The periods that a report is compared with. One that is under way is compared with none: it is shorter than they. */
export async function basesOf(context: ReportContext): Promise<Base[]> {
  const { period, asked } = context;
  if (!period.isOver) return [];
  const { before, yearBefore } = asked;
  const all: Base[] = [];
  if (yearBefore) all.push({ than: 'reports.text.than.year', span: yearBefore });
  if (before) all.push({ than: `reports.text.than.${period.kind}`, span: before });
  const there = await Promise.all(all.map(({ span }) => context.sum('parks', span)));
  return all.filter((_, i) => (there[i] ?? 0) > 0);
}

/** How a number differs from what it was, in number and in per cent; each leads to the records of then. */
export async function compared(
  context: ReportContext,
  measure: Counted,
  unit: Unit,
): Promise<TextPart[]> {
  const { voice } = context;
  const all = context.parks.map(({ id }) => id);
  const now = (await context.known(measure))(all);
  const said: TextPart[][] = [];
  for (const { than, span } of await basesOf(context)) {
    const then = (await context.known(measure, span))(all);
    if (now === null || then === null) continue;
    said.push(
      difference(voice, { than, now, then, unit, measure, href: context.href(measure, { span }) }),
    );
  }
  return inBrackets(voice, said);
}

function difference(
  voice: Voice,
  {
    than,
    now,
    then,
    unit,
    measure,
    href,
  }: { than: WordKey; now: number; then: number; unit: Unit; measure: Counted; href: string },
): TextPart[] {
  const { say, lang } = voice;
  const base = { than: say(than) };
  if (now === then) return sentence(say, 'reports.text.same', base);
  const way = now > then ? 'more' : 'fewer';
  const n = { text: cellText(Math.abs(now - then), columnKind(measure), lang), href };
  const of = { ...base, n, unit: say(units[unit], { n: Math.abs(now - then) }) };
  if (then === 0) return sentence(say, `reports.text.${way}`, of);
  const p = { text: percentText(tenths(Math.abs(now - then), then), voice), href };
  return sentence(say, `reports.text.${way}-share`, { ...of, p });
}

/** How a share differs from what it was, in percentage points of the shares as they are written. */
export async function comparedShares(
  context: ReportContext,
  over: Counted,
  under: Counted,
): Promise<TextPart[]> {
  const now = await shareOf(context, over, under, context.period);
  const said: TextPart[][] = [];
  for (const { than, span } of await basesOf(context)) {
    const then = await shareOf(context, over, under, span);
    if (now === null || then === null) continue;
    said.push(points(context, { than, change: now - then, href: context.href(over, { span }) }));
  }
  return inBrackets(context.voice, said);
}

function points(
  { voice: { say, lang } }: ReportContext,
  { than, change, href }: { than: WordKey; change: number; href: string },
): TextPart[] {
  const base = { than: say(than) };
  if (change === 0) return sentence(say, 'reports.text.same', base);
  const n = { text: number(Math.abs(change) / 10, lang), href };
  return sentence(say, change > 0 ? 'reports.text.points-up' : 'reports.text.points-down', {
    ...base,
    n,
  });
}

/** A share in tenths of a per cent, or null where there is nothing to be a share of. */
export async function shareOf(
  context: ReportContext,
  over: Counted,
  under: Counted,
  span: Span,
): Promise<number | null> {
  const whole = await context.sum(under, span);
  return whole === 0 ? null : tenths(await context.sum(over, span), whole);
}

export const tenths = (part: number, whole: number): number =>
  Number(halfUp(BigInt(part) * 1000n, BigInt(whole)));

export const percentText = (share: number, { lang }: Voice): string =>
  `${number(share / 10, lang)}%`;

const inBrackets = ({ say, lang }: Voice, said: TextPart[][]): TextPart[] =>
  said.length === 0
    ? []
    : sentence(say, 'reports.text.compared', { all: listOf(said, lang === 'zh' ? '，' : '; ') });
