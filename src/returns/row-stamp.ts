import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { hashOf } from '../ledger/entry-hash.js';
import { columns } from './cell-values.js';

/** The row of a table that a stamp belongs to, and no other. */
export type StampedRow = { network: string; park: string; month: Month; number: string };

const version = '2';
const Stamp = z.tuple([z.string(), z.string(), z.string(), z.string(), z.array(z.string())]);

const digestOf = (body: string): string =>
  createHash('sha256').update(`${version} ${body}`).digest('hex').slice(0, 16);

/** What stood in a row when its table was downloaded, bound to the network, park, month and venture that it is of. */
export function stampOf({ network, park, month, number }: StampedRow, values: string[]): string {
  const body = JSON.stringify([network, park, month, number, values]);
  return `${version} ${digestOf(body)} ${body}`;
}

/**
 * The values in a stamp. @returns null where it is none, is of another row, or was changed: the table then says nothing
 * of what its row held before
 */
export function readStamp(text: string | null, row: StampedRow): string[] | null {
  const [, digest, body] = /^2 ([0-9a-f]{16}) (\[.*\])$/s.exec(text ?? '') ?? [];
  if (body === undefined || digestOf(body) !== digest) return null;
  const read = Stamp.safeParse(parsed(body));
  if (!read.success) return null;
  const [network, park, month, number, values] = read.data;
  const isOwn =
    network === row.network && park === row.park && month === row.month && number === row.number;
  return isOwn && values.length === columns.length ? values : null;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** What tells this network from every other: the hash of the first entry of its ledger; blank before there is one. */
export async function networkMark(reads: Reads): Promise<string> {
  const first = await reads.ledgerEntry.findUnique({ where: { position: 1 } });
  return first ? hashOf(first).slice(0, 16) : '';
}
