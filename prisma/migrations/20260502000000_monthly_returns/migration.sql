-- AlterTable
ALTER TABLE "JobsReturn" ADD COLUMN "others" INTEGER;

-- CreateTable
CREATE TABLE "MonthlyReturn" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "parkId" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "firstSubmittedAt" DATETIME,
    "submittedAt" DATETIME,
    "submittedById" INTEGER,
    "approvedAt" DATETIME,
    "approvedById" INTEGER,
    "acceptedAt" DATETIME,
    "acceptedById" INTEGER,
    "remark" TEXT NOT NULL DEFAULT '',
    "skipReason" TEXT NOT NULL DEFAULT '',
    "confirmed" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "MonthlyReturn_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "MonthlyReturn_month" CHECK ("month" GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    CONSTRAINT "MonthlyReturn_state" CHECK ("state" IN ('draft', 'submitted', 'sent-back', 'approved', 'accepted', 'skipped')),
    -- Nobody approves what they submitted, nor accepts what they submitted or approved.
    CONSTRAINT "MonthlyReturn_separation" CHECK (
        ("approvedById" IS NULL OR "approvedById" IS NOT "submittedById")
        AND ("acceptedById" IS NULL OR ("acceptedById" IS NOT "submittedById" AND "acceptedById" IS NOT "approvedById"))
    )
);

-- CreateTable
CREATE TABLE "ReturnCell" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "monthlyReturnId" INTEGER NOT NULL,
    "ventureId" INTEGER NOT NULL,
    "headcount" INTEGER,
    "graduates" INTEGER,
    "hardship" INTEGER,
    "returned" INTEGER,
    "local" INTEGER,
    "others" INTEGER,
    "evidence" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "changedAt" DATETIME NOT NULL,
    "changedById" INTEGER,
    CONSTRAINT "ReturnCell_monthlyReturnId_fkey" FOREIGN KEY ("monthlyReturnId") REFERENCES "MonthlyReturn" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReturnCell_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReturnCell_evidence" CHECK ("evidence" IN ('self-reported', 'roster', 'contract', 'social-insurance'))
);

-- CreateTable
CREATE TABLE "FounderReport" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ventureId" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "headcount" INTEGER NOT NULL,
    "graduates" INTEGER,
    "hardship" INTEGER,
    "returned" INTEGER,
    "local" INTEGER,
    "others" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "reportedAt" DATETIME NOT NULL,
    "reportedById" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "FounderReport_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "FounderReport_headcount" CHECK ("headcount" >= 0)
);

-- CreateTable
CREATE TABLE "Roster" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ventureId" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "uploadedAt" DATETIME NOT NULL,
    "uploadedById" INTEGER,
    CONSTRAINT "Roster_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "RosterPerson" (
    "rosterId" INTEGER NOT NULL,
    "lookup" TEXT NOT NULL,
    "lookupKeyId" TEXT NOT NULL,
    "nameMasked" TEXT NOT NULL,
    "masked" TEXT NOT NULL,

    PRIMARY KEY ("rosterId", "lookup"),
    CONSTRAINT "RosterPerson_rosterId_fkey" FOREIGN KEY ("rosterId") REFERENCES "Roster" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "RosterPerson_lookup" CHECK (length("lookup") = 64),
    -- Never the number itself: at most its first and last character stand between the stars.
    CONSTRAINT "RosterPerson_masked" CHECK ("masked" GLOB '?*?' AND length(replace("masked", '*', '')) <= 2)
);

-- CreateTable
CREATE TABLE "ClosedMonth" (
    "month" TEXT NOT NULL PRIMARY KEY,
    "closedAt" DATETIME NOT NULL,
    "closedById" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "ClosedMonth_month" CHECK ("month" GLOB '[12][0-9][0-9][0-9]-[01][0-9]')
);

-- CreateTable
CREATE TABLE "Reopening" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "month" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "parkId" INTEGER,
    "ventureId" INTEGER,
    "reason" TEXT NOT NULL,
    "lastDay" TEXT NOT NULL,
    "askedAt" DATETIME NOT NULL,
    "askedById" INTEGER,
    "agreedAt" DATETIME,
    "agreedById" INTEGER,
    "refusedAt" DATETIME,
    "refusedById" INTEGER,
    "endedAt" DATETIME,
    "endedById" INTEGER,
    "shown" JSONB,
    CONSTRAINT "Reopening_scope" CHECK (("scope" = 'park') = ("parkId" IS NOT NULL) AND ("scope" = 'venture') = ("ventureId" IS NOT NULL)
        AND "scope" IN ('all', 'park', 'venture')),
    CONSTRAINT "Reopening_second" CHECK ("agreedAt" IS NULL OR ("agreedById" IS NOT NULL AND "agreedById" IS NOT "askedById")),
    CONSTRAINT "Reopening_once" CHECK ("agreedAt" IS NULL OR "refusedAt" IS NULL)
);

-- CreateIndex
CREATE UNIQUE INDEX "MonthlyReturn_parkId_month_key" ON "MonthlyReturn"("parkId", "month");

-- CreateIndex
CREATE INDEX "MonthlyReturn_month_state_idx" ON "MonthlyReturn"("month", "state");

-- CreateIndex
CREATE UNIQUE INDEX "ReturnCell_monthlyReturnId_ventureId_key" ON "ReturnCell"("monthlyReturnId", "ventureId");

-- CreateIndex
CREATE INDEX "ReturnCell_ventureId_idx" ON "ReturnCell"("ventureId");

-- CreateIndex
CREATE UNIQUE INDEX "FounderReport_ventureId_month_key" ON "FounderReport"("ventureId", "month");

-- CreateIndex
CREATE UNIQUE INDEX "Roster_ventureId_month_key" ON "Roster"("ventureId", "month");

-- CreateIndex
CREATE INDEX "Roster_month_idx" ON "Roster"("month");

-- CreateIndex
CREATE INDEX "RosterPerson_lookup_idx" ON "RosterPerson"("lookup");

-- CreateIndex
CREATE INDEX "Reopening_month_idx" ON "Reopening"("month");

-- A closed month stays closed: it is reopened by a record of its own.
CREATE TRIGGER "ClosedMonth_no_update" BEFORE UPDATE ON "ClosedMonth"
BEGIN SELECT RAISE(ABORT, 'a month is closed once'); END;

CREATE TRIGGER "ClosedMonth_no_delete" BEFORE DELETE ON "ClosedMonth"
BEGIN SELECT RAISE(ABORT, 'a closed month is reopened, never unclosed'); END;

-- What was asked for, and who agreed, is never changed.
CREATE TRIGGER "Reopening_no_update" BEFORE UPDATE ON "Reopening"
WHEN NEW."month" <> OLD."month" OR NEW."scope" <> OLD."scope" OR NEW."parkId" IS NOT OLD."parkId"
    OR NEW."ventureId" IS NOT OLD."ventureId" OR NEW."reason" <> OLD."reason" OR NEW."lastDay" <> OLD."lastDay"
    OR NEW."askedAt" <> OLD."askedAt" OR NEW."askedById" IS NOT OLD."askedById"
    OR (OLD."agreedAt" IS NOT NULL AND (NEW."agreedAt" IS NOT OLD."agreedAt" OR NEW."agreedById" IS NOT OLD."agreedById"))
BEGIN SELECT RAISE(ABORT, 'a reopening is never changed'); END;

CREATE TRIGGER "Reopening_no_delete" BEFORE DELETE ON "Reopening"
BEGIN SELECT RAISE(ABORT, 'reopenings are only ever added'); END;
