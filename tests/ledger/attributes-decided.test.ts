import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';

/**
 * What becomes of earlier days when a column is changed in place. Whoever adds a column or a table decides it here: an
 * attribute that a total, a report, a chart, a filter or a standard reads has days, and its changes go through the guard of
 * closed months (`src/ledger/dated-attributes.ts`).
 */
const fixed = 'is set once, and no verb changes it';
const entries = 'every change makes entries of the ledger, which are refused in a closed month';
const label = 'names or describes the record in lists; nothing groups, filters or counts by it';
const day = 'is a day; tests/ledger/dated-attributes.test.ts decides it';
const ofNow = 'says who may see or who keeps the record now, and is read as of now on purpose';
const withDays = (table: string) => `dated: ${table}`;

const columns: Record<string, Record<string, string>> = {
  Region: {
    code: fixed,
    nameZh: fixed,
    nameEn: fixed,
    kind: fixed,
    sequence: fixed,
    parentCode: fixed,
  },
  Park: {
    number: fixed,
    nameZh: withDays('EarlierPark'),
    nameEn: withDays('EarlierPark'),
    regionCode: withDays('ParkRegion'),
    islandZh: withDays('EarlierPark'),
    islandEn: withDays('EarlierPark'),
    villageZh: withDays('EarlierPark'),
    villageEn: withDays('EarlierPark'),
    operatorName: withDays('EarlierPark'),
    mapX: withDays('EarlierPark'),
    mapY: withDays('EarlierPark'),
    openedOn: day,
    closedOn: day,
    phone: 'is how to reach the park now',
    aboutZh: label,
    aboutEn: label,
    mergedIntoId: 'is the structure of now, which is asked for by name beside that of then',
  },
  Space: {
    parkId: withDays('SpacePark'),
    number: fixed,
    name: withDays('EarlierSpace'),
    kind: withDays('EarlierSpace'),
    village: withDays('EarlierSpace'),
    island: withDays('EarlierSpace'),
    address: withDays('EarlierSpace'),
    area: withDays('EarlierSpace'),
    owner: withDays('EarlierSpace'),
    mapX: fixed,
    mapY: fixed,
    openedOn: day,
    closedOn: day,
    directions: label,
  },
  SpaceValuation: {
    spaceId: fixed,
    fromOn: day,
    fen: 'is only added, from a day on',
    source: label,
  },
  Venture: {
    number: fixed,
    name: label,
    searchText: 'follows from the names',
    nameKey: 'follows from the name',
    soundKey: 'follows from the name',
    legalForm: withDays('EarlierProfile'),
    creditCode: label,
    creditCodeNote: label,
    industry: withDays('EarlierProfile'),
    trade: withDays('EarlierProfile'),
    registeredOn: day,
    phone: 'is how to reach the venture now',
    about: label,
    isNamed: 'is a consent: a page of an earlier day must not name who has taken it back',
    loggedParkId: ofNow,
  },
  Person: {
    number: fixed,
    name: label,
    namePinyin: 'follows from the name',
    phone: 'is how to reach the person now',
    graduatedOn: day,
  },
  PersonRole: { personId: fixed, ventureId: fixed, role: fixed, beganOn: day, endedOn: day },
  PersonCategory: { personId: fixed, category: fixed, beganOn: day, endedOn: day, proof: label },
  Residency: {
    ventureId: fixed,
    parkId: entries,
    beganOn: day,
    endedOn: day,
    endReason: 'is written with the end alone, which makes entries',
    endNote: label,
  },
  QuitNotice: {
    tenancyId: fixed,
    givenBy: fixed,
    givenOn: fixed,
    endsOn: fixed,
    note: label,
  },
  LeasePaper: { tenancyId: fixed, proofFileId: fixed },
  Photo: {
    spaceId: fixed,
    visitId: fixed,
    position: label,
    caption: label,
    width: fixed,
    height: fixed,
    sentSha256: fixed,
    fileId: fixed,
    thumbnailId: fixed,
  },
  RentStep: { tenancyId: fixed, fromOn: entries, fen: entries },
  Tenancy: {
    ventureId: fixed,
    spaceId: fixed,
    beganOn: day,
    termEndOn: day,
    endedOn: day,
    rent: entries,
    area: entries,
    rentBasis: 'is read by the parity audit alone, which is of now',
    policyVersionId: 'is read by the parity audit alone, which is of now',
    clause: label,
    heldOverTo: day,
    contractNumber: label,
    rentFreeTo: entries,
    deposit: 'is in no total: it goes back to the venture',
  },
  Visit: {
    parkId: fixed,
    kind: 'is corrected through the guard, as its day',
    madeOn: day,
    madeBy: label,
    note: label,
    followUpOn: day,
    cancelReason: label,
  },
  Policy: { code: fixed },
  PolicyVersion: {
    policyId: fixed,
    number: fixed,
    rules: 'never change once they are in force; a draft counts nowhere',
    revision: 'is of a draft, which counts nowhere',
    beganOn: day,
    endedOn: day,
    endKind: fixed,
    endReason: fixed,
  },
  PolicyEnding: {
    versionId: fixed,
    kind: fixed,
    endedOn: 'counts nowhere until it is decided, and is then the version’s own',
    reason: fixed,
    outcome: 'is what became of it',
  },
  Threshold: { key: fixed, value: withDays('EarlierThreshold'), changedBy: 'is who did it' },
  Setting: {
    key: fixed,
    value:
      'holds the rules of returns; their due day is kept for closed months, and the others are of filing alone',
  },
  Account: {
    username: fixed,
    name: label,
    role: ofNow,
    passwordHash: ofNow,
    regionCode: ofNow,
    personId: ofNow,
    isActive: ofNow,
    phone: ofNow,
  },
  AccountPark: { accountId: ofNow, parkId: ofNow },
};

/** Tables as a whole, and why none of their columns is such an attribute. */
const added = 'is only ever added to';
const earlier = 'is the days of an attribute; only ever added to';
const returns = 'is of a month: the verbs that file it go through the guard';
const cases = 'is of a case; what a grant counts is in WaiverMonth, which is only added to';
const beside = 'is beside the register: no total, report or file of an earlier day reads it';
const merged = 'is a joining of two records, which moves entries through the guard';
const tables: Record<string, string> = {
  EarlierPark: earlier,
  EarlierSpace: earlier,
  EarlierProfile: earlier,
  EarlierThreshold: earlier,
  SpacePark: earlier,
  ParkRegion: earlier,
  PersonMerge: merged,
  VentureMerge: merged,
  VentureVoid: merged,
  PersonPair: beside,
  VenturePair: beside,
  VisitVenture: 'is corrected with its visit, through the guard',
  JobsReturn: returns,
  MonthlyReturn: returns,
  Roster: returns,
  RosterPerson: returns,
  ReturnProof: returns,
  ReturnCell: 'is a draft, which counts nowhere',
  FounderReport: 'counts nowhere until the park takes it over',
  ClosedMonth: 'is the guard itself',
  ClosingRequest: 'is the guard itself',
  Reopening: 'is the guard itself',
  LedgerEntry: added,
  LedgerHead: added,
  LedgerBalance: 'is a sum of entries',
  ReportedFigure: 'is printed, and never changes',
  PublishedFigure: 'is published, and never changes',
  FigureEdition: 'is published, and never changes',
  HistoryEvent: added,
  HolidayNotice: 'is of clocks of cases; a correction is a new edition',
  HolidayDay: added,
  Waiver: cases,
  WaiverMonth: added,
  WaiverApplication: cases,
  WaiverEdition: cases,
  WaiverStep: cases,
  WaiverProof: cases,
  WaiverComment: cases,
  WaiverBatch: cases,
  Objection: cases,
  Letter: 'is kept as it was sent',
  RemedyAuthority: added,
  IssuingOffice: added,
  ExportRecord: 'is kept as it was written',
  ReportPaper: 'is kept as it was handed in',
  PayeeAccount: 'is as the bank has it; a change is a row of its own',
  SubsidyClaim: cases,
  SubsidyClaimMonth: cases,
  SubsidyStep: added,
  SubsidyReceipt: cases,
  PaymentBatch: cases,
  PaymentLine: 'is of the day that the bank says; what came back is taken off on its own day',
  PaymentAnswer: added,
  SubsidyRepayment: added,
};
const besides = `Consent Identity Certificate ProofFile AccountRequest OutboxMessage PhoneCode Session KnownDevice LastSignIn SignInTally
  AcceptedForm ReportJob ReportSchedule CrossTable ListView ParityRun PrereviewRun PrereviewFinding SearchEntry SearchStale
  ImportBatch ImportedRow ImportHeading PolicySample ObjectionDraft`;
for (const table of besides.split(/\s+/)) tables[table] = beside;

/** Who made or changed a row and when, and how often, is no attribute of what it is of. */
const isOfTheRow = (name: string): boolean => /^(id|version)$|(At|ById)$/.test(name);
const scalars = /^ {2}(\w+) +(?:String|Int|BigInt|Boolean|DateTime|Json|Bytes)\??/gm;

async function schema(): Promise<Map<string, string[]>> {
  const file = path.resolve(import.meta.dirname, '../../prisma/schema.prisma');
  const models = (await readFile(file, 'utf8')).matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm);
  return new Map(
    [...models].map(([, table = '', body = '']) => [
      table,
      [...body.matchAll(scalars)].map(([, name = '']) => name).filter((name) => !isOfTheRow(name)),
    ]),
  );
}

it('of every table and column it is decided what becomes of earlier days when it changes', async () => {
  const found = await schema();
  const decided = [...Object.keys(columns), ...Object.keys(tables)].sort();
  expect([...found.keys()].sort()).toEqual(decided);
  for (const [table, list] of Object.entries(columns))
    expect([table, found.get(table)?.toSorted()]).toEqual([table, Object.keys(list).sort()]);
});

it('what has days stands in the table of its days', async () => {
  const found = await schema();
  const dated = Object.values(columns).flatMap((list) =>
    Object.entries(list).filter(([, why]) => why.startsWith('dated: ')),
  );
  expect(dated.length).toBeGreaterThan(15);
  for (const [column, why] of dated)
    expect([column, found.get(why.slice('dated: '.length))]).toEqual([
      column,
      expect.arrayContaining([column]),
    ]);
});
