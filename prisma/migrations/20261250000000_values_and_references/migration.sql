-- The columns that name an account, and the ledger's park and venture, refer to rows that are there; columns whose
-- values are listed take no other value. Constraints alone are added, so no row is written and nothing is rebuilt: ledger
-- entries, their hashes and the triggers that hold them stay as they are. This is the way that SQLite documents for it
-- ("Making Other Kinds Of Table Schema Changes"). What is there already is held against the lists below, and against
-- the references by the check of foreign keys that ends every migration: where one fails, nothing is changed.

-- Existing values
CREATE TEMP TABLE "Unlisted" ("found" TEXT, "rows" INTEGER CHECK ("rows" = 0));
INSERT INTO "Unlisted" SELECT 'Region.kind', COUNT(*) FROM "Region" WHERE "kind" NOT IN ('city', 'county', 'zone');
INSERT INTO "Unlisted" SELECT 'Space.kind', COUNT(*) FROM "Space" WHERE "kind" NOT IN ('farmhouse', 'workshop', 'stall', 'shed', 'office', 'yard');
INSERT INTO "Unlisted" SELECT 'PersonRole.role', COUNT(*) FROM "PersonRole" WHERE "role" NOT IN ('founder', 'legal-representative', 'partner', 'employee');
INSERT INTO "Unlisted" SELECT 'PersonCategory.category', COUNT(*) FROM "PersonCategory" WHERE "category" NOT IN ('student', 'graduate', 'unemployed', 'hardship', 'disabled', 'veteran', 'returnee', 'other');
INSERT INTO "Unlisted" SELECT 'Venture.legalForm', COUNT(*) FROM "Venture" WHERE "legalForm" NOT IN ('firm', 'sole-trader', 'cooperative', 'non-profit', 'team');
INSERT INTO "Unlisted" SELECT 'Venture.industry', COUNT(*) FROM "Venture" WHERE "industry" NOT IN ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T');
INSERT INTO "Unlisted" SELECT 'Residency.endReason', COUNT(*) FROM "Residency" WHERE "endReason" NOT IN ('graduated', 'closed', 'removed', 'moved');
INSERT INTO "Unlisted" SELECT 'JobsReturn.evidence', COUNT(*) FROM "JobsReturn" WHERE "evidence" NOT IN ('self-reported', 'roster', 'contract', 'social-insurance');
INSERT INTO "Unlisted" SELECT 'Reopening.scope', COUNT(*) FROM "Reopening" WHERE "scope" NOT IN ('all', 'park', 'venture');
INSERT INTO "Unlisted" SELECT 'FigureEdition.channel', COUNT(*) FROM "FigureEdition" WHERE "channel" NOT IN ('briefing', 'press', 'website', 'report', 'reply', 'other');
INSERT INTO "Unlisted" SELECT 'Account.role', COUNT(*) FROM "Account" WHERE "role" NOT IN ('founder', 'park-manager', 'county-reviewer', 'bureau-staff', 'administrator', 'auditor');
INSERT INTO "Unlisted" SELECT 'WaiverBatch.act', COUNT(*) FROM "WaiverBatch" WHERE "act" NOT IN ('accept', 'pass', 'approve', 'grant');
INSERT INTO "Unlisted" SELECT 'Waiver.endReason', COUNT(*) FROM "Waiver" WHERE "endReason" NOT IN ('surrendered', 'moved', 'left', 'tenancy-ended', 'revoked');
INSERT INTO "Unlisted" SELECT 'ExportRecord.format', COUNT(*) FROM "ExportRecord" WHERE "format" NOT IN ('csv', 'xlsx');
INSERT INTO "Unlisted" SELECT 'ReportJob.format', COUNT(*) FROM "ReportJob" WHERE "format" NOT IN ('csv', 'xlsx');
INSERT INTO "Unlisted" SELECT 'ReportSchedule.format', COUNT(*) FROM "ReportSchedule" WHERE "format" NOT IN ('csv', 'xlsx');
INSERT INTO "Unlisted" SELECT 'HistoryEvent.audience', COUNT(*) FROM "HistoryEvent" WHERE "audience" NOT IN ('all', 'inside');
DROP TABLE "Unlisted";

PRAGMA writable_schema = ON;

-- AcceptedForm
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "AcceptedForm_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'AcceptedForm';

-- Account
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "Account_role" CHECK ("role" IN (''founder'', ''park-manager'', ''county-reviewer'', ''bureau-staff'', ''administrator'', ''auditor''))
)'
WHERE "type" = 'table' AND "name" = 'Account';

-- ClosedMonth
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "ClosedMonth_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'ClosedMonth';

-- Consent
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "Consent_givenById_fkey" FOREIGN KEY ("givenById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Consent_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'Consent';

-- CrossTable
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "CrossTable_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'CrossTable';

-- ExportRecord
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "ExportRecord_format" CHECK ("format" IN (''csv'', ''xlsx'')),
    CONSTRAINT "ExportRecord_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'ExportRecord';

-- FigureEdition
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "FigureEdition_channel" CHECK ("channel" IN (''briefing'', ''press'', ''website'', ''report'', ''reply'', ''other'')),
    CONSTRAINT "FigureEdition_publishedById_fkey" FOREIGN KEY ("publishedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'FigureEdition';

-- FounderReport
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "FounderReport_reportedById_fkey" FOREIGN KEY ("reportedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'FounderReport';

-- HistoryEvent
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "HistoryEvent_audience" CHECK ("audience" IN (''all'', ''inside'')),
    CONSTRAINT "HistoryEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'HistoryEvent';

-- Identity
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "Identity_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'Identity';

-- JobsReturn
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "JobsReturn_evidence" CHECK ("evidence" IN (''self-reported'', ''roster'', ''contract'', ''social-insurance'')),
    CONSTRAINT "JobsReturn_filedById_fkey" FOREIGN KEY ("filedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'JobsReturn';

-- KnownDevice
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "KnownDevice_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'KnownDevice';

-- LedgerEntry
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "LedgerEntry_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LedgerEntry_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LedgerEntry_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'LedgerEntry';

-- MonthlyReturn
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "MonthlyReturn_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MonthlyReturn_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MonthlyReturn_acceptedById_fkey" FOREIGN KEY ("acceptedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'MonthlyReturn';

-- Objection
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "Objection_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'Objection';

-- OutboxMessage
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "OutboxMessage_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'OutboxMessage';

-- ParityRun
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "ParityRun_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'ParityRun';

-- PersonCategory
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "PersonCategory_category" CHECK ("category" IN (''student'', ''graduate'', ''unemployed'', ''hardship'', ''disabled'', ''veteran'', ''returnee'', ''other''))
)'
WHERE "type" = 'table' AND "name" = 'PersonCategory';

-- PersonRole
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "PersonRole_role" CHECK ("role" IN (''founder'', ''legal-representative'', ''partner'', ''employee''))
)'
WHERE "type" = 'table' AND "name" = 'PersonRole';

-- PhoneCode
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "PhoneCode_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'PhoneCode';

-- PolicyVersion
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "PolicyVersion_draftedById_fkey" FOREIGN KEY ("draftedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PolicyVersion_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PolicyVersion_putInForceById_fkey" FOREIGN KEY ("putInForceById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'PolicyVersion';

-- ProofFile
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "ProofFile_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ProofFile_removedById_fkey" FOREIGN KEY ("removedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'ProofFile';

-- Region
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "Region_kind" CHECK ("kind" IN (''city'', ''county'', ''zone''))
)'
WHERE "type" = 'table' AND "name" = 'Region';

-- Reopening
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "Reopening_scope" CHECK ("scope" IN (''all'', ''park'', ''venture'')),
    CONSTRAINT "Reopening_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Reopening_agreedById_fkey" FOREIGN KEY ("agreedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Reopening_refusedById_fkey" FOREIGN KEY ("refusedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Reopening_endedById_fkey" FOREIGN KEY ("endedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'Reopening';

-- ReportJob
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "ReportJob_format" CHECK ("format" IN (''csv'', ''xlsx'')),
    CONSTRAINT "ReportJob_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'ReportJob';

-- ReportSchedule
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "ReportSchedule_format" CHECK ("format" IN (''csv'', ''xlsx'')),
    CONSTRAINT "ReportSchedule_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'ReportSchedule';

-- Residency
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "Residency_endReason" CHECK ("endReason" IN (''graduated'', ''closed'', ''removed'', ''moved''))
)'
WHERE "type" = 'table' AND "name" = 'Residency';

-- ReturnCell
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "ReturnCell_changedById_fkey" FOREIGN KEY ("changedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'ReturnCell';

-- Roster
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "Roster_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'Roster';

-- Space
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "Space_kind" CHECK ("kind" IN (''farmhouse'', ''workshop'', ''stall'', ''shed'', ''office'', ''yard''))
)'
WHERE "type" = 'table' AND "name" = 'Space';

-- Threshold
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "Threshold_changedBy_fkey" FOREIGN KEY ("changedBy") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'Threshold';

-- Venture
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "Venture_legalForm" CHECK ("legalForm" IN (''firm'', ''sole-trader'', ''cooperative'', ''non-profit'', ''team'')),
    CONSTRAINT "Venture_industry" CHECK ("industry" IN (''A'', ''B'', ''C'', ''D'', ''E'', ''F'', ''G'', ''H'', ''I'', ''J'', ''K'', ''L'', ''M'', ''N'', ''O'', ''P'', ''Q'', ''R'', ''S'', ''T''))
)'
WHERE "type" = 'table' AND "name" = 'Venture';

-- Visit
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "Visit_loggedById_fkey" FOREIGN KEY ("loggedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Visit_cancelledById_fkey" FOREIGN KEY ("cancelledById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'Visit';

-- Waiver
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "Waiver_endReason" CHECK ("endReason" IN (''surrendered'', ''moved'', ''left'', ''tenancy-ended'', ''revoked'')),
    CONSTRAINT "Waiver_grantedById_fkey" FOREIGN KEY ("grantedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'Waiver';

-- WaiverApplication
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "WaiverApplication_begunById_fkey" FOREIGN KEY ("begunById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "WaiverApplication_claimedById_fkey" FOREIGN KEY ("claimedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'WaiverApplication';

-- WaiverBatch
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "WaiverBatch_act" CHECK ("act" IN (''accept'', ''pass'', ''approve'', ''grant'')),
    CONSTRAINT "WaiverBatch_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'WaiverBatch';

-- WaiverComment
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "WaiverComment_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'WaiverComment';

-- WaiverEdition
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "WaiverEdition_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'WaiverEdition';

-- WaiverStep
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "WaiverStep_byId_fkey" FOREIGN KEY ("byId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'WaiverStep';

-- SpaceValuation
UPDATE "sqlite_schema" SET "sql" = substr("sql", 1, length("sql") - 1) || ',
    CONSTRAINT "SpaceValuation_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
)'
WHERE "type" = 'table' AND "name" = 'SpaceValuation';

PRAGMA writable_schema = RESET;

-- Tells every connection that the schema has changed.
CREATE TABLE "SchemaChanged" ("id" INTEGER);
DROP TABLE "SchemaChanged";
