import { createHash } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import type { Month } from '../calendar/days.js';
import type { Reads } from '../database/database.js';
import { keysOfName, type NameKeys } from '../ventures/name-likeness.js';
import { findSpace } from './find-space.js';
import { likeFounders } from './like-founders.js';
import { ListIndex } from './list-index.js';
import { matchRow } from './match-row.js';
import { type CellFault, type ParsedRow, parseRow } from './parse-row.js';
import { type Ground, planCreate } from './plan-create.js';
import { storedOf } from './plan-space.js';
import { changesRecord, isChange, planUpdate } from './plan-update.js';
import type { Choice, Choices, CreateAct, Note, Planned, UpdateAct } from './planned.js';
import {
  type Asked,
  type Asking,
  type Facts,
  factsOf,
  type StoredSpace,
  storedMadeSpaces,
} from './register-facts.js';
import type { SourceRow } from './source-rows.js';

/** Rows that are read, looked up and run together. */
export const rowsAPiece = 200;

export type Piece = { rows: Planned[]; asked: Asked; mark: string };
type Read = { source: SourceRow; parsed: ParsedRow | null; faults: CellFault[]; keys: NameKeys };

/**
 * Says of each row what would become of it, from what it says, from the rows before it and from what is on record.
 * Nothing is written. The mark of a piece is of all that was read of the register for its rows.
 */
export async function classify(
  reads: Reads,
  source: readonly SourceRow[],
  { choices, ground, asking }: { choices: Choices; ground: Ground; asking: Asking },
): Promise<Piece[]> {
  const index = new ListIndex();
  const own = await storedMadeSpaces(reads, asking.batchId);
  const pieces: Piece[] = [];
  for (let start = 0; start < source.length; start += rowsAPiece) {
    const read = source.slice(start, start + rowsAPiece).map(readRow);
    const asked = askedBy(read);
    const facts = await factsOf(reads, asked, asking);
    const rows = read.map((row) =>
      planned(row, { ground, facts, own, index, choices: choices[row.source.row] ?? [] }),
    );
    pieces.push({ rows, asked, mark: markOf(facts) });
    // The site answers others between two pieces.
    await pause();
  }
  return pieces;
}

/** A mark of what is on record: another where anything of it has changed. */
export const markOf = (facts: Facts): string => hashOf(facts);

export const hashOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

export function readRow(source: SourceRow): Read {
  const read = parseRow(source);
  const name = typeof source.texts.name === 'string' ? source.texts.name : '';
  if ('faults' in read)
    return { source, parsed: null, faults: read.faults, keys: { nameKey: name, soundKey: '' } };
  return { source, parsed: read.parsed, faults: [], keys: keysOfName(read.parsed.name) };
}

export function askedBy(read: Read[]): Asked {
  const rows = read.flatMap(({ parsed }) => parsed ?? []);
  const keys = read.filter(({ parsed }) => parsed !== null).map(({ keys }) => keys);
  const unique = (values: (string | null | undefined)[]): string[] =>
    [...new Set(values.filter((value) => value != null && value !== ''))] as string[];
  return {
    numbers: unique(rows.map(({ number }) => number)),
    codes: unique(rows.map(({ code }) => code)),
    nameKeys: unique(keys.map(({ nameKey }) => nameKey)),
    soundKeys: unique(keys.map(({ soundKey }) => soundKey)),
    phones: unique(rows.map(({ phone }) => phone)),
    spaces: unique(rows.map(({ lease }) => lease?.space.number)),
    spaceNames: unique(rows.map(({ lease }) => lease?.space.key)),
    founders: unique(rows.flatMap(({ founders }) => founders)),
    visitDays: unique(rows.map(({ visit }) => visit?.madeOn)),
  };
}

type Around = {
  ground: Ground;
  facts: Facts;
  /** The spaces that what was run of the list made. */
  own: readonly StoredSpace[];
  index: ListIndex;
  choices: readonly Choice[];
};

function planned({ source, parsed, faults, keys }: Read, around: Around): Planned {
  const { row, texts } = source;
  const base: Planned = {
    row,
    name: parsed?.name ?? (typeof texts.name === 'string' ? texts.name : ''),
    outcome: 'rejected',
    why: faults,
    number: null,
    doubles: [],
    asks: null,
    act: null,
  };
  if (parsed === null) return base;
  return plannedRow(base, withForm(parsed, around.choices), keys, around);
}

/** The legal form that somebody chose for a row whose own nobody knows. */
function withForm(parsed: ParsedRow, choices: readonly Choice[]): ParsedRow {
  const choice = choices.find(({ kind }) => kind === 'form');
  return parsed.form === null && choice?.kind === 'form'
    ? Object.assign({}, parsed, { form: choice.form })
    : parsed;
}

function plannedRow(base: Planned, row: ParsedRow, keys: NameKeys, around: Around): Planned {
  const { ground, facts, own, index, choices } = around;
  const candidates = facts.ventures;
  const match = matchRow(row, keys, { parkId: ground.park.id, candidates, index, choices });
  const refuse = (why: Note[]): Planned => Object.assign(base, { why });
  if ('refused' in match) return refuse([match.refused]);
  const context = { ground, spaces: [...facts.spaces, ...own], index };
  const possible = 'doubles' in match;
  if (!possible && match.venture) {
    const { venture } = match;
    const earlier = index.rowWithVenture(venture.id);
    const { number } = venture;
    const again: Note = {
      field: '',
      key: 'imports.why.same-as-row',
      values: { row: String(earlier), number },
    };
    // A venture has a row, and visits to it have as many as there were.
    if (earlier !== null && row.visit === null) return refuse([again]);
    const plan = planUpdate(row, venture, context);
    base.number = number;
    if ('refused' in plan) return refuse(plan.refused);
    if (earlier !== null && changesRecord(plan.act)) return refuse([again]);
    taken(row, keys, context, venture.id);
    const { act, notes: why, backlogFrom } = withMaker(plan, row, context);
    if (!isChange(act)) return Object.assign(base, { outcome: 'unchanged', why });
    return Object.assign(base, { outcome: 'update', why, act }, backlogFrom && { backlogFrom });
  }
  const plan = planCreate(row, possible ? null : match.another, context);
  const said = choices.find((choice) => choice.kind === 'another');
  if ('refused' in plan) return refuse(plan.refused);
  const founders = likeFounders(row, { people: facts.people, index, choices });
  taken(row, keys, context, null);
  // Whether it is another venture, and its founders other people, is asked at once.
  if (possible || founders.why.length > 0)
    return Object.assign(base, {
      outcome: 'possible',
      why: [...(possible ? match.why : []), ...founders.why],
      doubles: possible ? match.doubles : [],
      asks: 'double',
      people: founders.known,
    });
  if (row.form === null) {
    const said = {
      field: 'form',
      key: 'imports.why.form',
      values: { form: row.saidForm },
    } as const;
    const why: Note[] = [
      row.saidForm === '' ? { field: 'form', key: 'imports.why.no-form' } : said,
    ];
    return Object.assign(base, { outcome: 'possible', why, asks: 'form' });
  }
  const { notes: why, act, backlogFrom } = withMaker(plan, row, context);
  if (founders.known.length > 0) act.venture.anotherPerson = said?.reason ?? null;
  return Object.assign(base, { outcome: 'create', why, act }, backlogFrom && { backlogFrom });
}

type Context = { ground: Ground; spaces: readonly StoredSpace[]; index: ListIndex };

/** A row that is not rejected stands in the way of later ones like it. */
function taken(row: ParsedRow, keys: NameKeys, context: Context, ventureId: number | null): void {
  const { ground, spaces, index } = context;
  index.add(row, keys);
  if (row.lease !== null) {
    const { space: stated, from } = row.lease;
    const day = from ?? row.settledOn ?? ground.today;
    const found = findSpace(stated, day, { parkId: ground.park.id, spaces, index });
    const number = 'refused' in found ? undefined : found.space?.number;
    index.letSpace(number ?? stated.shown, row.row);
  }
  if (ventureId !== null) index.changeVenture(ventureId, row.row);
}

type Ready<Act> = { act: Act; notes: Note[]; backlogFrom?: Month };

/** A space that the row makes is there for later rows. One that takes such a space waits for a backlog where its row does. */
function withMaker<Act extends CreateAct | UpdateAct>(
  plan: Ready<Act>,
  { row }: ParsedRow,
  { ground, index }: Context,
): Ready<Act> {
  const space = plan.act.lease?.space;
  if (!space) return plan;
  const { backlogFrom } = plan;
  if (space.row === row) {
    index.makeSpace({ planned: space, stored: storedOf(space, ground.park.id), backlogFrom });
    return plan;
  }
  const awaited = index.spaceToMake(space.key)?.backlogFrom;
  if (awaited === undefined) return plan;
  const values = { month: awaited, row: String(space.row) };
  plan.notes.unshift({ field: 'space', key: 'imports.note.backlog-space', values });
  const [first] = [awaited, backlogFrom ?? awaited].sort();
  return Object.assign(plan, { backlogFrom: first });
}
