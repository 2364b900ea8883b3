import { addMonths, endOfMonth, type Month, monthsBetween } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { month as monthText, number } from '../language/format.js';
import type { Lang } from '../language/words.js';
import { coverageByPark } from '../ledger/coverage.js';

export const monthsShown = 12;

/**
 * The returns missing in the months up to one, newest first: a row a month, a cell a park. A park that had
 * no venture yet owes nothing. The number of statements depends on neither parks nor ventures.
 */
export async function recentMonths(
  reads: Reads,
  parks: { id: number; number: string }[],
  last: Month,
  { lang, hrefOf }: { lang: Lang; hrefOf: (month: Month, park?: string) => string },
) {
  const months = monthsBetween(addMonths(last, 1 - monthsShown), last).reverse();
  const coverages = await Promise.all(
    months.map((month) => coverageByPark(reads, endOfMonth(month))),
  );
  return coverages.map((coverage) => {
    const { month } = coverage;
    const { carried } = coverage.sum(parks.map((park) => park.id));
    const cells = parks.map((park) => {
      const own = coverage.of(park.id);
      const missing = own.due === 0 ? '—' : number(own.carried, lang);
      return { missing, href: own.carried > 0 ? hrefOf(month, park.number) : null };
    });
    return {
      month: monthText(month, lang),
      href: hrefOf(month),
      cells,
      total: number(carried, lang),
    };
  });
}
