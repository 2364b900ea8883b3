import type { Reads } from '../database/database.js';
import type { Viewer } from '../people/viewer.js';
import { writableParkIds } from '../ventures/permissions.js';
import { type Batch, batchOf } from './batch.js';

const names = {
  park: { select: { number: true, nameZh: true, nameEn: true } },
  createdBy: { select: { name: true } },
  ranBy: { select: { name: true } },
  takenBackBy: { select: { name: true } },
} as const;
type Named = { name: string } | null;
export type NamedBatch = Batch & {
  park: { number: string; nameZh: string; nameEn: string };
  createdBy: Named;
  ranBy: Named;
  takenBackBy: Named;
};

const ofViewer = (viewer: Viewer) => {
  const parkIds = writableParkIds(viewer);
  return parkIds === null ? {} : { parkId: { in: parkIds } };
};

/** A batch of a park that the viewer writes the records of, or null. */
export async function findBatch(
  reads: Reads,
  viewer: Viewer,
  id: number,
): Promise<NamedBatch | null> {
  const where = Object.assign({ id }, ofViewer(viewer));
  const row = await reads.importBatch.findFirst({ where, include: names });
  return row === null ? null : (batchOf(row) as NamedBatch);
}

export const batchesOnAPage = 20;

/** Batches, the newest first, without what they hold. */
export async function listBatches(reads: Reads, viewer: Viewer, page: number) {
  const where = ofViewer(viewer);
  const total = await reads.importBatch.count({ where });
  const rows = await reads.importBatch.findMany({
    where,
    orderBy: { id: 'desc' },
    skip: (page - 1) * batchesOnAPage,
    take: batchesOnAPage,
    select: {
      id: true,
      fileName: true,
      state: true,
      createdAt: true,
      total: true,
      park: names.park,
      createdBy: names.createdBy,
      _count: { select: { rows: { where: { takenBackAt: null } } } },
    },
  });
  return { rows, total };
}
