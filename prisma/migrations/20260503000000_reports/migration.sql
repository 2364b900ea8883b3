-- CreateTable
CREATE TABLE "ExportRecord" (
    "number" TEXT NOT NULL PRIMARY KEY,
    "what" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "accountId" INTEGER,
    "at" DATETIME NOT NULL,
    "cover" JSONB NOT NULL,
    "columns" JSONB NOT NULL,
    "rows" INTEGER,
    "hash" TEXT,
    "sums" JSONB,
    "checks" BLOB,
    "finishedAt" DATETIME,
    CONSTRAINT "ExportRecord_finished" CHECK (("finishedAt" IS NULL) = ("hash" IS NULL))
);

-- CreateTable
CREATE TABLE "ReportSchedule" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "report" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "cadence" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "nextDueOn" TEXT NOT NULL,
    "accountId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "endedAt" DATETIME,
    CONSTRAINT "ReportSchedule_cadence" CHECK ("cadence" IN ('weekly', 'monthly', 'quarterly')),
    CONSTRAINT "ReportSchedule_day" CHECK ("day" BETWEEN 1 AND 28)
);

-- CreateTable
CREATE TABLE "ReportJob" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "address" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "accountId" INTEGER NOT NULL,
    "scheduleId" INTEGER,
    "dueOn" TEXT,
    "createdAt" DATETIME NOT NULL,
    "startedAt" DATETIME,
    "finishedAt" DATETIME,
    "expiresAt" DATETIME,
    "file" TEXT,
    "size" INTEGER,
    "exportNumber" TEXT,
    "problem" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "ReportJob_scheduleId_fkey" FOREIGN KEY ("scheduleId") REFERENCES "ReportSchedule" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReportJob_state" CHECK ("state" IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    CONSTRAINT "ReportJob_file" CHECK ("file" IS NULL OR "state" = 'done')
);

-- CreateTable
CREATE TABLE "CrossTable" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "accountId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "removedAt" DATETIME
);

-- CreateTable
CREATE TABLE "Threshold" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "value" INTEGER NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "changedBy" INTEGER
);

-- CreateTable
CREATE TABLE "ParkRegion" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "parkId" INTEGER NOT NULL,
    "regionCode" TEXT NOT NULL,
    "beganOn" TEXT NOT NULL,
    "endedOn" TEXT,
    CONSTRAINT "ParkRegion_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ParkRegion_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region" ("code") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ParkRegion_period" CHECK ("endedOn" IS NULL OR "beganOn" < "endedOn")
);

-- AlterTable
ALTER TABLE "Park" ADD COLUMN "mergedIntoId" INTEGER;

-- CreateIndex
CREATE INDEX "ExportRecord_at_idx" ON "ExportRecord"("at");

-- CreateIndex
CREATE INDEX "ReportSchedule_endedAt_nextDueOn_idx" ON "ReportSchedule"("endedAt", "nextDueOn");

-- CreateIndex
CREATE UNIQUE INDEX "ReportJob_scheduleId_dueOn_key" ON "ReportJob"("scheduleId", "dueOn");

-- CreateIndex
CREATE INDEX "ReportJob_state_id_idx" ON "ReportJob"("state", "id");

-- CreateIndex
CREATE INDEX "ReportJob_accountId_id_idx" ON "ReportJob"("accountId", "id");

-- CreateIndex
CREATE INDEX "CrossTable_accountId_idx" ON "CrossTable"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "ParkRegion_parkId_beganOn_key" ON "ParkRegion"("parkId", "beganOn");

-- CreateIndex
CREATE INDEX "ParkRegion_regionCode_idx" ON "ParkRegion"("regionCode");

-- Every park has been in its region since it opened.
INSERT INTO "ParkRegion" ("parkId", "regionCode", "beganOn", "endedOn")
SELECT "id", "regionCode", "openedOn", NULL FROM "Park" ORDER BY "id";

-- What was taken out stays on record as it was: only the end of its writing is added.
CREATE TRIGGER "ExportRecord_no_change" BEFORE UPDATE ON "ExportRecord"
WHEN OLD."finishedAt" IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a finished export is never changed'); END;

CREATE TRIGGER "ExportRecord_no_delete" BEFORE DELETE ON "ExportRecord"
BEGIN SELECT RAISE(ABORT, 'records of exports are only ever added'); END;
