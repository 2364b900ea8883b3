import type { Dimension, MeasureDefinition } from './measure-definition.js';
import { jobs } from './measures/jobs.js';
import { owed } from './measures/owed.js';
import { parks } from './measures/parks.js';
import { rentForgone } from './measures/rent-forgone.js';
import { rentFree } from './measures/rent-free.js';
import { rentRelief } from './measures/rent-relief.js';
import { returns } from './measures/returns.js';
import { subsidyClaimed, subsidyGranted, subsidyPaid } from './measures/subsidies.js';
import { ventures } from './measures/ventures.js';
import { waivedRent } from './measures/waived-rent.js';
import {
  type WorkerKind,
  workerKinds,
  workersGraduates,
  workersHardship,
  workersLocal,
  workersOf,
  workersOthers,
  workersReturned,
} from './measures/workers.js';

/** What the ledger sums: each makes entries of its own. Pages show them in this order. */
export const measures = {
  parks,
  ventures,
  jobs,
  'workers-graduates': workersGraduates,
  'workers-hardship': workersHardship,
  'workers-returned': workersReturned,
  'workers-local': workersLocal,
  'workers-others': workersOthers,
  returns,
  'rent-free': rentFree,
  'rent-forgone': rentForgone,
  'waived-rent': waivedRent,
  'subsidy-granted': subsidyGranted,
  'subsidy-claimed': subsidyClaimed,
  'subsidy-paid': subsidyPaid,
} as const;
export type Measure = keyof typeof measures;

/** What is the sum or difference of measures, and makes no entries. */
export const derived = { owed, 'rent-relief': rentRelief } as const;
export type Derived = keyof typeof derived;

/** All that is counted from the ledger: the one register that pages, files, reports and the public interface read. */
export type Listed = Measure | Derived;
/** The definitions with their own literal types. */
export type Registered = (typeof measures)[Measure] | (typeof derived)[Derived];
const register: Record<Listed, MeasureDefinition> = { ...measures, ...derived };
export const listed = Object.keys(register) as [Listed, ...Listed[]];
export const definitionOfMeasure = (measure: Listed): MeasureDefinition => register[measure];

export const isMeasure = (text: string): text is Measure => Object.hasOwn(measures, text);
export const isListed = (text: string): text is Listed => Object.hasOwn(register, text);
const isDerived = (measure: Listed): measure is Derived => Object.hasOwn(derived, measure);

/** The measures that something listed is made of, each with its sign; a measure of the ledger is its own. */
export const termsOf = (measure: Listed): readonly { of: Measure; sign: 1 | -1 }[] =>
  isDerived(measure) ? derived[measure].terms : [{ of: measure, sign: 1 }];

/** Whether entries add up to it: not where it is a difference. */
export const isSumOfEntries = (measure: Listed): boolean =>
  termsOf(measure).every(({ sign }) => sign === 1);

/** Whether it is money, in fen. */
export const isMoney = (measure: string): boolean =>
  isListed(measure) && register[measure].counts === 'money';
/** Whether closing a month binds the measure. */
export const isBound = (measure: Listed): boolean => register[measure].isBound;
/** Whether a number belongs to a month rather than to a day. */
export const isOfMonth = (measure: Listed): boolean => register[measure].kind === 'flow';
/** Whether a report of a period shows what the period added, rather than the level at its end. */
export const isAdded = (measure: Listed): boolean => register[measure].inPeriod === 'added';
/** Whether a stock is also asked for by month: what adds up over the months. */
export const canBeOfMonth = (measure: Listed): boolean => !isOfMonth(measure) && isAdded(measure);
/** What a row of its list is. */
export const recordsOf = (measure: Listed): MeasureDefinition['records'] =>
  register[measure].records;

/** What travels with a total of it. */
export const coverageKind = (measure: Listed): MeasureDefinition['coverage'] =>
  register[measure].coverage;

/** Whether it rests on the returns of a month. */
export const restsOnReturns = (measure: Listed): boolean =>
  ['returns', 'workers'].includes(register[measure].coverage ?? '');
/** Of which kind of worker it counts the people; undefined for everything else. */
export const workerKindOf = (measure: Listed): WorkerKind | undefined =>
  workerKinds.find((kind) => workersOf(kind) === measure);

/** What a cross-table offers, and by what it is split. */
export const crossed = listed.filter((measure) => register[measure].dimensions.length > 0) as [
  Listed,
  ...Listed[],
];
export const canSplit = (measure: Listed, dimension: Dimension): boolean =>
  register[measure].dimensions.includes(dimension);

/** What has a level at every month's end, and so a trend. */
export const stocks = listed.filter((measure) => !isOfMonth(measure)) as [Listed, ...Listed[]];

/** Which parks a total is over. A region holds its functional zones. */
export type Scope =
  | { kind: 'network' }
  | { kind: 'region'; code: string }
  | { kind: 'park'; id: number };

/** The kinds of record that make entries. */
export type CauseKind = (typeof measures)[Measure]['causes'][number];

/** What one record adds to a total, at a day, in a park. */
export type Line = {
  effectiveOn: string;
  measure: Measure;
  parkId: number;
  ventureId: number | null;
  amount: number;
  causeKind: CauseKind;
  causeId: number;
};
