import type { CategoryRow } from './stored-people.js';

/** Whose categories hold for a merged person, beside 毕业五年内, which follows from the graduation day. */
export const categorySources = ['both', 'own', 'other'] as const;
export type CategorySource = (typeof categorySources)[number];

/**
 * The categories of two records of one person as those of one: of each category, stretches that overlap or touch are one.
 * @param graduate the record whose graduation day holds
 */
export function mergedCategories(
  rows: readonly CategoryRow[],
  { ownId, source, graduate }: { ownId: number; source: CategorySource; graduate: 'own' | 'other' },
): CategoryRow[] {
  const found: CategoryRow[] = [];
  const chosen = rows.filter((row) => {
    const side = row.personId === ownId ? 'own' : 'other';
    return row.category === 'graduate' ? side === graduate : source === 'both' || side === source;
  });
  const inOrder = [...chosen].sort((a, b) =>
    a.beganOn < b.beganOn ? -1 : a.beganOn > b.beganOn ? 1 : a.id - b.id,
  );
  for (const row of inOrder) {
    const last = found.findLast(({ category }) => category === row.category);
    if (last && (last.endedOn === null || row.beganOn <= last.endedOn)) join(last, row);
    else found.push(Object.assign({}, row, { personId: ownId }));
  }
  return found.sort((a, b) => a.id - b.id);
}

function join(last: CategoryRow, row: CategoryRow): void {
  const isLater = row.endedOn === null || (last.endedOn !== null && row.endedOn > last.endedOn);
  if (isLater) last.endedOn = row.endedOn;
  if (row.proof !== '' && !last.proof.includes(row.proof))
    last.proof = last.proof === '' ? row.proof : `${last.proof}；${row.proof}`;
}
