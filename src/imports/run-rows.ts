import type { Month } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { Actor } from '../history/actor.js';
import { fileHeadcounts } from '../returns/file-headcounts.js';
import { fileOneReturn } from '../returns/file-one-return.js';
import type { Filing } from '../returns/keep-returns.js';
import { correctPerson } from '../ventures/correct-person.js';
import { editVenture } from '../ventures/edit-venture.js';
import { type Letting, letSpaces } from '../ventures/let-spaces.js';
import { logVentures } from '../ventures/log-venture.js';
import { settleVentures } from '../ventures/settle-venture.js';
import { logVisit } from '../visits/log-visit.js';
import { makeSpaces, type SpaceId } from './make-spaces.js';
import { named } from './named-row.js';
import type { CreateAct, Planned, PlannedLease, PlannedVisit, UpdateAct } from './planned.js';

/** What a row made or changed: the ids of what is new, and what stood before where something was changed. */
export type RanRow = { row: number; outcome: 'create' | 'update'; ventureId: number; undo: Undo };
export type Undo = {
  /** What the venture and the founder had before, and have now; only what was changed. */
  before?: Record<string, string | null>;
  after?: Record<string, string | null>;
  person?: { personId: number; before: string | null; after: string };
  tenancyId?: number;
  /** Of the visit that it logged, with other rows of the same visit. */
  visitId?: number;
  month?: Month;
  /** Of the return of that month as it was filed: 1 where it is left out. */
  returnVersion?: number;
  /** The space that was made for it, and for later rows. */
  spaceId?: number;
};
/** Into what rows are run, and of which batch they are; null for a list that is only tried. */
export type Running = {
  parkId: number;
  month: Month | null;
  batchId: number | null;
  /** What the history says of a correction. */
  reason: string;
};
type Row<Act> = { row: number; act: Act };
type Doing = Running & { idOf: SpaceId };

/**
 * Runs the rows of a piece by the verbs that forms use, so that everything that they refuse is refused here: whoever acts
 * is asked by each of them.
 * @throws RowRefused for the first row that one of them refuses; Refusal where it does not say which
 */
export async function runRows(
  tx: Tx,
  by: Actor,
  rows: readonly Planned[],
  running: Running,
): Promise<RanRow[]> {
  const { parkId } = running;
  const creates = rows.flatMap(({ row, act }) => (act?.kind === 'create' ? [{ row, act }] : []));
  const updates = rows.flatMap(({ row, act }) => (act?.kind === 'update' ? [{ row, act }] : []));
  const spaces = await makeSpaces(tx, by, rows, running);
  const doing = Object.assign({ idOf: spaces.idOf }, running);
  const ran = await create(tx, by, creates, doing);
  for (const { row, act } of updates)
    ran.push(await named([row], () => update(tx, by, { row, act }, doing)));
  // The first that was run is the last that is taken back: no lease of the list is on the space any more then.
  for (const { row, undo } of ran) {
    const spaceId = spaces.madeFor(row);
    if (spaceId !== null) undo.spaceId = spaceId;
  }
  await logTheirVisits(tx, by, { parkId, rows, ran });
  return ran;
}

/** Logs the visits of rows that were run: those that say the same are one, as a form that names several ventures is. */
async function logTheirVisits(
  tx: Tx,
  by: Actor,
  { parkId, rows, ran }: { parkId: number; rows: readonly Planned[]; ran: RanRow[] },
): Promise<void> {
  const actOf = new Map(rows.map(({ row, act }) => [row, act]));
  const visits = new Map<string, { visit: PlannedVisit; of: RanRow[] }>();
  for (const done of ran) {
    const visit = actOf.get(done.row)?.visit;
    if (!visit) continue;
    const key = JSON.stringify(visit);
    const same = visits.get(key) ?? { visit, of: [] };
    same.of.push(done);
    visits.set(key, same);
  }
  for (const { visit, of } of visits.values()) {
    const ventureIds = of.map(({ ventureId }) => ventureId);
    const log = () => logVisit(tx, by, Object.assign({ parkId, ventureIds }, visit));
    const visitId = await named(
      of.map(({ row }) => row),
      log,
    );
    for (const { undo } of of) undo.visitId = visitId;
  }
}

async function create(
  tx: Tx,
  by: Actor,
  rows: Row<CreateAct>[],
  { month, idOf }: Doing,
): Promise<RanRow[]> {
  if (rows.length === 0) return [];
  const numbers = (some: { row: number }[]) => some.map(({ row }) => row);
  const ids = await named(numbers(rows), () =>
    logVentures(
      tx,
      by,
      rows.map(({ act }) => act.venture),
    ),
  );
  const made = rows.map(({ row, act }, place) => ({ row, act, ventureId: ids[place] as number }));
  const settled = made.filter(({ act }) => act.settledOn !== null);
  await named(numbers(settled), () =>
    settleVentures(
      tx,
      by,
      settled.map(({ ventureId, act: { venture, settledOn } }) => ({
        ventureId,
        parkId: venture.parkId,
        beganOn: settledOn as string,
      })),
    ),
  );
  const tenants = made.flatMap(({ row, ventureId, act: { lease } }) =>
    lease === null ? [] : [{ row, letting: lettingOf(ventureId, lease, idOf) }],
  );
  await named(numbers(tenants), () =>
    letSpaces(
      tx,
      by,
      tenants.map(({ letting }) => letting),
    ),
  );
  const employing = made.filter(({ act }) => act.headcount !== null && month !== null);
  await named(numbers(employing), () =>
    fileHeadcounts(
      tx,
      by,
      employing.map(({ ventureId, act }) =>
        filingOf(ventureId, month as Month, act.headcount ?? 0, null),
      ),
    ),
  );
  return made.map(({ row, ventureId }) => ({ row, outcome: 'create', ventureId, undo: {} }));
}

/** A lease of a space that is there by now. */
function lettingOf(ventureId: number, { space, ...lease }: PlannedLease, idOf: SpaceId): Letting {
  const spaceId = space === undefined ? lease.spaceId : idOf(space);
  return Object.assign({ ventureId }, lease, { spaceId });
}

/**
 * A headcount of which nothing is known but that somebody wrote it down.
 * @param version of the return that was set aside and that it takes the place of
 */
const filingOf = (
  ventureId: number,
  month: Month,
  headcount: number,
  version: number | null,
): Filing => ({
  ventureId,
  month,
  headcount,
  graduates: null,
  hardship: null,
  returned: null,
  local: null,
  evidence: 'self-reported',
  note: '',
  version,
});

async function update(
  tx: Tx,
  by: Actor,
  { row, act }: Row<UpdateAct>,
  { month, reason, idOf }: Doing,
): Promise<RanRow> {
  const { ventureId, version, changes, person, lease, headcount } = act;
  const undo: Undo = {};
  if (Object.keys(changes).length > 0) {
    const venture = await tx.venture.findUniqueOrThrow({ where: { id: ventureId } });
    const { name, legalForm, creditCode, phone, registeredOn } = venture;
    const { creditCodeNote, industry, trade, about, isNamed } = venture;
    const before = { name, legalForm, creditCode, phone, registeredOn };
    const rest = { creditCodeNote, industry, trade, about, isNamed };
    const profile = Object.assign({}, before, rest, changes) as Parameters<typeof editVenture>[4];
    await editVenture(tx, by, ventureId, version, profile);
    const names = Object.keys(changes) as (keyof typeof before)[];
    undo.before = Object.fromEntries(names.map((field) => [field, before[field]]));
    undo.after = Object.fromEntries(names.map((field) => [field, changes[field] ?? null]));
  }
  if (person !== null) {
    const { personId } = person;
    const { phone: before } = await tx.person.findUniqueOrThrow({ where: { id: personId } });
    await correctPerson(tx, by, Object.assign({ reason }, person));
    undo.person = { personId, before, after: person.phone };
  }
  if (lease !== null) {
    const [id] = await letSpaces(tx, by, [lettingOf(ventureId, lease, idOf)]);
    undo.tenancyId = id as number;
  }
  if (headcount !== null && month !== null) {
    // A plan of an earlier edition of this program does not say.
    const aside = act.asideVersion ?? null;
    await fileOneReturn(tx, by, filingOf(ventureId, month, headcount, aside));
    undo.month = month;
    undo.returnVersion = (aside ?? 0) + 1;
  }
  return { row, outcome: 'update', ventureId, undo };
}
