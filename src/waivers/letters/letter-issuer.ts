import { randomInt } from 'node:crypto';
import { type Day, today } from '../../calendar/days.js';
import type { Tx } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { sql } from '../../database/sql.js';
import type { Actor } from '../../history/actor.js';
import { actingViewer } from '../../people/acting-viewer.js';
import type { Viewer } from '../../people/viewer.js';
import { officeOn } from './issuing-offices.js';
import type { LetterKind, LetterValues } from './letter-content.js';

export type Issuer = NonNullable<LetterValues['issuer']>;
/** The number that a letter has in its office's series; null where it has none. */
export type DocumentNumber = { series: string; seriesYear: number; ordinal: number };

/** Of these the desk that acts decides by itself; all others are decided by the bureau, or follow from what it granted. */
const ofTheDesk: readonly LetterKind[] = ['correction', 'supplement', 'acceptance'];

/** Who signs a letter: whoever decided. A park signs by its name, which the letter has in any case. */
export async function issuerOf(
  tx: Tx,
  by: Actor,
  kind: LetterKind,
): Promise<{ issuer: Omit<Issuer, 'document' | 'check'>; series: string | null }> {
  return issuerFor(tx, { kind, viewer: await actingViewer(tx, by), day: today(by.at) });
}

/** The same for who looks at a letter before it is sent. */
export async function issuerFor(
  reads: Parameters<typeof officeOn>[0],
  { kind, viewer, day }: { kind: LetterKind; viewer: Viewer | null; day: Day },
) {
  const role = ofTheDesk.includes(kind) ? viewer?.role : 'bureau-staff';
  if (role === 'park-manager' || role === undefined) {
    const { name } = await officeOn(reads, null, day);
    return { issuer: { by: 'park', office: name } as const, series: null };
  }
  const isCounty = role === 'county-reviewer';
  const { name, series } = await officeOn(
    reads,
    isCounty ? (viewer?.regionCode ?? null) : null,
    day,
  );
  return { issuer: { by: isCounty ? 'county' : 'bureau', office: name } as const, series };
}

/** The next number of a series in a year, of letters and notices of payment together, with no gap: nobody else takes one before the transaction ends. */
export async function nextInSeries(
  tx: Tx,
  series: string | null,
  year: number,
): Promise<DocumentNumber | null> {
  if (series === null) return null;
  const [row] = await rowsOf<{ last: number | null }>(
    tx,
    sql`SELECT MAX("ordinal") AS "last" FROM (
      SELECT "ordinal" FROM "Letter" WHERE "series" = ${series} AND "seriesYear" = ${year}
      UNION ALL SELECT "ordinal" FROM "PaymentLine" WHERE "series" = ${series} AND "seriesYear" = ${year})`,
  );
  return { series, seriesYear: year, ordinal: (row?.last ?? 0) + 1 };
}

/** 舟人社减〔2026〕12号: the same in every language. */
export const documentText = ({ series, seriesYear, ordinal }: DocumentNumber): string =>
  `${series}〔${seriesYear}〕${ordinal}号`;

/** Signs that nobody takes for another. */
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** What only the paper says: ten signs by chance, so that a number alone tells nothing. */
export const newCheckCode = (): string =>
  Array.from({ length: 10 }, () => signs.charAt(randomInt(signs.length)))
    .join('')
    .replace(/^(.{5})/, '$1-');
