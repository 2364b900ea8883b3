import type { Day } from '../calendar/days.js';
import type { Places, Target } from '../files/choose-columns.js';
import { areDraggedFormulas } from '../files/dragged-formulas.js';
import { blankCell, type FileTable, isStruckOut, type TableRow } from '../files/table.js';
import { isTotals } from '../files/totals.js';
import { type IdentityKind, identityKinds } from '../identities/kinds.js';
import { maskOf, readListedNumber } from '../identities/read-number.js';
import { nameKey } from '../input/names.js';
import type { Fault } from '../language/refusal.js';
import { isWordKey, makeSay, type Say, type WordKey } from '../language/say.js';
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

export type RosterColumn = 'number' | 'person' | 'identity' | 'kind';
const voices = (['zh', 'en'] as const).map(makeSay);
const mostListed = 8;

const columnWords: Record<RosterColumn, WordKey> = {
  number: 'returns.roster.column.number',
  person: 'returns.roster.column.person',
  identity: 'returns.roster.column.identity',
  kind: 'identities.kind',
};
/** What parks call these in tables of their own. */
const likely: Record<RosterColumn, RegExp> = {
  number: /编号|企业|单位|主体|公司|number|venture|company/i,
  person: /姓名|名字|员工|name/i,
  identity: /证件号|身份证|号码|identity|id/i,
  kind: /类型|种类|kind|type|document/i,
};

/** The columns of a roster, by the names of the template in either language. The kind of document may be left out. */
export const rosterTargets = (say: Say): Target<RosterColumn>[] =>
  (['number', 'person', 'identity', 'kind'] as const).map((key) => ({
    key,
    label: key === 'number' ? say('returns.import.number-or-name') : say(columnWords[key]),
    names: voices.map((voice) => voice(columnWords[key])),
    isNeeded: key !== 'kind',
    likely: likely[key],
  }));

type Reading = {
  /** The ventures whose rosters these can be. */
  ventures: { number: string; name: string }[];
  keys: KeyRing;
  today: Day;
  say: Say;
};
type Place = { places: Places<RosterColumn>; numberOf: (text: string) => string | WordKey };

/**
 * Reads rosters out of a table: a row for each person.
 * @returns the people of each venture, or what is wrong with its rows, in words
 */
export function readRosters(
  { rows }: FileTable,
  places: Places<RosterColumn>,
  { ventures, keys, today, say }: Reading,
): ReadRosters | Fault {
  // The template has a line for every venture: one that names nobody is left over.
  const filled = rows.filter((row) => namesSomebody(row, places));
  if (filled.length === 0) return { field: 'file', key: 'returns.roster.empty' };
  const found: ReadRosters = new Map();
  const faults: string[] = [];
  const place = { places, numberOf: numberNamed(ventures) };
  for (const row of filled) {
    const why = addPerson(found, row, place, { keys, today });
    if (why) faults.push(faultText(say, row.row, why));
  }
  if (faults.length === 0) return found;
  const list = faults.slice(0, mostListed).join(say('history.and'));
  const values = { count: faults.length, list: faults.length > mostListed ? `${list}……` : list };
  return { field: 'file', key: 'returns.roster.rows', values };
}

/** Whether a row has a person in it. One of sums has none, nor a signature, and a formula that makes nothing of a row without a venture. */
function namesSomebody({ cells }: TableRow, places: Places<RosterColumn>): boolean {
  const of = (column: RosterColumn) => cells[places[column]] ?? blankCell;
  const [number, person, identity] = [of('number'), of('person'), of('identity')];
  const naming = [number, person, identity];
  if (areDraggedFormulas([...naming, of('kind')], naming)) return false;
  const isSigned = identity.text === null && !identity.isFormula && /[:：]/.test(number.text ?? '');
  if (isSigned || cells.some(({ text }) => isTotals(text ?? ''))) return false;
  const isNamed = person.text !== null || identity.text !== null;
  return isNamed || (number.text !== null && (person.isFormula || identity.isFormula));
}

/** Finds a venture of the park by its number, or by a name that no other of them has. */
function numberNamed(ventures: Reading['ventures']): (text: string) => string | WordKey {
  const numbers = new Set(ventures.map(({ number }) => number));
  const byName = new Map<string, string[]>();
  for (const { number, name } of ventures)
    byName.set(nameKey(name), [...(byName.get(nameKey(name)) ?? []), number]);
  return (text) => {
    if (numbers.has(text.toUpperCase())) return text.toUpperCase();
    const [named, ...others] = text === '' ? [] : (byName.get(nameKey(text)) ?? []);
    if (named === undefined) return 'returns.roster.why.venture';
    return others.length > 0 ? 'returns.roster.why.ambiguous' : named;
  };
}

export const isRosterFault = (read: ReadRosters | Fault): read is Fault => !(read instanceof Map);

/** The words of this room begin with their own mark; those of documents are sentences of their own. */
const faultText = (say: Say, row: number, why: WordKey): string =>
  say('returns.roster.row', {
    row: String(row),
    why: why.startsWith('identities.')
      ? say('returns.roster.why.document', { why: say(why) })
      : say(why),
  });

function addPerson(
  found: ReadRosters,
  { cells }: TableRow,
  { places, numberOf }: Place,
  { keys, today }: Pick<Reading, 'keys' | 'today'>,
): WordKey | null {
  const of = (column: RosterColumn) => cells[places[column]] ?? blankCell;
  const read = (['number', 'person', 'identity', 'kind'] as const).map(of);
  if (read.some(({ text }) => isStruckOut(text ?? ''))) return 'returns.roster.why.struck';
  if (read.some(({ isFormula }) => isFormula)) return 'returns.roster.why.formula';
  const number = numberOf(of('number').text ?? '');
  const name = of('person').text ?? '';
  if (isWordKey(number)) return number;
  if (name === '') return 'returns.roster.why.name';
  const identity = of('identity');
  if (!identity.isText && identity.text !== null) return 'returns.roster.why.number';
  const kind = kindNamed(of('kind').text ?? '');
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
