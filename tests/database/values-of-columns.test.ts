import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Connection } from '../../src/database/connection.js';
import { exportFormats } from '../../src/exports/prepared.js';
import { cadences } from '../../src/exports/schedule-days.js';
import { channels } from '../../src/figures/edition-rules.js';
import { editionKinds } from '../../src/figures/published-queries.js';
import { identityKinds, purposes } from '../../src/identities/kinds.js';
import { spaceKinds } from '../../src/parks/add-spaces.js';
import { claimMoveNames, claimStates } from '../../src/payments/claims/claim-states.js';
import { payeeKinds } from '../../src/payments/payees/banks.js';
import { requestKinds } from '../../src/people/account-requests/account-request.js';
import { founderCategories, personRoles } from '../../src/people/categories.js';
import { purposes as codePurposes } from '../../src/people/phone-codes.js';
import { roles } from '../../src/people/viewer.js';
import { policyForms } from '../../src/policies/rules.js';
import { findingKinds } from '../../src/prereview/find.js';
import { reopeningScopes } from '../../src/returns/reopen-month.js';
import { returnStates } from '../../src/returns/states.js';
import { industries, legalForms } from '../../src/standards/register-codes.js';
import { endReasons, evidenceGrades } from '../../src/ventures/kinds.js';
import { visitKinds } from '../../src/visits/kinds.js';
import { audiences } from '../../src/waivers/comment-on-application.js';
import { grounds, objectionStates } from '../../src/waivers/objections.js';
import { batchActNames } from '../../src/waivers/queue/batch-acts.js';
import { endReasons as waiverEndReasons } from '../../src/waivers/reasons.js';
import { states } from '../../src/waivers/states.js';
import { type Scratch, scratchDatabase } from './scratch.js';

/** The lists of the code, by the column that takes their values and no other. */
const lists: Record<string, readonly string[]> = {
  'Region.kind': ['city', 'county', 'zone'],
  'Space.kind': spaceKinds,
  'EarlierSpace.kind': spaceKinds,
  'Consent.purpose': purposes,
  'Consent.basis': ['self', 'paper'],
  'Identity.kind': identityKinds,
  'PersonRole.role': personRoles,
  'Certificate.category': founderCategories,
  'PersonCategory.category': founderCategories,
  'Venture.legalForm': legalForms,
  'Venture.industry': industries,
  'Residency.endReason': [...endReasons, 'moved'],
  'Visit.kind': visitKinds,
  'JobsReturn.evidence': evidenceGrades,
  'ReturnCell.evidence': evidenceGrades,
  'MonthlyReturn.state': returnStates,
  'Reopening.scope': reopeningScopes,
  'FigureEdition.kind': editionKinds,
  'FigureEdition.channel': channels,
  'Account.role': roles,
  'AccountRequest.kind': requestKinds,
  'AccountRequest.outcome': ['confirmed', 'declined', 'withdrawn'],
  'PhoneCode.purpose': codePurposes,
  'WaiverApplication.state': Object.keys(states),
  'WaiverEdition.basis': ['self', 'paper'],
  'WaiverComment.audience': audiences,
  'WaiverBatch.act': batchActNames,
  'Objection.state': objectionStates,
  'Objection.ground': grounds,
  'ObjectionDraft.ground': grounds,
  'Waiver.endReason': waiverEndReasons,
  'Waiver.form': policyForms,
  'PayeeAccount.kind': payeeKinds,
  'PayeeAccount.consent': ['self', 'paper'],
  'SubsidyClaim.state': Object.keys(claimStates),
  'SubsidyStep.move': claimMoveNames,
  'PaymentBatch.state': ['gathered', 'released', 'cancelled'],
  'PaymentLine.state': ['gathered', 'sent', 'paid', 'failed', 'returned', 'dropped'],
  'ExportRecord.format': exportFormats,
  'ReportJob.format': exportFormats,
  'ReportJob.state': ['waiting', 'running', 'done', 'failed', 'cancelled'],
  'ReportSchedule.format': exportFormats,
  'ReportSchedule.cadence': cadences,
  'PrereviewFinding.kind': findingKinds,
  'HistoryEvent.audience': ['all', 'inside'],
};

let scratch: Scratch;
let tables: { name: string; sql: string; references: Set<string> }[];

beforeAll(async () => {
  scratch = await scratchDatabase();
  const connection = await Connection.open(scratch.file, 'read');
  const rows = await connection.all(
    `SELECT "name", "sql", (SELECT json_group_array("from") FROM pragma_foreign_key_list("name")) AS "references"
      FROM "sqlite_schema" WHERE "type" = 'table' AND "name" NOT LIKE '\\_%' ESCAPE '\\' AND "name" NOT LIKE 'sqlite%'`,
  );
  await connection.close();
  tables = rows.map((row) => ({
    name: String(row.name),
    sql: String(row.sql),
    references: new Set(JSON.parse(String(row.references)) as string[]),
  }));
});
afterAll(() => scratch?.close());

/** The values that a check lets into a column, sorted; null where it is bound to no list. */
function valuesOf(table: string, column: string): string[] | null {
  const { sql } = tables.find(({ name }) => name === table) ?? { sql: '' };
  const list = new RegExp(`"${column}" IN \\(([^)]*)\\)`).exec(sql)?.[1];
  return list === undefined
    ? null
    : [...list.matchAll(/'([^']*)'/g)].map(([, v]) => v as string).sort();
}

describe('the schema tells the truth', () => {
  it.each(Object.entries(lists))('%s takes what the code lists, and nothing else', (of, values) => {
    const [table = '', column = ''] = of.split('.');
    expect(valuesOf(table, column)).toEqual([...values].sort());
  });

  it('refuses a value that no list has, and an account that is not there', async () => {
    const region = { code: '1', nameZh: '一', nameEn: 'One', kind: 'land', sequence: 1 };
    await expect(scratch.db.region.create({ data: region })).rejects.toThrow('Region_kind');
    const table = { name: '表', query: '', accountId: 9, createdAt: new Date() };
    await expect(scratch.db.crossTable.create({ data: table })).rejects.toMatchObject({
      code: 'P2003',
    });
  });

  it('refers to the account wherever a column names one', () => {
    const named = tables.flatMap(({ name, sql, references }) =>
      [...sql.matchAll(/^\s*"(\w*(?:ById|accountId|actorId|changedBy))" INTEGER/gm)]
        .map(([, column]) => column as string)
        .filter((column) => !references.has(column))
        .map((column) => `${name}.${column}`),
    );
    expect(named).toEqual([]);
  });

  it('refers from the ledger to the park and the venture', () => {
    const ledger = tables.find(({ name }) => name === 'LedgerEntry');
    expect([...(ledger?.references ?? [])].sort()).toEqual(['actorId', 'parkId', 'ventureId']);
  });
});
