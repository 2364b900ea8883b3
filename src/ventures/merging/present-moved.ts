import { addMonths, type Month } from '../../calendar/days.js';
import { month } from '../../language/format.js';
import type { Voice } from '../../language/say.js';
import { signedAmount } from '../../ledger/amounts.js';
import { isAdded, type Measure } from '../../ledger/measures.js';
import type { MovedTotal } from './moved-totals.js';
import type { Names } from './present-merge.js';

/** The totals that move, a table for each park: months in a row that move alike are one line, measures are columns. */
export function movedTables(moved: readonly MovedTotal[], names: Names, voice: Voice) {
  const parkIds = [...new Set(moved.map(({ parkId }) => parkId))];
  return parkIds.map((parkId, index) => {
    const own = moved.filter((each) => each.parkId === parkId);
    const measures = [...new Set(own.map(({ measure }) => measure))];
    return {
      id: `moved-${index}`,
      park: names.parks.get(parkId) ?? '',
      heads: measures.map((measure) => nameOf(measure, voice)),
      rows: stretchesOf(own).map(({ from, to }) => ({
        months: monthsText(from, to, voice),
        cells: measures.map((measure) => ({
          label: nameOf(measure, voice),
          text: textIn(own, measure, from, voice),
        })),
      })),
    };
  });
}

const nameOf = (measure: Measure, { say }: Voice): string =>
  say(isAdded(measure) ? `ledger.in-month.${measure}` : `ledger.measure.${measure}`);

const holdsIn = ({ from, to }: MovedTotal, of: Month): boolean =>
  from <= of && (to === null || of <= to);

function textIn(
  moved: readonly MovedTotal[],
  measure: Measure,
  of: Month,
  { lang }: Voice,
): string {
  const found = moved.find((each) => each.measure === measure && holdsIn(each, of));
  return found ? signedAmount(measure, found.amount, lang) : '—';
}

/** The months between which anything changes how much it moves, without those in which nothing does. */
function stretchesOf(moved: readonly MovedTotal[]): { from: Month; to: Month | null }[] {
  const turns = moved.flatMap(({ from, to }) => [from, ...(to === null ? [] : [addMonths(to, 1)])]);
  const months = [...new Set(turns)].sort();
  return months.flatMap((from, index) => {
    if (!moved.some((each) => holdsIn(each, from))) return [];
    const next = months[index + 1];
    return [{ from, to: next === undefined ? null : addMonths(next, -1) }];
  });
}

function monthsText(from: Month, to: Month | null, { say, lang }: Voice): string {
  if (to === null) return say('ventures.merge.months-on', { from: month(from, lang) });
  if (to === from) return month(from, lang);
  return say('ventures.merge.months-span', { from: month(from, lang), to: month(to, lang) });
}
