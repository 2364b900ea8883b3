import {
  addDays,
  type Day,
  type Month,
  monthOf,
  monthsBetween,
  today,
} from '../../calendar/days.js';
import type { Reads, Tx } from '../../database/database.js';
import { rowsOf } from '../../database/direct-sql.js';
import { listed } from '../../database/listed.js';
import { sql } from '../../database/sql.js';
import type { Actor } from '../../history/actor.js';
import { refuseClosed } from '../../ledger/closed-months.js';
import {
  changedStretches,
  commonDays,
  hasOn,
  type Spell,
} from '../../ventures/categories/changed-spells.js';
import type { PeopleRecords } from './stored-people.js';

/** That a venture in a park has a founder of a category in some months in which it had none, or the other way round. */
export type FounderChange = {
  ventureId: number;
  parkId: number;
  category: string;
  from: Day;
  to: Day | null;
  hasNow: boolean;
};
type Held = Spell & { ventureId: number };

/**
 * What becomes otherwise of the totals by founders' categories where two people are one: each venture counts under the
 * categories of all its founders, once.
 */
export async function changedFounders(
  reads: Reads,
  before: PeopleRecords,
  after: PeopleRecords,
): Promise<FounderChange[]> {
  const [old, now] = [heldIn(before), heldIn(after)];
  const ventureIds = [...new Set([...old, ...now].map(({ ventureId }) => ventureId))];
  const others = await heldByOthers(
    reads,
    ventureIds,
    before.Person.map(({ id }) => id),
  );
  const stays = await reads.residency.findMany({ where: { ventureId: { in: ventureIds } } });
  const of = (all: readonly Held[], ventureId: number, category: string) =>
    [...all, ...others].filter((row) => row.ventureId === ventureId && row.category === category);
  return stays.flatMap(({ ventureId, parkId, beganOn, endedOn }) => {
    const categories = new Set(
      [...old, ...now].filter((row) => row.ventureId === ventureId).map(({ category }) => category),
    );
    return [...categories].flatMap((category) => {
      const spells = of(now, ventureId, category);
      return changedStretches(of(old, ventureId, category), spells).flatMap((stretch) => {
        const common = commonDays(stretch, { from: beganOn, to: endedOn });
        if (common === null) return [];
        return [{ ventureId, parkId, category, ...common, hasNow: hasOn(spells, common.from) }];
      });
    });
  });
}

/** The categories of the two as founders of their ventures, by the days that both the role and the category hold. */
function heldIn({ PersonRole, PersonCategory }: PeopleRecords): Held[] {
  return PersonRole.filter(({ role }) => role === 'founder').flatMap((role) =>
    PersonCategory.filter(({ personId }) => personId === role.personId).flatMap((spell) => {
      const common = commonDays(
        { from: role.beganOn, to: role.endedOn },
        { from: spell.beganOn, to: spell.endedOn },
      );
      if (common === null) return [];
      const { from: beganOn, to: endedOn } = common;
      return [{ ventureId: role.ventureId, category: spell.category, beganOn, endedOn }];
    }),
  );
}

type OtherRow = Held & { roleBegan: Day; roleEnded: Day | null };

async function heldByOthers(reads: Reads, ventureIds: number[], ids: number[]): Promise<Held[]> {
  const rows = await rowsOf<OtherRow>(
    reads,
    sql`SELECT r."ventureId", c."category", c."beganOn", c."endedOn", r."beganOn" AS "roleBegan", r."endedOn" AS "roleEnded"
      FROM "PersonRole" r JOIN "PersonCategory" c ON c."personId" = r."personId"
      WHERE r."role" = 'founder' AND r."ventureId" IN ${listed(ventureIds)} AND r."personId" NOT IN ${listed(ids)}`,
  );
  return rows.flatMap(({ ventureId, category, beganOn, endedOn, roleBegan, roleEnded }) => {
    const common = commonDays({ from: beganOn, to: endedOn }, { from: roleBegan, to: roleEnded });
    if (common === null) return [];
    return [{ ventureId, category, beganOn: common.from, endedOn: common.to }];
  });
}

/** Refuses that what is split by founders' categories comes out otherwise in a closed month. */
export async function refuseClosedSplit(
  tx: Tx,
  by: Actor,
  changes: readonly FounderChange[],
): Promise<void> {
  const tomorrow = addDays(today(by.at), 1);
  const touched = changes.flatMap(({ ventureId, parkId, from, to }) => {
    const end = to === null || to > tomorrow ? tomorrow : to;
    const months: Month[] =
      end <= from ? [] : monthsBetween(monthOf(from), monthOf(addDays(end, -1)));
    return months.map((month) => ({ month, parkId, ventureId }));
  });
  await refuseClosed(tx, by, touched);
}
