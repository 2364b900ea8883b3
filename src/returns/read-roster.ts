import type { Day } from '../calendar/days.js';
import { blankCell, type TableRow } from '../files/table.js';
import { tableOf } from '../files/table-of.js';
import { identityKinds } from '../identities/kinds.js';
import { maskOf, readNumber } from '../identities/read-number.js';
import type { Fault } from '../language/refusal.js';
import type { Say, WordKey } from '../language/say.js';
import { makeSay } from '../language/say.js';
import type { KeyRing } from '../vault/key-ring.js';
import { lookupOf } from '../vault/lookup.js';

/** Somebody in a roster, as it is kept: neither the name nor the number is in it. */
export type RosterEntry = {
  lookup: string;
  lookupKeyId: string;
  nameMasked: string;
  masked: string;
};
/** The people of each venture by their keyed hash, by its public number. */
export type ReadRosters = Map<string, Map<string, RosterEntry>>;

const heads = ['number', 'person', 'identity'] as const;
type Head = (typeof heads)[number];
const mostTold = 8;

/**
 * Reads rosters out of a workbook or text: a row for each person, under the heads of the template.
 * @param numbers the ventures whose rosters these can be
 * @returns the people of each venture, or what is wrong with its rows, in words
 * @throws Refusal for a file that cannot be read
 */
export async function readRosters(
  bytes: Buffer,
  { numbers, keys, today, say }: { numbers: Set<string>; keys: KeyRing; today: Day; say: Say },
): Promise<ReadRosters | Fault> {
  const { rows } = await tableOf(bytes, { unreadable: 'returns.roster.no-workbook' });
  const [first, ...rest] = rows;
  const columns = first && columnsOf(first);
  if (!columns) return { field: 'file', key: 'returns.roster.no-head' };
  // The template has a line for every venture: one that names nobody is left over.
  const people = [columns.person, columns.identity];
  const filled = rest.filter(({ cells }) => people.some((at) => (cells[at]?.text ?? '') !== ''));
  if (filled.length === 0) return { field: 'file', key: 'returns.roster.empty' };
  const found: ReadRosters = new Map();
  const faults: string[] = [];
  for (const row of filled) {
    const why = addPerson(found, row, columns, { numbers, keys, today });
    if (why) faults.push(say('returns.roster.row', { row: String(row.row), why: say(why) }));
  }
  if (faults.length === 0) return found;
  const list = faults.slice(0, mostTold).join(say('history.and'));
  const values = { count: faults.length, list: faults.length > mostTold ? `${list}……` : list };
  return { field: 'file', key: 'returns.roster.rows', values };
}

export const isFault = (read: ReadRosters | Fault): read is Fault => !(read instanceof Map);

/** Which column is which, by either language of the template. */
function columnsOf({ cells }: TableRow): Record<Head, number> | null {
  const texts = cells.map(({ text }) => text ?? '');
  const voices = (['zh', 'en'] as const).map(makeSay);
  const places = heads.map((head) => {
    const names = voices.map((say) => say(`returns.roster.column.${head}`));
    return texts.findIndex((text) => names.includes(text));
  });
  if (places.includes(-1)) return null;
  return {
    number: places[0] as number,
    person: places[1] as number,
    identity: places[2] as number,
  };
}

function addPerson(
  found: ReadRosters,
  { cells }: TableRow,
  columns: Record<Head, number>,
  { numbers, keys, today }: { numbers: Set<string>; keys: KeyRing; today: Day },
): WordKey | null {
  const of = (head: Head) => cells[columns[head]] ?? blankCell;
  const number = (of('number').text ?? '').toUpperCase();
  const name = of('person').text ?? '';
  if (!numbers.has(number)) return 'returns.roster.why.venture';
  if (name === '') return 'returns.roster.why.name';
  const identity = of('identity');
  if (!identity.isText) return 'returns.roster.why.formula';
  const entry = entryOf(keys, name, identity.text ?? '', today);
  if (!entry) return 'returns.roster.why.number';
  const people = found.get(number) ?? new Map<string, RosterEntry>();
  if (people.has(entry.lookup)) return 'returns.roster.why.twice';
  found.set(number, people.set(entry.lookup, entry));
  return null;
}

/** The kind of document is not asked for: it is the first whose form the number has. */
function entryOf(keys: KeyRing, name: string, typed: string, today: Day): RosterEntry | null {
  for (const kind of identityKinds) {
    const read = readNumber(kind, typed, today);
    if ('fault' in read) continue;
    const [family = ''] = [...name];
    return {
      ...lookupOf(keys, kind, read.lasting),
      nameMasked: `${family}*`,
      masked: maskOf(read.number),
    };
  }
  return null;
}
