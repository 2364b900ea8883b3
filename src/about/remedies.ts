import type { Day } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { rowsOf } from '../database/direct-sql.js';
import { sql } from '../database/sql.js';

/** 行政复议, 行政诉讼: what the law gives against an act of an office, beside the office's own second look. */
export const remedyKinds = ['review', 'court'] as const;
export type RemedyKind = (typeof remedyKinds)[number];

/**
 * The law's own terms, which no other may undercut: 60 days to ask for reconsideration (行政复议法, art. 20), six months to go
 * to court (行政诉讼法, art. 46), and 15 days after a decision on reconsideration (行政诉讼法, art. 45).
 */
export const legalTerms = { review: 60, court: 6, afterReview: 15 } as const;

type Both = { zh: string; en: string };
/** To whom one turns, and within what term: days for a review, months for a court. */
export type Authority = { name: Both; address: Both; phone: string | null; term: number };
/** Null where nobody has entered the authority: the law's general words and terms stand in for it. */
export type Remedies = Record<RemedyKind, Authority | null>;

export type AuthorityRow = {
  id: number;
  kind: RemedyKind;
  /** From this day on letters name it. */
  fromOn: Day;
  nameZh: string;
  nameEn: string;
  addressZh: string;
  addressEn: string;
  phone: string | null;
  /** Days for a review, months for a court. */
  term: number;
};

/**
 * The authorities for acts of the city's bureau, the newest first. The bureau is an office of the city's government, which
 * decides on reconsideration (行政复议法, art. 24).
 */
export const authoritiesEntered = (reads: Reads): Promise<AuthorityRow[]> =>
  rowsOf(
    reads,
    sql`SELECT a."id", a."kind", a."fromOn", a."nameZh", a."nameEn", a."addressZh", a."addressEn", a."phone", a."term"
      FROM "RemedyAuthority" a JOIN "Region" r ON r."code" = a."regionCode"
      WHERE r."kind" = 'city' ORDER BY a."fromOn" DESC, a."id" DESC`,
  );

/** Those that hold on a day, of some that are listed the newest first. */
export function remediesAmong(rows: AuthorityRow[], day: Day): Remedies {
  const of = (kind: RemedyKind) => {
    const row = rows.find((entered) => entered.kind === kind && entered.fromOn <= day);
    return row ? authorityOf(row) : null;
  };
  return { review: of('review'), court: of('court') };
}

/** To whom one can turn against what the bureau decides on a day. */
export const remediesOn = async (reads: Reads, day: Day): Promise<Remedies> =>
  remediesAmong(await authoritiesEntered(reads), day);

const authorityOf = (row: AuthorityRow): Authority => ({
  name: { zh: row.nameZh, en: row.nameEn },
  address: { zh: row.addressZh, en: row.addressEn },
  phone: row.phone,
  term: row.term,
});
