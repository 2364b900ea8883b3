import type { Day } from '../calendar/days.js';
import type { Wording } from '../language/words.js';

/** By what a total can be split in a cross-table. */
export const dimensions = ['region', 'park', 'industry', 'category', 'form', 'month'] as const;
export type Dimension = (typeof dimensions)[number];

/** What each version of a definition says, in this order. */
export const definitionParts = ['counted', 'states', 'founder', 'formula'] as const;
export type DefinitionPart = (typeof definitionParts)[number];

/** One version of what a measure means, in use from a day. Figures are published under it, so its words never change. */
export type DefinitionVersion = { since: Day } & Record<DefinitionPart, Wording>;

/** What the register says of something that is counted. */
export type MeasureDefinition = {
  /** Things and people are counted in ones, money in fen. */
  counts: 'things' | 'people' | 'money';
  /** A stock stands at a day and is the sum of all entries up to it; a flow belongs to a month. */
  kind: 'stock' | 'flow';
  /** What a report of a period shows: the level at its end, or what the period added. */
  inPeriod: 'level' | 'added';
  /** The kinds of record that make its entries. */
  causes: readonly string[];
  /** Whether closing a month binds it: what the returns of the month state, and who was in a park in it. */
  isBound: boolean;
  /** What a row of its list is. */
  records: 'park' | 'venture' | 'waiver';
  /** By what it can be split; empty where a cross-table does not offer it. */
  dimensions: readonly Dimension[];
  /** How the public interface calls it, and whether it is told of regions and parks too. */
  api: { name: string; places: boolean; about: string } | null;
  /** What a total of it rests on and does not have in full: returns of the month, what they say of workers, or market rents. */
  coverage: 'returns' | 'workers' | 'market-rents' | null;
  /** Whether a figure of the programme's report is held against it. */
  isTracked: boolean;
  words: {
    name: Wording;
    /** Of what one month added, where that is called otherwise. */
    inMonth?: Wording;
    unit: Wording;
    meaning: Wording;
    /** As reports call it and say what it means, where that differs. */
    inReports?: Wording;
    meaningInReports?: Wording;
  };
  /** Its versions, the oldest first; empty where it is not published. */
  definitions: readonly DefinitionVersion[];
};

/** Something that is computed from measures of the ledger and makes no entries: their sum or difference. */
export type DerivedDefinition = MeasureDefinition & {
  terms: readonly { of: string; sign: 1 | -1 }[];
};
