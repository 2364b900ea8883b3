import { endOfMonth } from '../calendar/days.js';
import type { Tx } from '../database/database.js';
import type { ImportedRow } from '../database/generated/client.js';
import type { Actor } from '../history/actor.js';
import { Refusal } from '../language/refusal.js';
import { restateVentures } from '../ledger/restate.js';
import { keepingReviewed } from '../ledger/reviewed-returns.js';
import { homeParkId } from '../people/whereabouts.js';
import { correctPerson } from '../ventures/correct-person.js';
import { editVenture } from '../ventures/edit-venture.js';
import { setAsideReturns } from '../ventures/set-aside-returns.js';
import { voidSpace } from '../ventures/void-space.js';
import { voidTenancy } from '../ventures/void-tenancy.js';
import { voidVenture } from '../ventures/void-venture.js';
import { cancelVisit } from '../visits/cancel-visit.js';
import { builtFault, isTouchedLease } from './built-on-import.js';
import type { Undo } from './run-rows.js';

/**
 * Takes back what a row of a batch did: a venture or a space that it made is void, a change that it made is changed back.
 * @throws Refusal with what was built on it since
 */
export async function takeBackRow(
  tx: Tx,
  by: Actor,
  row: ImportedRow,
  reason: string,
): Promise<void> {
  await takeBackVenture(tx, by, row, reason);
  const { spaceId } = row.undo as Undo;
  if (spaceId !== undefined) await takeBackSpace(tx, by, spaceId, reason);
}

/** A space that it made never was: no lease of the batch is on it any more. */
async function takeBackSpace(tx: Tx, by: Actor, id: number, reason: string): Promise<void> {
  const { version, voidedAt } = await tx.space.findUniqueOrThrow({ where: { id } });
  if (voidedAt === null) await voidSpace(tx, by, { spaceId: id, version, reason });
}

async function takeBackVenture(
  tx: Tx,
  by: Actor,
  { batchId, ventureId, outcome, undo }: ImportedRow,
  reason: string,
): Promise<void> {
  const venture = await tx.venture.findUniqueOrThrow({
    where: { id: ventureId },
    include: { residencies: true, voiding: true },
  });
  // What it had is with another now: that merger is undone first.
  if (venture.voiding?.mergeId != null) throw new Refusal([builtFault('merged', venture)]);
  // Somebody has voided it since: it is taken back already.
  if (venture.voiding !== null) return;
  const done = undo as Undo;
  if (done.visitId !== undefined) await cancelLogged(tx, by, { venture, id: done.visitId }, reason);
  if (outcome === 'create')
    return voidVenture(tx, by, { ventureId, version: venture.version, reason });
  const { before, after, person, tenancyId, month, returnVersion = 1 } = done;
  if (before && after) await changeBack(tx, by, { venture, before, after }, reason);
  if (person) await correctBack(tx, by, { venture, person }, reason);
  if (tenancyId !== undefined) {
    const { version } = await tx.tenancy.findUniqueOrThrow({ where: { id: tenancyId } });
    if (await isTouchedLease(tx, tenancyId, batchId))
      throw new Refusal([builtFault('lease', venture)]);
    await voidTenancy(tx, by, { tenancyId, version, reason });
  }
  if (month === undefined) return;
  const filed = await tx.jobsReturn.findFirst({ where: { ventureId, month, setAside: false } });
  if (!filed) return;
  if (filed.version > returnVersion) throw new Refusal([builtFault('return', venture)]);
  const parkId = homeParkId(venture);
  await keepingReviewed(tx, by, { ventureIds: [ventureId], reason }, () =>
    setAsideReturns(tx, by, [{ id: filed.id, month }], { ventureId, parkId }),
  );
  await restateVentures(tx, by, [ventureId], endOfMonth(month));
}

/** One that several rows logged together is cancelled with the first of them that is taken back. */
async function cancelLogged(
  tx: Tx,
  by: Actor,
  { venture, id }: { venture: { number: string; name: string }; id: number },
  reason: string,
): Promise<void> {
  const visit = await tx.visit.findUniqueOrThrow({ where: { id }, include: { photos: true } });
  if (visit.cancelledAt !== null) return;
  const { version, photos } = visit;
  if (version > 1 || photos.length > 0) throw new Refusal([builtFault('visit-touched', venture)]);
  await cancelVisit(tx, by, id, { version, reason });
}

type Fields = Record<string, string | null>;
type Profile = Parameters<typeof editVenture>[4];
type Changed = { id: number; number: string; name: string; version: number } & Profile;

async function changeBack(
  tx: Tx,
  by: Actor,
  { venture, before, after }: { venture: object; before: Fields; after: Fields },
  reason: string,
): Promise<void> {
  const now = venture as Changed;
  const fields = now as unknown as Fields;
  if (Object.keys(after).some((name) => fields[name] !== after[name]))
    throw new Refusal([builtFault('edited', now)]);
  const { name, legalForm, creditCode, creditCodeNote, industry } = now;
  const { trade, registeredOn, phone, about, isNamed } = now;
  const profile = { name, legalForm, creditCode, creditCodeNote, industry };
  const rest = { trade, registeredOn, phone, about, isNamed };
  const since = { kind: 'corrected', reason } as const;
  const another = { another: reason, since };
  await editVenture(tx, by, now.id, now.version, Object.assign(profile, rest, before, another));
}

async function correctBack(
  tx: Tx,
  by: Actor,
  {
    venture,
    person,
  }: { venture: { number: string; name: string }; person: NonNullable<Undo['person']> },
  reason: string,
): Promise<void> {
  const { personId, before, after } = person;
  const { phone, name, version } = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  if (phone !== after) throw new Refusal([builtFault('people', venture)]);
  await correctPerson(tx, by, { personId, version, name, phone: before, reason });
}
