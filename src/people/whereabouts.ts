import type { Day } from '../calendar/days.js';
import { type Sql, sql } from '../database/sql.js';

/** What the rules read of a venture: the park that logged it, and all of its residencies. */
export type Whereabouts = {
  loggedParkId: number;
  residencies: { parkId: number; beganOn: Day; endedOn: Day | null }[];
};

/** The park that keeps a venture's records: the one that it is in, or was in last, or else that logged it. */
export function homeParkId({ loggedParkId, residencies }: Whereabouts): number {
  const last = [...residencies].sort((a, b) => (a.beganOn < b.beganOn ? 1 : -1))[0];
  return last?.parkId ?? loggedParkId;
}

/** The park that a venture was in on a day, or null. */
export function parkIdOn({ residencies }: Whereabouts, day: Day): number | null {
  const home = residencies.find(
    (stay) => stay.beganOn <= day && (stay.endedOn === null || day < stay.endedOn),
  );
  return home?.parkId ?? null;
}

export const isSettled = ({ residencies }: Whereabouts): boolean =>
  residencies.some((stay) => stay.endedOn === null);

/** `homeParkId` of a row of Venture by its alias. */
export const homeParkSql = (venture: Sql): Sql =>
  sql`COALESCE((SELECT "parkId" FROM "Residency" WHERE "ventureId" = ${venture}."id"
    ORDER BY "beganOn" DESC LIMIT 1), ${venture}."loggedParkId")`;
