import { addMonths, type Month, monthsBetween } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { month as monthText, number } from '../language/format.js';
import type { Lang } from '../language/words.js';
import { missingByMonth } from '../ledger/missing-returns.js';

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
  const first = addMonths(last, 1 - monthsShown);
  const months = monthsBetween(first, last);
  const missingOf = await missingByMonth(reads, [first, ...months.slice(1)]);
  return months.reverse().map((month) => {
    const own = parks.map((park) => missingOf(month, park.id));
    const carried = own.reduce((sum, park) => sum + park.carried, 0);
    const cells = parks.map((park, i) => {
      const { due, carried: missing } = own[i] ?? { due: 0, carried: 0 };
      const href = missing > 0 ? hrefOf(month, park.number) : null;
      return { missing: due === 0 ? '—' : number(missing, lang), href };
    });
    return {
      month: monthText(month, lang),
      href: hrefOf(month),
      cells,
      total: number(carried, lang),
    };
  });
}
