import type { Reads } from '../database/database.js';
import { number } from '../language/format.js';
import type { Say } from '../language/say.js';
import type { Lang } from '../language/words.js';
import { countyOf } from '../ledger/counties.js';
import type { CoverageByPark } from '../ledger/coverage.js';
import type { ParkWithRegion } from '../ventures/park-choices.js';
import type { Progress } from './park-progress.js';

/** Completeness and timeliness by county: how many of its parks have a return to hand in, did so, and in time. */
export async function presentCounties(
  reads: Reads,
  parks: ParkWithRegion[],
  {
    coverage,
    progress,
    owing,
  }: { coverage: CoverageByPark; progress: Map<number, Progress>; owing: Set<number> },
  { lang }: { say: Say; lang: Lang },
) {
  const counties = await reads.region.findMany({
    where: { kind: 'county' },
    orderBy: { sequence: 'asc' },
  });
  return counties.flatMap(({ code, nameZh, nameEn }) => {
    const own = parks.filter((park) => countyOf(park.region) === code);
    const due = own.filter(({ id }) => coverage.of(id).due > 0);
    if (due.length === 0) return [];
    // A park whose ventures filed one by one handed nothing in, and is overdue only while some are missing.
    const timeliness = due
      .filter(({ id }) => progress.get(id)?.monthly || coverage.of(id).filed === 0 || owing.has(id))
      .map(({ id }) => progress.get(id)?.timeliness);
    const count = (...which: Progress['timeliness'][]) =>
      number(timeliness.filter((item) => item && which.includes(item)).length, lang);
    const { due: ventures, filed } = coverage.sum(own.map(({ id }) => id));
    return [
      {
        name: lang === 'zh' ? nameZh : nameEn,
        due: number(due.length, lang),
        handedIn: count('on-time', 'late'),
        onTime: count('on-time'),
        overdue: count('overdue'),
        ventures: `${number(filed, lang)} / ${number(ventures, lang)}`,
      },
    ];
  });
}
