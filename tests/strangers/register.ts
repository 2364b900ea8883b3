import { addSpace, addSpaces } from '../../src/parks/add-spaces.js';
import { editPark } from '../../src/parks/edit-park.js';
import { editSpace } from '../../src/parks/edit-space.js';
import { closePark, mergeParks } from '../../src/parks/merge-parks.js';
import { openPark } from '../../src/parks/open-park.js';
import { changeParkRegion } from '../../src/parks/park-structure.js';
import {
  addSpacePhotos,
  arrangeSpacePhotos,
  removeSpacePhoto,
} from '../../src/parks/space-photos.js';
import { valueSpace } from '../../src/parks/value-space.js';
import { addRole } from '../../src/ventures/add-role.js';
import { endResidencies } from '../../src/ventures/batch/end-residencies.js';
import { tellFounders } from '../../src/ventures/batch/tell-founders.js';
import { correctCategories } from '../../src/ventures/categories/correct-categories.js';
import { correctPerson } from '../../src/ventures/correct-person.js';
import { correctSettling } from '../../src/ventures/correct-settling.js';
import { correctTenancy } from '../../src/ventures/correct-tenancy.js';
import { tellApart } from '../../src/ventures/doubles/tell-apart.js';
import { withdrawDistinction } from '../../src/ventures/doubles/withdraw-distinction.js';
import { editVenture } from '../../src/ventures/edit-venture.js';
import { endResidency } from '../../src/ventures/end-residency.js';
import { endRole } from '../../src/ventures/end-role.js';
import { endTenancy } from '../../src/ventures/end-tenancy.js';
import { giveNotice, withdrawNotice } from '../../src/ventures/give-notice.js';
import {
  attachLeasePaper,
  openLeasePaper,
  removeLeasePaper,
} from '../../src/ventures/lease-papers.js';
import { letSpace, letSpaces } from '../../src/ventures/let-spaces.js';
import { logVenture, logVentures } from '../../src/ventures/log-venture.js';
import { mergeVentures } from '../../src/ventures/merging/merge-ventures.js';
import { recordsOn } from '../../src/ventures/merging/stored-records.js';
import { undoMerge } from '../../src/ventures/merging/undo-merge.js';
import { moveVenture } from '../../src/ventures/move-venture.js';
import { renewTenancy } from '../../src/ventures/renew-tenancy.js';
import { settleVenture, settleVentures } from '../../src/ventures/settle-venture.js';
import { voidRole } from '../../src/ventures/void-role.js';
import { voidSpace } from '../../src/ventures/void-space.js';
import { voidTenancy } from '../../src/ventures/void-tenancy.js';
import { voidVenture } from '../../src/ventures/void-venture.js';
import { cancelVisit } from '../../src/visits/cancel-visit.js';
import { correctVisit } from '../../src/visits/correct-visit.js';
import { logVisit } from '../../src/visits/log-visit.js';
import { addVisitPhotos, removeVisitPhoto } from '../../src/visits/visit-photos.js';
import type { VisitFacts } from '../../src/visits/visit-rules.js';
import { someVenture } from '../ledger/network.js';
import { aPark, aSpace } from '../parks/cast.js';
import type { Acts } from './kinds.js';
import { aVisit, unsettled, type World } from './world.js';

const letting = ({ ventureId, spaceId, day }: World) => ({
  ventureId,
  spaceId,
  beganOn: day,
  termEndOn: '2030-01-01',
  rent: 0,
  area: 100,
});
const stored = { storedAs: 'y', keyId: 'k', size: 1, sha256: 'i', sealedSha256: 's' };
const photo = { file: stored, thumbnail: stored, width: 1, height: 1, sentSha256: 'i' };
const visit = ({ ventureId, day }: World): VisitFacts => ({
  kind: 'call',
  madeOn: day,
  ventureIds: [ventureId],
  madeBy: '某人',
  note: '',
  followUpOn: null,
});

/** Verbs of these rooms as a stranger would call them: everything in them is right but who acts. */
export const register: Acts = {
  openPark: (_, tx, by) => openPark(tx, by, aPark({ number: 'P99' })),
  editPark: ({ parkId }, tx, by) => {
    const { number: _, regionCode: __, openedOn: ___, ...changes } = aPark();
    return editPark(tx, by, parkId, 1, changes);
  },
  mergeParks: ({ parkId, otherParkId, day }, tx, by) =>
    mergeParks(tx, by, { parkId, intoId: otherParkId, mergedOn: day, reason: '测试' }),
  closePark: ({ parkId, day }, tx, by) =>
    closePark(tx, by, { parkId, closedOn: day, reason: '测试' }),
  changeParkRegion: ({ parkId, day }, tx, by) =>
    changeParkRegion(tx, by, { parkId, regionCode: '330922', beganOn: day, reason: '测试' }),
  addSpacePhotos: ({ spaceId }, tx, by) => addSpacePhotos(tx, by, spaceId, [photo]),
  arrangeSpacePhotos: ({ spaceId }, tx, by) => arrangeSpacePhotos(tx, by, spaceId, []),
  removeSpacePhoto: ({ spaceId }, tx, by) => removeSpacePhoto(tx, by, { spaceId, id: 1 }),
  addSpace: ({ parkId }, tx, by) => addSpace(tx, by, parkId, aSpace()),
  addSpaces: ({ parkId }, tx, by) => addSpaces(tx, by, parkId, [aSpace()]),
  editSpace: ({ spaceId }, tx, by) => {
    const { openedOn: _, ...changes } = aSpace();
    return editSpace(tx, by, spaceId, 1, changes);
  },
  correctPerson: ({ personId }, tx, by) =>
    correctPerson(tx, by, { personId, version: 1, name: '某人', phone: null, reason: '测试' }),
  correctCategories: ({ personId }, tx, by) =>
    correctCategories(tx, by, {
      personId,
      version: 1,
      graduatedOn: null,
      categories: [],
      reason: '测试',
    }),
  valueSpace: ({ spaceId, day }, tx, by) =>
    valueSpace(tx, by, { spaceId, fromOn: day, fen: 100, source: '测试' }),
  logVenture: ({ parkId }, tx, by) => logVenture(tx, by, someVenture(parkId)),
  logVentures: ({ parkId }, tx, by) => logVentures(tx, by, [someVenture(parkId)]),
  editVenture: ({ ventureId, parkId }, tx, by) => {
    const { parkId: _, founders: __, foundedOn: ___, ...profile } = someVenture(parkId);
    return editVenture(tx, by, ventureId, 1, profile);
  },
  correctSettling: async ({ ventureId }, tx, by) => {
    const { id } = await tx.residency.findFirstOrThrow({ where: { ventureId } });
    const correction = { residencyId: id, version: 1, reason: '测试', setsAsideReturns: true };
    return correctSettling(tx, by, { ...correction, beganOn: '2023-05-05' });
  },
  tellApart: async ({ ventureId }, tx, by) => {
    const { id } = await tx.venture.findFirstOrThrow({ where: { id: { not: ventureId } } });
    return tellApart(tx, by, { ventureIds: [ventureId, id], reason: '测试' });
  },
  withdrawDistinction: async ({ ventureId }, tx, by) => {
    const { id } = await tx.venture.findFirstOrThrow({ where: { id: { not: ventureId } } });
    const pair = { firstId: ventureId, secondId: id, reason: '', decidedAt: by.at };
    const { id: pairId } = await tx.venturePair.create({ data: pair });
    return withdrawDistinction(tx, by, pairId);
  },
  mergeVentures: async ({ ventureId }, tx, by) => {
    const { id: otherId } = await tx.venture.findFirstOrThrow({
      where: { id: { not: ventureId } },
    });
    const choices = { fields: [], stays: 'own', months: [], leases: [] } as const;
    return mergeVentures(tx, by, { ownId: ventureId, otherId, choices, seen: '', reason: '测试' });
  },
  undoMerge: async ({ ventureId }, tx, by) => {
    const { id: loserId } = await tx.venture.findFirstOrThrow({
      where: { id: { not: ventureId } },
    });
    const before = JSON.parse(JSON.stringify(await recordsOn(tx, [ventureId, loserId])));
    const merged = {
      loserId,
      survivorId: ventureId,
      mergedAt: by.at,
      reason: '',
      before,
      after: before,
    };
    const { id: mergeId } = await tx.ventureMerge.create({ data: merged });
    return undoMerge(tx, by, { mergeId, reason: '测试' });
  },
  voidVenture: ({ ventureId }, tx, by) =>
    voidVenture(tx, by, { ventureId, version: 1, reason: '测试' }),
  addRole: ({ ventureId, day }, tx, by) =>
    addRole(tx, by, {
      ventureId,
      person: { name: '某人', phone: null, graduatedOn: null, categories: [] },
      role: 'partner',
      beganOn: day,
    }),
  voidRole: ({ roleId }, tx, by) => voidRole(tx, by, { roleId, reason: '测试' }),
  endRole: ({ roleId, day }, tx, by) => endRole(tx, by, roleId, day),
  settleVenture: async (world, tx, by) => settleVenture(tx, by, await unsettled(world, tx)),
  settleVentures: async (world, tx, by) => settleVentures(tx, by, [await unsettled(world, tx)]),
  moveVenture: ({ ventureId, otherParkId, day }, tx, by) =>
    moveVenture(tx, by, { ventureId, toParkId: otherParkId, movedOn: day, note: '' }),
  endResidencies: async ({ ventureId, day }, tx, by) => {
    const { number } = await tx.venture.findUniqueOrThrow({ where: { id: ventureId } });
    const { id: residencyId } = await tx.residency.findFirstOrThrow({
      where: { ventureId, endedOn: null },
    });
    return endResidencies(tx, by, [{ number, residencyId }], {
      endedOn: day,
      reason: 'graduated',
      note: '',
      setsAsideReturns: true,
    });
  },
  tellFounders: async ({ ventureId }, tx, by) => {
    const { number } = await tx.venture.findUniqueOrThrow({ where: { id: ventureId } });
    return tellFounders(tx, by, { numbers: [number], people: 1, text: '通知' });
  },
  endResidency: ({ ventureId, day }, tx, by) =>
    endResidency(tx, by, {
      ventureId,
      endedOn: day,
      reason: 'graduated',
      note: '',
      setsAsideReturns: true,
    }),
  letSpace: (world, tx, by) => letSpace(tx, by, letting(world)),
  letSpaces: (world, tx, by) => letSpaces(tx, by, [letting(world)]),
  correctTenancy: ({ tenancyId, day }, tx, by) =>
    correctTenancy(tx, by, {
      tenancyId,
      version: 1,
      beganOn: day,
      termEndOn: '2030-01-01',
      endedOn: null,
      rent: 0,
      area: 100,
      reason: '测试',
    }),
  renewTenancy: ({ tenancyId }, tx, by) =>
    renewTenancy(tx, by, {
      tenancyId,
      version: 1,
      beganOn: null,
      termEndOn: '2031-01-01',
      rent: 0,
    }),
  giveNotice: ({ tenancyId, day }, tx, by) =>
    giveNotice(tx, by, {
      tenancyId,
      givenBy: 'tenant',
      givenOn: day,
      endsOn: '2031-01-01',
      note: '',
    }),
  withdrawNotice: ({ tenancyId }, tx, by) => withdrawNotice(tx, by, { tenancyId, reason: '测试' }),
  attachLeasePaper: ({ tenancyId }, tx, by) =>
    attachLeasePaper(tx, by, { tenancyId, name: 'a.pdf', mediaType: 'application/pdf', stored }),
  removeLeasePaper: async ({ tenancyId, proof }, tx, by) => {
    const data = { tenancyId, proofFileId: proof.id, attachedAt: by.at };
    const { id } = await tx.leasePaper.create({ data });
    return removeLeasePaper(tx, by, { id, reason: '测试' });
  },
  openLeasePaper: {
    strangers: ['gone', 'administrator', 'manager', 'county', 'founder'],
    on: ({ folder, keys, tenancyId, proof }, db, by) =>
      openLeasePaper(db, by, { folder, keys }, { tenancyId, proofFile: proof }),
  },
  voidSpace: ({ spaceId }, tx, by) => voidSpace(tx, by, { spaceId, version: 1, reason: '测试' }),
  voidTenancy: ({ tenancyId }, tx, by) =>
    voidTenancy(tx, by, { tenancyId, version: 1, reason: '测试' }),
  endTenancy: ({ tenancyId, day }, tx, by) => endTenancy(tx, by, tenancyId, day),
  logVisit: (world, tx, by) => logVisit(tx, by, { ...visit(world), parkId: world.parkId }),
  addVisitPhotos: async (world, tx, by) => addVisitPhotos(tx, by, await aVisit(world, tx), [photo]),
  removeVisitPhoto: async (world, tx, by) =>
    removeVisitPhoto(tx, by, { visitId: await aVisit(world, tx), id: 1, reason: '测试' }),
  cancelVisit: async (world, tx, by) =>
    cancelVisit(tx, by, await aVisit(world, tx), { version: 1, reason: '测试' }),
  correctVisit: async (world, tx, by) =>
    correctVisit(tx, by, await aVisit(world, tx), { ...visit(world), version: 1, reason: '测试' }),
};
