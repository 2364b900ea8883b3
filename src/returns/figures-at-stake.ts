import { addMonths, type Day, endOfMonth, firstOf, type Month, monthOf } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { allFigures, type PublishedFigure } from '../figures/published-queries.js';
import { isBound } from '../ledger/measures.js';
import { levelsOnDays } from '../ledger/totals.js';

/** What a reopening is over. */
export type Reopened = {
  month: Month;
  throughMonth?: Month | null;
  parkId: number | null;
  ventureId: number | null;
};

/**
 * A published figure whose recomputation, as known today, could come out differently once the month is open. It can
 * fall by no more than what the scope comes to in it today (down); by how much it can rise nobody knows before.
 */
export type FigureAtStake = {
  number: string;
  edition: number;
  wordingZh: string;
  wordingEn: string;
  measure: string;
  scopeNameZh: string;
  scopeNameEn: string;
  asOf: string;
  value: number;
  down: number;
};

/** The figures whose parks and day the reopening reaches, the newest first; withdrawn ones no longer stand. */
export async function figuresAtStake(reads: Reads, reopened: Reopened): Promise<FigureAtStake[]> {
  const { month, parkId, ventureId } = reopened;
  const through = reopened.throughMonth ?? month;
  const reached = await reachedParks(reads, reopened, through);
  const isReached = ({ measure, asOf, current, ...figure }: PublishedFigure) =>
    current.kind !== 'withdrawn' &&
    isBound(measure) &&
    // No venture makes a park more or fewer.
    (ventureId === null || measure !== 'parks') &&
    (figure.month === null
      ? asOf >= firstOf(month)
      : figure.month >= month && figure.month <= through) &&
    (reached === null ||
      current.parkIds.some((id) => reached.includes(id)) ||
      // A park can come to another county.
      (parkId !== null && figure.scope.startsWith('region:')));
  const figures = (await allFigures(reads)).filter(isReached).reverse();
  const partOf =
    ventureId === null
      ? await partOfParks(reads, parkId, figures)
      : await partOfVenture(reads, ventureId);
  return figures.map((figure) => atStake(figure, partOf(figure)));
}

function atStake(figure: PublishedFigure, down: number): FigureAtStake {
  const { number, measure, scopeNameZh, scopeNameEn, asOf, current } = figure;
  const { edition, wordingZh, wordingEn, value } = current;
  return {
    number,
    measure,
    scopeNameZh,
    scopeNameEn,
    asOf,
    edition,
    wordingZh,
    wordingEn,
    value,
    down,
  };
}

/** What a scope comes to in a figure, as known today. */
type PartOf = (figure: PublishedFigure) => number;

async function partOfVenture(reads: Reads, ventureId: number): Promise<PartOf> {
  const entries = await reads.ledgerEntry.findMany({ where: { ventureId } });
  return ({ measure, asOf, month, current }) =>
    entries
      .filter((entry) => entry.measure === measure && current.parkIds.includes(entry.parkId))
      .filter(({ effectiveOn }) => effectiveOn <= asOf)
      .filter(({ effectiveOn }) => month === null || monthOf(effectiveOn) === month)
      .reduce((sum, { amount }) => sum + Number(amount), 0);
}

/** Of one park, or of all: from the balances, as of each day that a figure speaks of. */
async function partOfParks(
  reads: Reads,
  parkId: number | null,
  figures: PublishedFigure[],
): Promise<PartOf> {
  const levels = await levelsOnDays(reads, figures.flatMap(daysOf));
  return (figure) => {
    const { measure, current } = figure;
    const parkIds = current.parkIds.filter((id) => parkId === null || id === parkId);
    const [upTo = 0, before = 0] = daysOf(figure).map(
      (day) => levels.get(day)?.sum(measure, parkIds) ?? 0,
    );
    return upTo - before;
  };
}

/** The day up to which a figure counts, and for one of a single month the day before it. */
function daysOf({ asOf, month }: PublishedFigure): Day[] {
  if (month === null) return [asOf];
  const end = endOfMonth(month);
  return [end < asOf ? end : asOf, endOfMonth(addMonths(month, -1))];
}

/** The parks that a reopening reaches; null for all. Of a venture, where it is in those months, or was before. */
export async function reachedParks(
  reads: Reads,
  { month, parkId, ventureId }: Reopened,
  through: Month,
): Promise<number[] | null> {
  if (parkId !== null) return [parkId];
  if (ventureId === null) return null;
  const stays = await reads.residency.findMany({
    where: { ventureId, beganOn: { lte: endOfMonth(through) } },
    orderBy: { beganOn: 'desc' },
  });
  const before = stays.findIndex(({ beganOn }) => monthOf(beganOn) <= month);
  const reached = stays.slice(0, before < 0 ? stays.length : before + 1);
  return reached.length === 0 ? null : reached.map((stay) => stay.parkId);
}
