import type { Month } from '../calendar/days.js';
import { month as monthText, number, time, yuan } from '../language/format.js';
import type { Voice } from '../language/say.js';
import { isMeasure, type Measure } from '../ledger/measures.js';
import { parkName } from '../ventures/residency-present.js';
import type { BatchState } from './batch.js';
import { importsHref } from './new-page.js';
import type { listBatches } from './queries.js';
import type { Moved } from './try-rows.js';

type Line = Awaited<ReturnType<typeof listBatches>>['rows'][number];

const tones: Partial<Record<BatchState, string>> = {
  planned: 'heed',
  done: 'sea',
};

export const stateTag = (state: BatchState, { say }: Voice) => ({
  label: say(`imports.state.${state}`),
  tone: tones[state] ?? '',
});

/** A batch as the list of them shows it. */
export function presentLine(row: Line, voice: Voice) {
  const { id, fileName, park, createdAt, createdBy, total, _count } = row;
  return {
    href: `${importsHref}/${id}`,
    fileName,
    park: `${park.number} ${parkName(park, voice.lang)}`,
    at: time(createdAt, voice.lang),
    by: createdBy?.name ?? voice.say('history.system'),
    total: number(total, voice.lang),
    ran: number(_count.rows, voice.lang),
    state: stateTag(row.state as BatchState, voice),
  };
}

const shown: readonly Measure[] = ['ventures', 'jobs', 'rent-free', 'rent-forgone'];

/** Which totals a run moves: by how much each is another at the end of each month. */
export function presentMoved(moved: readonly Moved[], { say, lang }: Voice) {
  const measures = shown.filter((measure) => moved.some((line) => line.measure === measure));
  const months = [...new Set(moved.filter(isShown).map(({ month }) => month))].sort();
  return {
    heads: [say('imports.moved-month'), ...measures.map((measure) => headOf(measure, say))],
    rows: months.map((month) => [
      monthText(month, lang),
      ...measures.map((measure) => signed(sumOf(moved, measure, month), measure, lang)),
    ]),
  };
}

/** What is counted says so by its name; of money the unit is said. */
const headOf = (measure: Measure, say: Voice['say']): string =>
  measure === 'rent-forgone'
    ? say('imports.moved-yuan', { measure: say(`ledger.measure.${measure}`) })
    : say(`ledger.measure.${measure}`);

const isShown = ({ measure }: Moved): boolean => isMeasure(measure) && shown.includes(measure);

const sumOf = (moved: readonly Moved[], measure: Measure, month: Month): number =>
  moved
    .filter((line) => line.measure === measure && line.month <= month)
    .reduce((sum, { amount }) => sum + amount, 0);

function signed(amount: number, measure: Measure, lang: Voice['lang']): string {
  if (amount === 0) return '0';
  const size = Math.abs(amount);
  const text = measure === 'rent-forgone' ? yuan(size, lang) : number(size, lang);
  return `${amount > 0 ? '+' : '−'}${text}`;
}
