import type { Reads } from '../database/database.js';
import type { Viewer } from '../people/viewer.js';
import { writableParkIds } from '../ventures/permissions.js';
import { type Batch, type BatchState, batchWith, emptyPlan } from './batch.js';

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

const long = { source: true, choices: true, plan: true } as const;
const busy: readonly string[] = ['planning', 'running', 'taking-back'];
export const isBusy = ({ state }: { state: string }): boolean => busy.includes(state);

/**
 * A batch of a park that the viewer writes the records of, or null. While something is being done for it, what is as long
 * as its list is left out: its page is asked for again and again then.
 */
export async function findBatch(
  reads: Reads,
  viewer: Viewer,
  id: number,
): Promise<NamedBatch | null> {
  const where = Object.assign({ id }, ofViewer(viewer));
  const row = await reads.importBatch.findFirst({ where, include: names, omit: long });
  if (row === null) return null;
  const { source, choices, plan } = isBusy(row)
    ? { source: { rows: [], passedOver: [], unread: [] }, choices: {}, plan: emptyPlan }
    : await batchWith(reads, id);
  return Object.assign(row, { source, choices, plan, state: row.state as BatchState });
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
