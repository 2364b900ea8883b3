import type { Day, Month } from '../calendar/days.js';
import type { WordKey, WordValues } from '../language/say.js';
import type { NewSpace } from '../parks/add-spaces.js';
import type { LegalForm } from '../standards/register-codes.js';
import type { NewVenture } from '../ventures/log-venture.js';
import type { RentBasis } from '../ventures/rent-basis.js';
import type { VisitKind } from '../visits/kinds.js';
import type { ColumnKey } from './columns.js';

export const outcomes = ['create', 'update', 'unchanged', 'possible', 'rejected'] as const;
export type Outcome = (typeof outcomes)[number];

/** Something that is said of a row: of one of its columns, or of the whole. */
export type Note = { field: ColumnKey | ''; key: WordKey; values?: WordValues };

/** A space that the park lacks and that the list makes: by the first row that names it, for all that do. */
export type PlannedSpace = {
  /** The name as names are compared. */
  key: string;
  /** The row that makes it. */
  row: number;
  input: NewSpace;
};
/** A lease that is to be made: fen a month, hundredths of a m². */
export type PlannedLease = {
  /** 0 for a space that is not there yet. */
  spaceId: number;
  /** The space, where the list makes it; left out of one that is there. */
  space?: PlannedSpace;
  beganOn: Day;
  termEndOn: Day;
  rent: number;
  area: number;
  basis: RentBasis;
};
/** A visit that is to be logged. */
export type PlannedVisit = {
  kind: VisitKind;
  madeOn: Day;
  madeBy: string;
  note: string;
  followUpOn: Day | null;
};
/** What both kinds of act do beside the profile. A plan of an earlier edition of this program says nothing of a visit. */
type Placing = {
  lease: PlannedLease | null;
  headcount: number | null;
  visit?: PlannedVisit | null;
};
export type CreateAct = Placing & { kind: 'create'; venture: NewVenture; settledOn: Day | null };

/** What of a venture on record a list changes. */
export type ProfileChanges = {
  name?: string;
  legalForm?: LegalForm;
  creditCode?: string;
  phone?: string;
  registeredOn?: Day;
};
export type UpdateAct = Placing & {
  kind: 'update';
  ventureId: number;
  version: number;
  changes: ProfileChanges;
  person: { personId: number; version: number; name: string; phone: string } | null;
  /** Of the return that was set aside, where the headcount takes its place. */
  asideVersion: number | null;
};

/** A record that a row may be: of the register, or an earlier row of the same list. */
export type DoubleOption = {
  /** Null for one of another park that is not seen, and for a row of the list. */
  number: string | null;
  name: string;
  row: number | null;
};

export type Planned = {
  row: number;
  name: string;
  outcome: Outcome;
  why: Note[];
  /** The number of the venture on record that the row is of. */
  number: string | null;
  doubles: DoubleOption[];
  /** Whom its founders may be, by numbers, and by rows of the list. */
  people?: string[];
  /** What is to be chosen of a row that is possible. */
  asks: 'double' | 'form' | null;
  act: CreateAct | UpdateAct | null;
  /** The first closed month that it moves: it waits for the bureau to agree to a backlog. */
  backlogFrom?: Month;
  /** It was run, and is no longer to do. */
  isDone?: true;
};

/** Whether a row is still to be run. */
export const isToDo = ({ act, isDone, backlogFrom }: Planned): boolean =>
  act !== null && !isDone && backlogFrom === undefined;

/** The space that a row makes, where it is the one that does. */
export const spaceMadeBy = ({ row, act }: Planned): PlannedSpace | null => {
  const space = act?.lease?.space;
  return space?.row === row ? space : null;
};

/** How many spaces the rows make. */
export const spacesMade = (rows: readonly Planned[]): number =>
  rows.filter((row) => spaceMadeBy(row) !== null).length;

/** Whether a row waits for a backlog to be agreed to. */
export const isBacklog = ({ isDone, backlogFrom }: Planned): boolean =>
  backlogFrom !== undefined && !isDone;

/** The first closed months of the rows that wait for a backlog, the earliest first. */
export const backlogMonths = (rows: readonly Planned[]): Month[] =>
  [...new Set(rows.filter(isBacklog).flatMap(({ backlogFrom }) => backlogFrom ?? []))].sort();

/** What somebody decided on a row that was asked about. */
export type Choice =
  // Who was shown beside the row, where the founders were asked about too.
  | { kind: 'another'; reason: string; people?: string[] }
  | { kind: 'same'; number: string }
  | { kind: 'form'; form: LegalForm };
/** By the number of the row. */
export type Choices = Record<string, Choice[]>;

export const countOf = (rows: readonly Planned[], outcome: Outcome): number =>
  rows.filter((row) => row.outcome === outcome).length;
