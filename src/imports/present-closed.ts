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
  const months = new Map<Month, number>();
  for (const { values } of plan.rows.flatMap(({ why }) => why.filter(isClosed))) {
    const month = String(values?.month);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  const shown = [];
  for (const [month, n] of [...months].sort()) {
    const figures = await figuresAtStake(reads, { month, parkId, ventureId: null });
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
      text: `${say('imports.closed', { month: monthText(month, lang), n })}${lang === 'zh' ? '' : ' '}${stake}`,
      href: `/returns/${month}`,
      label: say('imports.closed-link'),
    });
  }
  return shown;
}

const isClosed = ({ key }: { key: string }): boolean => key === 'imports.why.closed';
