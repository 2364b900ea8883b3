import type { Prisma } from './generated/client.js';
import { isRead } from './sql-kind.js';

/** A change to one table, or to what cannot be read off its SQL. */
const TARGET =
  /\b(?:insert\s+(?:or\s+\w+\s+)?into|replace\s+into|update(?:\s+or\s+\w+)?|delete\s+from)\s+(?:[`"]?main[`"]?\.)?[`"]?(\w+)/i;
/** In place of a table that cannot be told. */
export const EVERY_TABLE = '*';
/** Texts of statements are constant, so few of them are ever parsed. */
const MOST_TEXTS = 2000;
const targets = new Map<string, string | null>();

/** The table that a statement changes; null for one that reads, and '*' where it cannot be told. */
export function tableChangedBy(sql: string): string | null {
  const known = targets.get(sql);
  if (known !== undefined) return known;
  const target = isRead(sql) ? null : (TARGET.exec(sql)?.[1] ?? EVERY_TABLE);
  if (targets.size >= MOST_TEXTS) targets.clear();
  targets.set(sql, target);
  return target;
}

/**
 * Counts what this process has committed, table by table: what was read from some tables stays right as long as their
 * mark is the same. Take the mark before reading. No trigger of the schema changes another table; rows that go with
 * their parent (`onDelete: Cascade`) change with the parent's table, so name that too.
 */
export class Changes {
  readonly #counts = new Map<string, number>();
  #ofEveryTable = 0;

  /** Counts what the statements changed, once it can be read or may be. */
  note(tables: Iterable<string>): void {
    for (const table of tables) {
      if (table === EVERY_TABLE) this.#ofEveryTable += 1;
      else this.#counts.set(table, (this.#counts.get(table) ?? 0) + 1);
    }
  }

  /** As long as it is the same, this process has changed none of the tables. */
  markOf(tables: readonly Prisma.ModelName[]): string {
    return [this.#ofEveryTable, ...tables.map((table) => this.#counts.get(table) ?? 0)].join('.');
  }
}
