import type { Day } from '../calendar/days.js';
import type { Sql } from '../database/sql.js';
import { isAdded, isListed, isMoney, type Listed, listed } from '../ledger/measures.js';
import { type ResidencyMeasure, residencyMeasures, residencyRecords } from './residency-records.js';
import { type SpaceMeasure, spaceMeasures, spaceRecords } from './space-records.js';
import {
  type ReachMeasure,
  reachMeasures,
  reachRecords,
  type ServiceMeasure,
  serviceMeasures,
  serviceRecords,
} from './visit-records.js';
import { type WaiverMeasure, waiverMeasures, waiverRecords } from './waiver-records.js';

/** What a report counts from records, as it makes no entries of the ledger. */
export type OfRecords =
  | ResidencyMeasure
  | SpaceMeasure
  | WaiverMeasure
  | ServiceMeasure
  | ReachMeasure;
/** Everything that a report counts: what the ledger sums, and what records say of a period. */
export type Counted = Listed | OfRecords;

/** Some parks in some days, and what else records are asked by. */
export type Asked = {
  parkIds: number[];
  from: Day;
  asOf: Day;
  position?: number | undefined;
  stayMonths: number;
};

/** What is known by records alone, which say how things stand now: of an earlier position of the ledger they know nothing. */
export const recordKinds = ['residency', 'space', 'service', 'evidence', 'category'] as const;
export type RecordKind = (typeof recordKinds)[number];

type RecordMeasure = {
  /** Whether a number is of the period rather than of its last day. */
  ofPeriod: boolean;
  /** Of which records it is; null where it is put together from the ledger's entries, as of any position. */
  of: RecordKind | null;
  /** Whether its records have a list among those of reports; services are the list of visits. */
  isListed: boolean;
  records: (asked: Asked) => Sql;
};

const each = <K extends string>(
  names: readonly K[],
  of: (name: K) => RecordMeasure,
): [K, RecordMeasure][] => names.map((name) => [name, of(name)]);

const waiverRecordsOf: Partial<Record<WaiverMeasure, RecordKind>> = {
  'relieved-jobs-proved': 'evidence',
  'waived-cohort': 'residency',
  'waived-survived': 'residency',
};

/** The register of them, by family. */
const ofRecords = new Map<string, RecordMeasure>([
  ...each(residencyMeasures, (name) => ({
    ofPeriod: true,
    of: 'residency',
    isListed: true,
    records: (asked) => residencyRecords(name, asked),
  })),
  ...each(spaceMeasures, (name) => ({
    ofPeriod: false,
    of: 'space',
    isListed: true,
    records: (asked) => spaceRecords(name, asked),
  })),
  ...each(waiverMeasures, (name) => ({
    ofPeriod: !name.startsWith('relieved-jobs'),
    of: waiverRecordsOf[name] ?? null,
    isListed: true,
    records: (asked) => waiverRecords(name, asked),
  })),
  ...each(reachMeasures, (name) => ({
    ofPeriod: true,
    of: 'service',
    isListed: true,
    records: (asked) => reachRecords(name, asked),
  })),
  ...each(serviceMeasures, (name) => ({
    ofPeriod: true,
    of: 'service',
    isListed: false,
    records: (asked) => serviceRecords(name, asked),
  })),
]);

/** How the records of something that is no total of the ledger are found; undefined for one that is. */
export const recordMeasure = (measure: Counted): RecordMeasure | undefined =>
  ofRecords.get(measure);

/** The records that a number is of, where it is not of the ledger. */
export const recordKindOf = (measure: Counted): RecordKind | null =>
  ofRecords.get(measure)?.of ?? null;

export type Listable = Exclude<Counted, ServiceMeasure>;
/** What has records of its own in a list. */
export const countedMeasures = [
  ...listed,
  ...[...ofRecords].flatMap(([name, { isListed: hasList }]) => (hasList ? [name] : [])),
] as [Listable, ...Listable[]];

/** Whether a number is of the period rather than of its last day. */
export const isOfPeriod = (measure: Counted): boolean =>
  isListed(measure) ? isAdded(measure) : (ofRecords.get(measure)?.ofPeriod ?? false);

/** How a column of it is written. */
export const columnKind = (measure: Counted): 'money' | 'number' =>
  isMoney(measure) ? 'money' : 'number';
