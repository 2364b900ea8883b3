import { day, month, number } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { isWordKey, type Say } from '../language/say.js';
import type { Coverage } from '../ledger/coverage.js';
import type { Interval } from './interval.js';
import { type Rule, readPrinted, rules } from './printed.js';
import type { ReproducedFigure, Verdict } from './reproduce.js';

/** One figure as a row. @param withRecords whether the reader may follow a number to its records */
export function presentFigure(figure: ReproducedFigure, withRecords: boolean, voice: Voice) {
  const { say, lang } = voice;
  const zh = lang === 'zh';
  return {
    href: `/figures/${figure.code}`,
    subject: zh ? figure.subjectZh : figure.subjectEn,
    // As it stood in the report, which is Chinese.
    printed: `${figure.printed}${figure.unitZh}`,
    interval: intervalWords(figure.interval, say),
    unit: zh ? figure.unitZh : figure.unitEn,
    period: periodText(figure.period, voice),
    computed: figure.computed === null ? null : number(figure.computed, lang),
    recordsHref: withRecords ? recordsHref(figure) : null,
    coverage: figure.coverage
      ? coverageText('figures.coverage-short', figure.coverage, voice)
      : null,
    verdict: presentVerdict(figure.verdict, say),
  };
}

/** The figures under the system that each belongs to, both in the order of the report. */
export function presentSystems(figures: ReproducedFigure[], withRecords: boolean, voice: Voice) {
  return [...new Set(figures.map(({ system }) => system))].map((system) => ({
    name: wordOf('figures.system', system, voice.say),
    figures: figures
      .filter((figure) => figure.system === system)
      .map((figure) => presentFigure(figure, withRecords, voice)),
  }));
}

/** Where the records that make a computed number are listed. */
export function recordsHref({ measure, asOf }: ReproducedFigure): string | null {
  return measure && asOf ? `/totals?measure=${measure}&scope=network&asOf=${asOf}` : null;
}

export function presentVerdict(verdict: Verdict, say: Say): { label: string; tone: string | null } {
  if (verdict.is === 'recorded') return { label: say('figures.recorded'), tone: null };
  if (verdict.is === 'reproduced') return { label: say('figures.reproduced'), tone: 'sea' };
  const key = verdict.by > 0 ? 'figures.over' : 'figures.under';
  return { label: say(key, { n: Math.abs(verdict.by) }), tone: 'stop' };
}

export function coverageText(
  key: 'figures.coverage' | 'figures.coverage-short',
  { parks, parksReporting: reporting, due, filed, carried, ...rest }: Coverage,
  { say, lang }: Voice,
): string {
  return say(key, { month: month(rest.month, lang), parks, reporting, due, filed, carried });
}

/** An interval in words: '3,400 to under 3,500'. */
export function intervalWords(interval: Interval, say: Say): string {
  const text = (bound: string) => grouped(bound) + (interval.isPercent ? '%' : '');
  const [low, high] = [text(interval.low), text(interval.high)];
  if (interval.low === interval.high) return low;
  if (interval.lowOpen) return say('figures.interval-low-open', { low, high });
  return say(interval.highOpen ? 'figures.interval-high-open' : 'figures.interval-closed', {
    low,
    high,
  });
}

/** Decimal text in groups of three, with a true minus sign; no digit is lost. */
export function grouped(decimal: string): string {
  const [whole = '', fraction] = decimal.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ',').replace('-', '−');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** The period of a figure in words. @throws Error for one that is none of those the register uses */
export function periodText(period: string, { say, lang }: Voice): string {
  const [, asOf, end, when = ''] = /^(as of )?(end of )?(\d{4}(?:-\d\d){0,2})$/.exec(period) ?? [];
  if (period === 'a year') return say('figures.period-yearly');
  if (end && when.length === 4) return say('figures.period-end', { year: when });
  const texts: Record<number, () => string> = {
    4: () => say('figures.period-year', { year: when }),
    7: () => month(when, lang),
    10: () => day(when, lang),
  };
  const text = texts[when.length];
  if (!text || end) throw new Error(`no words for the period ${period}`);
  return asOf ? say('figures.period-as-of', { when: text() }) : text();
}

const examples: Record<Rule, string> = {
  exact: '267',
  rounded: '4.6万',
  over: '3400余',
  nearly: '近200',
  about: '约10万',
  both: '近2800余',
};

/** The rules by which a printed number is read, each with an example read by it. */
export function presentRules(say: Say) {
  return rules.map((rule) => ({
    rule: say(`figures.rule.${rule}`),
    means: say(`figures.means.${rule}`),
    example: examples[rule],
    range: intervalWords(readPrinted(examples[rule]), say),
  }));
}

/** The word for a value that comes from the register. @throws Error where there is none */
export function wordOf(family: string, value: string, say: Say): string {
  const key = `${family}.${value}`;
  if (!isWordKey(key)) throw new Error(`no word for ${key}`);
  return say(key);
}
