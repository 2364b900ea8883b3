import { createHash } from 'node:crypto';
import type { Reads } from '../../database/database.js';
import { documentsOf, type PeopleRecords, peopleRecordsOn } from './stored-people.js';

/** All that a merge of two people is worked out from, and a mark that tells whether it is still as somebody saw it. */
export async function findMergeablePeople(
  reads: Reads,
  ownId: number,
  otherId: number,
): Promise<{ before: PeopleRecords; mark: string }> {
  const before = await peopleRecordsOn(reads, [ownId, otherId]);
  const documents = await documentsOf(reads, [ownId, otherId]);
  const text = JSON.stringify([before, documents]);
  return { before, mark: createHash('sha256').update(text).digest('hex').slice(0, 32) };
}
