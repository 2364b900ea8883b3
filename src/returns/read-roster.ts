import type { Day } from '../calendar/days.js';
import { blankCell, type TableRow } from '../files/table.js';
import { tableOf } from '../files/table-of.js';
import { type IdentityKind, identityKinds } from '../identities/kinds.js';
import { maskOf, readListedNumber } from '../identities/read-number.js';
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
/** The kind of document may be left out: most are resident identity cards. */
type Columns = Record<Head, number> & { kind: number | null };
const voices = (['zh', 'en'] as const).map(makeSay);
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
    if (why) faults.push(faultText(say, row.row, why));
  }
  if (faults.length === 0) return found;
  const list = faults.slice(0, mostTold).join(say('history.and'));
  const values = { count: faults.length, list: faults.length > mostTold ? `${list}……` : list };
  return { field: 'file', key: 'returns.roster.rows', values };
}

export const isFault = (read: ReadRosters | Fault): read is Fault => !(read instanceof Map);

/** The words of this room begin with their own mark; those of documents are sentences of their own. */
const faultText = (say: Say, row: number, why: WordKey): string =>
  say('returns.roster.row', {
    row: String(row),
    why: why.startsWith('identities.')
      ? say('returns.roster.why.document', { why: say(why) })
      : say(why),
  });

/** Which column is which, by either language of the template. */
function columnsOf({ cells }: TableRow): Columns | null {
  const texts = cells.map(({ text }) => text ?? '');
  const placeOf = (key: WordKey) => {
    const names = voices.map((say) => say(key));
    return texts.findIndex((text) => names.includes(text));
  };
  const places = heads.map((head) => placeOf(`returns.roster.column.${head}`));
  const kind = placeOf('identities.kind');
  if (places.includes(-1)) return null;
  return {
    number: places[0] as number,
    person: places[1] as number,
    identity: places[2] as number,
    kind: kind === -1 ? null : kind,
  };
}

function addPerson(
  found: ReadRosters,
  { cells }: TableRow,
  columns: Columns,
  { numbers, keys, today }: { numbers: Set<string>; keys: KeyRing; today: Day },
): WordKey | null {
  const of = (head: Head) => cells[columns[head]] ?? blankCell;
  const number = (of('number').text ?? '').toUpperCase();
  const name = of('person').text ?? '';
  if (!numbers.has(number)) return 'returns.roster.why.venture';
  if (name === '') return 'returns.roster.why.name';
  const identity = of('identity');
  if (!identity.isText) return 'returns.roster.why.formula';
  const kind = kindNamed(columns.kind === null ? '' : (cells[columns.kind]?.text ?? ''));
  if (kind === 'unknown') return 'returns.roster.why.kind';
  const entry = entryOf(keys, name, { typed: identity.text ?? '', kind }, today);
  if ('fault' in entry) return entry.fault;
  const people = found.get(number) ?? new Map<string, RosterEntry>();
  if (people.has(entry.lookup)) return 'returns.roster.why.twice';
  found.set(number, people.set(entry.lookup, entry));
  return null;
}

/** How lists name documents, in short or in full. The first that fits counts. */
const documents: [IdentityKind, RegExp][] = [
  ['foreign-permanent', /永久居留|permanent/i],
  ['passport', /护照|passport/i],
  ['taiwan', /台胞证|台湾|^台|taiwan permit|taiwan residents$/i],
  ['hk-macao', /回乡证|通行证|hong kong|macao/i],
  ['resident', /身份证|居住证|resident/i],
];

/** The document that a list names beside a number; null where it names none. */
function kindNamed(text: string): IdentityKind | null | 'unknown' {
  if (text === '') return null;
  const exact = identityKinds.find((kind) =>
    voices.some((say) => say(`identities.kind.${kind}`) === text),
  );
  return exact ?? documents.find(([, form]) => form.test(text))?.[0] ?? 'unknown';
}

function entryOf(
  keys: KeyRing,
  name: string,
  { typed, kind }: { typed: string; kind: IdentityKind | null },
  today: Day,
): RosterEntry | { fault: WordKey } {
  const read = readListedNumber(kind, typed, today);
  if ('fault' in read) return read;
  const { lookup, lookupKeyId } = lookupOf(keys, read.kind, read.lasting);
  const [family = ''] = [...name];
  return { lookup, lookupKeyId, nameMasked: `${family}*`, masked: maskOf(read.number) };
}
