import type { Reads } from '../database/database.js';
import type { Sql } from '../database/sql.js';
import type { Voice } from '../language/say.js';
import { sightOf } from '../people/scope.js';
import type { Viewer } from '../people/viewer.js';

/** What can be found: the order in which its groups stand on a page, and the number of each in the index, for ever. */
export const findKinds = {
  venture: 1,
  person: 2,
  case: 3,
  space: 4,
  park: 5,
  policy: 6,
  figure: 7,
  letter: 8,
  waiver: 9,
  'holiday-notice': 10,
  payment: 11,
} as const;
export type FindKind = keyof typeof findKinds;

/** The groups that readers see; papers with a number of their own are one. */
export const findGroups = [
  'ventures',
  'people',
  'cases',
  'spaces',
  'parks',
  'policies',
  'figures',
  'documents',
] as const;
export type FindGroup = (typeof findGroups)[number];

/** By what a record is found: by anyone who sees it, and by those who may read what is private of it. */
export type FindFields = { id: number; open: string[]; closed: string[] };

/** Which records a viewer finds; `few` where these are a handful, as a founder's own. */
export type FindScope = { sql: Sql; few: boolean };

/** Whether what a viewer sees is its own alone: a handful. */
export function seesFew(viewer: Viewer): boolean {
  const sight = sightOf(viewer);
  return typeof sight === 'object' && 'personId' in sight;
}

export type FoundLine = { id: number; href: string; title: string; detail: string };

/** What a room says of its records that can be found: it registers this in `src/findable.ts`. */
export type Findable = {
  kind: FindKind;
  group: FindGroup;
  /** Its records, as a table under an alias, and the column of their ids. */
  from: Sql;
  id: Sql;
  /** Null for who finds none of them. */
  scope(viewer: Viewer): FindScope | null;
  /** The same for what is private, such as a phone number. */
  closedScope?(viewer: Viewer): FindScope | null;
  /** By what each is found; one that is gone, or is not to be found, is left out. */
  fields(reads: Reads, ids: number[]): Promise<FindFields[]>;
  /** Records of other kinds that are found by what these are called. */
  followers?(reads: Reads, ids: number[]): Promise<Partial<Record<FindKind, number[]>>>;
  /** How they are shown, of those that the viewer sees. */
  lines(reads: Reads, viewer: Viewer, ids: number[], voice: Voice): Promise<FoundLine[]>;
  /** The page that lists everything that is found, where there is one. */
  listHref?(viewer: Viewer, q: string): string | null;
};

/** Where the entries of a kind are: what anyone who sees it finds it by, and what is private. */
export const openPlace = (kind: FindKind): number => findKinds[kind] * 2;
export const closedPlace = (kind: FindKind): number => findKinds[kind] * 2 + 1;
