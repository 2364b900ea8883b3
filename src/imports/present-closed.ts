import type { Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { month as monthText } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { figuresAtStake } from '../returns/figures-at-stake.js';
import type { NamedBatch } from './queries.js';

/** The closed months that rows arrive in: how many, which published figures they could move, and where to have one reopened. */
export async function presentClosed(
  reads: Reads,
  { parkId, plan }: Pick<NamedBatch, 'parkId' | 'plan'>,
  { say, lang }: Voice,
) {
  const spans = new Map<string, number>();
  for (const { values } of plan.rows.flatMap(({ why }) => why.filter(isClosed))) {
    const span = `${values?.month} ${values?.last ?? values?.month}`;
    spans.set(span, (spans.get(span) ?? 0) + 1);
  }
  const shown = [];
  for (const [span, n] of [...spans].sort()) {
    const [month, last] = span.split(' ') as [Month, Month];
    const reopened = { month, throughMonth: last, parkId, ventureId: null };
    const figures = await figuresAtStake(reads, reopened);
    const list = figures
      .map(
        ({ number, wordingZh, wordingEn }) => `${number} ${lang === 'zh' ? wordingZh : wordingEn}`,
      )
      .join(lang === 'zh' ? '、' : ', ');
    const stake =
      figures.length > 0
        ? say('imports.closed-figures', { list })
        : say('imports.closed-no-figures');
    shown.push({
      text: `${spanText({ say, lang }, { month, last, n })}${lang === 'zh' ? '' : ' '}${stake}`,
      href: `/returns/${month}`,
      label: say('imports.closed-link'),
    });
  }
  return shown;
}

const spanText = (
  { say, lang }: Voice,
  { month: from, last: to, n }: { month: Month; last: Month; n: number },
): string => {
  const [month, last] = [monthText(from, lang), monthText(to, lang)];
  return from === to
    ? say('imports.closed', { month, n })
    : say('imports.closed-months', { month, last, n });
};

const isClosed = ({ key }: { key: string }): boolean =>
  key === 'imports.why.closed' || key === 'imports.why.closed-months';
