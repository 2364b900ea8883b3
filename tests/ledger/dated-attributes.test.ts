import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Tx, transact } from '../../src/database/database.js';
import { markClosed } from '../../src/ledger/closed-months.js';
import { datedAttributes } from '../../src/ledger/dated-attributes.js';
import type { Since } from '../../src/ledger/since.js';
import { addSpace } from '../../src/parks/add-spaces.js';
import { editPark, type ParkChanges } from '../../src/parks/edit-park.js';
import { editSpace, type SpaceChanges } from '../../src/parks/edit-space.js';
import { moveSpaces } from '../../src/parks/move-spaces.js';
import { changeParkRegion } from '../../src/parks/park-structure.js';
import { firstThresholds } from '../../src/parks/thresholds.js';
import { valueSpace } from '../../src/parks/value-space.js';
import { setThresholds } from '../../src/reports/set-thresholds.js';
import { figuresAtStake } from '../../src/returns/figures-at-stake.js';
import { agreeReopening, askReopening } from '../../src/returns/reopen-month.js';
import { addRole } from '../../src/ventures/add-role.js';
import { editVenture } from '../../src/ventures/edit-venture.js';
import { endRole } from '../../src/ventures/end-role.js';
import { endTenancy } from '../../src/ventures/end-tenancy.js';
import { letSpace } from '../../src/ventures/let-spaces.js';
import { logVenture } from '../../src/ventures/log-venture.js';
import { cancelVisit } from '../../src/visits/cancel-visit.js';
import { correctVisit } from '../../src/visits/correct-visit.js';
import { logVisit } from '../../src/visits/log-visit.js';
import { someFigure } from '../figures/publishing-cast.js';
import { aSpace } from '../parks/cast.js';
import { type Cast, startReturns } from '../returns/cast.js';
import { someVenture } from './network.js';

const month = '2024-06';
const day = '2024-06-15';
let app: Cast;
let roleId = 0;
let visitId = 0;

const veteran = {
  name: '林舟',
  phone: '13700000001',
  graduatedOn: null,
  categories: [{ category: 'veteran', beganOn: '2020-01-01', proof: '' }],
} as const;
const founder = { name: veteran.name, phone: veteran.phone, graduatedOn: null };
const visit = {
  kind: 'call',
  madeOn: day,
  ventureIds: [1],
  madeBy: '某人',
  note: '',
  followUpOn: null,
} as const;
const facts = (changes: object = {}) => ({ ...visit, ventureIds: [1], ...changes });
const by = () => app.by('bureau');

/** June 2024 is closed; before, 海风民宿 got a second founder, who is a veteran, and a call on the 15th. */
beforeAll(async () => {
  app = await startReturns();
  await transact(app.db, async (tx) => {
    const person = { ...veteran, categories: [...veteran.categories] };
    roleId = await addRole(tx, by(), {
      ventureId: 1,
      person,
      role: 'founder',
      beganOn: '2024-03-01',
    });
    visitId = await logVisit(tx, by(), { parkId: 1, ...facts() });
    await markClosed(tx, by(), { month, reason: '' });
  });
});
afterAll(() => app.close());

type Act = (tx: Tx) => Promise<unknown>;
/** A change of a space that is let. */
function spaceChange(changes: Partial<SpaceChanges>, since: Since): Act {
  return async (tx) => {
    const { spaceId } = await tx.tenancy.findFirstOrThrow();
    const space = await tx.space.findUniqueOrThrow({ where: { id: spaceId } });
    const { name, kind, village, island, address, area, owner } = space;
    const before = { name, kind, village, island, address, area, owner } as SpaceChanges;
    await editSpace(tx, by(), spaceId, space.version, Object.assign(before, changes, { since }));
  };
}
/** A change of the first park. */
function parkChange(changes: Partial<ParkChanges>, since: Since): Act {
  return async (tx) => {
    const {
      id,
      version,
      number: _,
      regionCode: __,
      openedOn: ___,
      ...park
    } = await tx.park.findFirstOrThrow();
    const { closedOn: ____, mergedIntoId: _____, ...before } = park;
    await editPark(tx, by(), id, version, Object.assign(before, changes, { since }));
  };
}
/** Of each table the verbs that write its days, as they would write one in June. */
const acts: Record<keyof typeof datedAttributes, Record<string, Act>> = {
  ParkRegion: {
    beganOn: (tx) =>
      changeParkRegion(tx, by(), { parkId: 1, regionCode: '330902', beganOn: day, reason: '调整' }),
  },
  Space: { openedOn: (tx) => addSpace(tx, by(), 1, aSpace({ openedOn: day })) },
  SpacePark: {
    beganOn: (tx) => moveSpaces(tx, by(), { parkId: 1, intoId: 2, mergedOn: day }),
  },
  SpaceValuation: {
    fromOn: (tx) => valueSpace(tx, by(), { spaceId: 3, fromOn: day, fen: 100, source: '评估' }),
  },
  Tenancy: {
    beganOn: (tx) =>
      letSpace(tx, by(), {
        ventureId: 2,
        spaceId: 3,
        beganOn: day,
        termEndOn: '2026-01-01',
        rent: 900_000,
        area: 100,
      }),
    endedOn: async (tx) => endTenancy(tx, by(), (await tx.tenancy.findFirstOrThrow()).id, day),
  },
  PersonRole: {
    beganOn: (tx) => {
      const person = { ...veteran, phone: '13700000002', categories: [...veteran.categories] };
      return addRole(tx, by(), { ventureId: 2, person, role: 'founder', beganOn: day });
    },
    endedOn: (tx) => endRole(tx, by(), roleId, day),
  },
  PersonCategory: {
    beganOn: (tx) => {
      const returnee = {
        ...founder,
        categories: [{ category: 'returnee', beganOn: day, proof: '' }],
      };
      return logVenture(tx, by(), { ...someVenture(1), founders: [returnee as never] });
    },
  },
  Visit: {
    madeOn: (tx) => logVisit(tx, by(), { parkId: 1, ...facts() }),
    'madeOn, corrected': (tx) =>
      correctVisit(tx, by(), visitId, { version: 1, reason: '更正', ...facts({ kind: 'visit' }) }),
    'madeOn, cancelled': (tx) => cancelVisit(tx, by(), visitId, { version: 1, reason: '登记错误' }),
  },
  EarlierProfile: {
    changedOn: (tx) => profile({ kind: 'from', day })(tx),
  },
  EarlierSpace: {
    'changedOn, area': spaceChange({ area: 9_000 }, { kind: 'from', day }),
    'changedOn, village': spaceChange({ village: '螺门村' }, { kind: 'from', day }),
  },
  EarlierPark: {
    'changedOn, island': parkChange({ islandZh: '朱家尖岛' }, { kind: 'from', day }),
    'changedOn, map': parkChange({ mapX: 1 }, { kind: 'from', day }),
    'changedOn, corrected': parkChange(
      { islandZh: '朱家尖岛' },
      { kind: 'corrected', reason: '错' },
    ),
  },
  EarlierThreshold: {
    changedOn: (tx) => standards({ kind: 'from', day })(tx),
    'changedOn, corrected': (tx) => standards({ kind: 'corrected', reason: '登记错误' })(tx),
  },
};
const standards = (since: Since) => (tx: Tx) =>
  setThresholds(tx, by(), Object.assign({}, firstThresholds, { ventures: 3 }), since);

const profile = (since: Since) => async (tx: Tx) => {
  const { version, ...venture } = await tx.venture.findUniqueOrThrow({ where: { id: 1 } });
  const change = { legalForm: 'cooperative', since } as const;
  await editVenture(tx, by(), 1, version, Object.assign(venture as never, change));
};

const all = Object.entries(acts).flatMap(([table, each]) =>
  Object.entries(each).map(([what, act]) => ({ table, what, act })),
);

class RolledBack extends Error {}
/** Whether the act is done, in a transaction that is taken back. */
const tried = async (act: Act): Promise<unknown> =>
  transact(app.db, async (tx) => {
    await act(tx);
    throw new RolledBack();
  }).catch((error: unknown) => error);

/** @param parkIds the parks of the reopenings; null for one of everything */
const reopened = (parkIds: number[] | null, act: Act) =>
  tried(async (tx) => {
    for (const parkId of parkIds ?? [null]) {
      const scope = parkId === null ? ('all' as const) : ('park' as const);
      const of = { month, scope, parkId, ventureId: null };
      const id = await askReopening(tx, by(), { ...of, reason: '更正', lastDay: '2025-02-20' });
      await agreeReopening(tx, app.by('bureau2'), id, []);
    }
    await act(tx);
  });

/** A space goes from one park to the other; a standard is of all parks. */
function parksOf(table: string): number[] | null {
  if (table === 'EarlierThreshold') return null;
  return table === 'SpacePark' ? [1, 2] : [1];
}

/** Where the form of a verb calls the day otherwise than its column, or has none. */
const fieldsOfForms: Record<string, string> = {
  'PersonCategory.beganOn': 'founders.0.since',
  'Visit.madeOn, cancelled': '',
};

describe.each(all)('$table $what in a closed month', ({ table, what, act }) => {
  const column = what.split(',')[0] as string;
  // Forms ask for the last day of what the column ends; that of a cancellation asks for a reason alone.
  const named = column === 'endedOn' ? 'lastOn' : column;
  const field = fieldsOfForms[`${table}.${what}`] ?? named;
  const refused = { faults: [{ field, key: 'ledger.month-closed', values: { month: { month } } }] };

  it('is refused at its field', async () => {
    expect(await tried(act)).toMatchObject(refused);
  });
  it('is done under a reopening that a second person agreed to, of its park or of all', async () => {
    expect(await reopened(parksOf(table), act)).toBeInstanceOf(RolledBack);
    expect(await reopened(null, act)).toBeInstanceOf(RolledBack);
    expect(await reopened([2], act)).toMatchObject(refused);
  });
});

it('shows the second person the figures of the county that a park could come to', async () => {
  const atStake = await transact(app.db, async (tx) => {
    const wording = { wordingZh: '1', wordingEn: '1' };
    await someFigure(tx, {
      measure: 'parks',
      scope: 'region:330902',
      asOf: '2024-12-31',
      ...wording,
    });
    return figuresAtStake(tx, { month, parkId: 1, ventureId: null });
  });
  expect(atStake).toMatchObject([{ measure: 'parks', value: 1, down: 0 }]);
});

describe('what moves nothing of a closed month is done:', () => {
  it.each<[string, Act]>([
    [
      'a founder of no category',
      (tx) => {
        const person = { name: '阿土', phone: null, graduatedOn: null, categories: [] };
        return addRole(tx, by(), { ventureId: 1, person, role: 'founder', beganOn: day });
      },
    ],
    [
      'a founder of a venture that is in no park yet',
      (tx) =>
        logVenture(tx, by(), {
          ...someVenture(1),
          founders: [{ ...veteran, phone: '13700000003', categories: [...veteran.categories] }],
          foundedOn: day,
        }),
    ],
    [
      'an employee',
      (tx) => {
        const person = { ...founder, categories: [] };
        return addRole(tx, by(), { ventureId: 2, person, role: 'employee', beganOn: day });
      },
    ],
    [
      'another note on a service',
      (tx) =>
        correctVisit(tx, by(), visitId, { version: 1, reason: '补充', ...facts({ note: '补记' }) }),
    ],
    [
      'another name and operator of a park',
      parkChange({ nameZh: '新名', operatorName: '新公司' }, { kind: 'from', day }),
    ],
    ['a space of an open month', (tx) => addSpace(tx, by(), 1, aSpace({ openedOn: '2025-01-01' }))],
  ])('%s', async (_, act) => {
    expect(await tried(act)).toBeInstanceOf(RolledBack);
  });
});

/** Days and months that are no such attribute, and why. */
const entries = 'every change of it makes entries, which postEntries refuses in a closed month';
const returns = 'what is of a month goes through the guard by the verbs that file it';
const unread = 'no total, report or filter of an earlier day reads it';
const elsewhere: Record<string, string> = {
  'Park.openedOn': entries,
  'Park.closedOn': entries,
  'Residency.beganOn': entries,
  'Residency.endedOn': entries,
  'WaiverMonth.month': entries,
  'Waiver.beganOn': entries,
  'Waiver.termEndOn': entries,
  'Waiver.endedOn': entries,
  'JobsReturn.month': returns,
  'MonthlyReturn.month': returns,
  'Roster.month': returns,
  'ReturnProof.month': returns,
  'FounderReport.month': 'counts nowhere until the park takes it over',
  'ImportBatch.month': 'counts nowhere until its rows are brought in by the verbs that file them',
  'ClosedMonth.month': 'is the closing itself',
  'ClosingRequest.month': 'is the closing that somebody asked for',
  'Reopening.month': 'is the reopening itself',
  'Reopening.lastDay': 'is the reopening itself',
  'LedgerEntry.effectiveOn': 'is only added, by postEntries',
  'LedgerBalance.month': 'is a sum of entries',
  'ReportedFigure.asOf': 'is printed, and never changes',
  'PublishedFigure.asOf': 'is published, and never changes',
  'PublishedFigure.month': 'is published, and never changes',
  'Person.graduatedOn': 'what is read of it is a PersonCategory',
  'Venture.registeredOn': unread,
  'Visit.followUpOn': unread,
  'Tenancy.rentFreeTo': entries,
  'RentStep.fromOn': entries,
  'QuitNotice.givenOn': unread,
  'QuitNotice.endsOn': 'is announced; the lease ends by its own verb',
  'WaiverMonth.effectiveOn': entries,
  'WaiverApplication.dueOn': unread,
  'WaiverApplication.noticeTo': unread,
  'WaiverApplication.pausedTo': unread,
  'SubsidyClaim.submittedOn': entries,
  'SubsidyClaimMonth.month':
    'is of the claim, whose entries stand on the day that it was handed in',
  'SubsidyReceipt.paidOn': unread,
  'PaymentLine.paidOn': entries,
  'PaymentLine.returnedOn': entries,
  'SubsidyRepayment.month': 'is of the claim; its entries stand on the day that it came',
  'SubsidyRepayment.receivedOn': entries,
  'PrereviewRun.foundOn': unread,
  'PrereviewFinding.dueOn': unread,
  'ReportJob.dueOn': 'is when a file is made',
  'ReportSchedule.nextDueOn': 'is when a file is made',
  'HolidayNotice.issuedOn': unread,
  'RemedyAuthority.fromOn': 'is read by letters alone',
  'IssuingOffice.fromOn': 'is read by letters alone',
  'PolicyVersion.beganOn': 'is put in force by two people, and totals do not read it',
  'PolicyEnding.endedOn': 'is proposed by one person, and totals do not read it',
  'PolicyVersion.endedOn': 'is put in force by two people, and totals do not read it',
};

it('every day that the schema has is in the list, or is none that totals read', async () => {
  const schema = await readFile(
    path.resolve(import.meta.dirname, '../../prisma/schema.prisma'),
    'utf8',
  );
  const found = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].flatMap(
    ([, table, body = '']) =>
      [...body.matchAll(/^ {2}(\w+(?:On|To)|lastDay|month|asOf) +String/gm)].map(
        ([, column]) => `${table}.${column}`,
      ),
  );
  const listed = Object.entries(datedAttributes).flatMap(([table, columns]) =>
    columns.map((column) => `${table}.${column}`),
  );
  expect(found.filter((name) => !listed.includes(name) && !(name in elsewhere))).toEqual([]);
  expect([...listed, ...Object.keys(elsewhere)].filter((name) => !found.includes(name))).toEqual(
    [],
  );
});
