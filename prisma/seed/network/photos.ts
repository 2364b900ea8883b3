import sharp from 'sharp';
import type { Tx } from '../../../src/database/database.js';
import type { Actor } from '../../../src/history/actor.js';
import { addSpacePhotos, arrangeSpacePhotos } from '../../../src/parks/space-photos.js';
import { checkPhoto } from '../../../src/photos/check-photo.js';
import { photosOfRecord } from '../../../src/photos/queries.js';
import { type StoredPhoto, storePhoto } from '../../../src/photos/take-photos.js';
import type { KeyRing } from '../../../src/vault/key-ring.js';
import { addVisitPhotos } from '../../../src/visits/visit-photos.js';
import type { Sealing } from '../waivers/papers.js';
import type { Mistake } from './mistakes.js';

/** Photos of two free spaces and of a visit: drawn, so that nobody's house or face is shown. */
export const photoActs: Mistake[] = [
  { at: new Date('2026-11-18T08:10:00Z'), park: 0, step: showFreeSpace },
  { at: new Date('2026-11-18T08:20:00Z'), park: 4, step: showFreeSpace },
  { at: new Date('2026-11-18T08:30:00Z'), park: 0, step: showVisit },
];

const front = `<rect width="800" height="600" fill="#bcd9e6"/><path d="M0 330 Q200 220 420 320 T800 280 V600 H0Z" fill="#7d9c7a"/>
  <rect y="470" width="800" height="130" fill="#c9bfa8"/><path d="M150 300 L400 180 L650 300Z" fill="#5b5f66"/>
  <rect x="185" y="300" width="430" height="190" fill="#efe6d2"/><rect x="360" y="360" width="90" height="130" fill="#7a4f33"/>
  <rect x="225" y="350" width="90" height="70" fill="#4d7d93"/><rect x="490" y="350" width="90" height="70" fill="#4d7d93"/>`;
const room = `<rect width="800" height="600" fill="#ded7c6"/><path d="M0 600 L220 400 H580 L800 600Z" fill="#a9865f"/>
  <rect x="220" y="120" width="360" height="280" fill="#f1ecdf"/><rect x="300" y="170" width="200" height="130" fill="#a9cfdf"/>
  <path d="M400 170 V300 M300 235 H500" stroke="#fff" stroke-width="8"/><rect x="560" y="390" width="170" height="20" fill="#6b4a2f"/>
  <path d="M575 410 V520 M715 410 V520" stroke="#6b4a2f" stroke-width="12"/>`;
const yard = `<rect width="800" height="600" fill="#c7dfe8"/><rect y="330" width="800" height="270" fill="#b8b2a2"/>
  <rect x="60" y="190" width="250" height="200" fill="#e9dfca"/><rect x="500" y="230" width="240" height="160" fill="#d8cdb5"/>
  <circle cx="405" cy="250" r="90" fill="#5f8a58"/><rect x="393" y="320" width="24" height="120" fill="#6b4a2f"/>`;

async function photoOf(drawing: string, { proofs, keys }: Sealing): Promise<StoredPhoto> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">${drawing}</svg>`;
  const bytes = await sharp(Buffer.from(svg)).png().toBuffer();
  const checked = await checkPhoto({ name: 'photo.png', bytes });
  return storePhoto({ folder: proofs, keys }, checked);
}

async function showFreeSpace(
  tx: Tx,
  by: Actor,
  parkId: number,
  _: KeyRing,
  sealing: Sealing,
): Promise<void> {
  const { id } = await tx.space.findFirstOrThrow({
    where: { parkId, closedOn: null, tenancies: { none: { endedOn: null, voidedAt: null } } },
    orderBy: { id: 'asc' },
  });
  await addSpacePhotos(tx, by, id, [await photoOf(front, sealing), await photoOf(room, sealing)]);
  const captions = ['门面朝南，门前可停车', '室内一间，采光好'];
  const photos = await photosOfRecord(tx, { spaceId: id });
  const arranged = photos.map((photo, at) => ({
    id: photo.id,
    position: at + 1,
    caption: captions[at] ?? '',
  }));
  await arrangeSpacePhotos(tx, by, id, arranged);
}

async function showVisit(
  tx: Tx,
  by: Actor,
  parkId: number,
  _: KeyRing,
  sealing: Sealing,
): Promise<void> {
  const { id } = await tx.visit.findFirstOrThrow({
    where: { parkId, cancelledAt: null, kind: 'visit' },
    orderBy: { id: 'desc' },
  });
  await addVisitPhotos(tx, by, id, [await photoOf(yard, sealing), await photoOf(room, sealing)]);
}
