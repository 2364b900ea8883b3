import type { WordKey, WordValues } from '../language/say.js';
import type { GridRow } from './grid-rows.js';
import { PARTS } from './headcount.js';
import type { ReturnRules } from './return-rules.js';

/** Something about a row, or about the whole return (ventureId null), in words. An error stops; a warning is confirmed. */
export type Problem = {
  kind: 'error' | 'warning';
  /** What it is and of what value: another value is another problem, and has to be confirmed anew. */
  code: string;
  ventureId: number | null;
  key: WordKey;
  values: WordValues;
};

/** People who stand in the roster of a venture and of another one as well, by venture. */
export type Duplicates = Map<number, { people: number; where: string }>;

/** Everything that stands in the way of submitting, or has to be confirmed with a note. */
export function problemsOf(rows: GridRow[], rules: ReturnRules, duplicates: Duplicates): Problem[] {
  return [
    ...rows.flatMap((row) => errorsOf(row)),
    ...rows.flatMap((row) => (row.hasLeft ? [] : warningsOf(row, rules, duplicates))),
    ...ofThePark(rows, rules),
  ];
}

function errorsOf({ ventureId, shown, filed, hasLeft }: GridRow): Problem[] {
  const error = (code: string, key: WordKey, values: WordValues = {}): Problem => ({
    kind: 'error',
    code,
    ventureId,
    key,
    values,
  });
  const { headcount } = shown;
  const parts = PARTS.map((part) => shown[part] ?? 0);
  if (hasLeft) {
    return headcount === null ? [] : [error('left', 'returns.problem.left')];
  }
  if (headcount === null) {
    if (filed) return [error('blanked', 'returns.problem.blanked', { people: filed.headcount })];
    return parts.some((part) => part > 0) ? [error('no-whole', 'returns.problem.no-whole')] : [];
  }
  const over = PARTS.find((part) => (shown[part] ?? 0) > headcount);
  if (!over) return [];
  const values = { part: shown[over] ?? 0, people: headcount };
  return [error('part', `returns.problem.over.${over}`, values)];
}

/** What a warning about one venture reads: what is said, the level of the month before, and the roster. */
type Compared = Pick<GridRow, 'ventureId' | 'last' | 'rosterPeople'> & {
  shown: { headcount: number | null };
};

/** How many people a headcount may go up or down by from the last one before somebody is asked about it. */
export const largestStep = (
  last: number,
  { ventureJumpPeople, ventureJumpPercent }: ReturnRules,
): number => Math.max(ventureJumpPeople, Math.floor((last * ventureJumpPercent) / 100));

/** What has to be confirmed of one venture, on whichever path its number comes in. */
export function warningsOf(row: Compared, rules: ReturnRules, duplicates: Duplicates): Problem[] {
  const { ventureId, shown, last, rosterPeople } = row;
  const { headcount } = shown;
  if (headcount === null) return [];
  const warning = (code: string, key: WordKey, values: WordValues): Problem => ({
    kind: 'warning',
    code: `${code}:${headcount}`,
    ventureId,
    key,
    values,
  });
  const isJump = last !== null && Math.abs(headcount - last) > largestStep(last, rules);
  const twice = duplicates.get(ventureId);
  return [
    ...(isJump
      ? [warning('jump', 'returns.problem.jump', { before: last ?? 0, now: headcount })]
      : []),
    ...(rosterPeople !== null && rosterPeople !== headcount
      ? [
          warning(`roster:${rosterPeople}`, 'returns.problem.roster', {
            roster: rosterPeople,
            now: headcount,
          }),
        ]
      : []),
    ...(twice ? [warning(`twice:${twice.people}`, 'returns.problem.twice', twice)] : []),
  ];
}

function ofThePark(rows: GridRow[], { parkJumpPercent }: ReturnRules): Problem[] {
  const present = rows.filter(({ hasLeft }) => !hasLeft);
  const blank = present.filter(({ shown }) => shown.headcount === null);
  const missing = blank.length;
  const before = sum(present.map(({ last }) => last ?? 0));
  // A missing return carries its last level forward.
  const now = sum(present.map(({ shown, last }) => shown.headcount ?? last ?? 0));
  const warning = (code: string, key: WordKey, values: WordValues): Problem => ({
    kind: 'warning',
    code,
    ventureId: null,
    key,
    values,
  });
  const isJump = before > 0 && Math.abs(now - before) * 100 > before * parkJumpPercent;
  return [
    ...(missing > 0
      ? [
          warning(`missing:${missing}`, 'returns.problem.missing', {
            missing,
            which: someOf(blank),
          }),
        ]
      : []),
    ...(isJump ? [warning(`park:${now}`, 'returns.problem.park', { before, now })] : []),
  ];
}

const mostNamed = 5;
const someOf = (rows: GridRow[]): string =>
  rows
    .slice(0, mostNamed)
    .map(({ number, name }) => `${number} ${name}`)
    .join('、') + (rows.length > mostNamed ? '……' : '');

const sum = (numbers: number[]): number => numbers.reduce((total, value) => total + value, 0);

/** The name under which a form carries the note that confirms a warning. */
export const noteName = ({ code, ventureId }: Problem): string =>
  `note.${ventureId ?? 'park'}.${code}`;
