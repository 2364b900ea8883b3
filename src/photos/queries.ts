import type { Reads } from '../database/database.js';
import type { Prisma } from '../database/generated/client.js';
import type { PhotosOf } from './keep-photos.js';

/** The photos of a record, in their order. */
export const photosOfRecord = (reads: Reads, of: PhotosOf) =>
  reads.photo.findMany({ where: of, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
export type PhotoRow = Prisma.PhotoGetPayload<object>;

/** A photo of a record with both of its files, or null. */
export const findPhoto = (reads: Reads, of: PhotosOf, id: number) =>
  reads.photo.findFirst({ where: { id, ...of }, include: { file: true, thumbnail: true } });
export type PhotoFound = NonNullable<Awaited<ReturnType<typeof findPhoto>>>;
