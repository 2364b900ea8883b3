-- A list of ventures that somebody brought in (批量导入): what its rows said, what was shown, and what was run.
CREATE TABLE "ImportBatch" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "parkId" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sheet" TEXT NOT NULL,
    "headRow" INTEGER NOT NULL,
    "month" TEXT,
    "source" JSONB NOT NULL,
    "choices" JSONB NOT NULL,
    "plan" JSONB NOT NULL,
    "fingerprint" TEXT NOT NULL DEFAULT '',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    "createdById" INTEGER,
    "ranAt" DATETIME,
    "ranById" INTEGER,
    "takenBackAt" DATETIME,
    "takenBackById" INTEGER,
    "takeBackReason" TEXT NOT NULL DEFAULT '',
    "clearedAt" DATETIME,
    CONSTRAINT "ImportBatch_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ImportBatch_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ImportBatch_ranById_fkey" FOREIGN KEY ("ranById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ImportBatch_takenBackById_fkey" FOREIGN KEY ("takenBackById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ImportBatch_state" CHECK ("state" IN ('planning', 'planned', 'running', 'done', 'taking-back', 'taken-back'))
);

CREATE INDEX "ImportBatch_parkId_id_idx" ON "ImportBatch"("parkId", "id");

-- What a row of it made or changed, as it was before and after, so that it can be taken back.
CREATE TABLE "ImportedRow" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "batchId" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "ventureId" INTEGER NOT NULL,
    "undo" JSONB NOT NULL,
    "takenBackAt" DATETIME,
    CONSTRAINT "ImportedRow_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "ImportBatch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ImportedRow_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ImportedRow_outcome" CHECK ("outcome" IN ('create', 'update'))
);

CREATE UNIQUE INDEX "ImportedRow_batchId_row_key" ON "ImportedRow"("batchId", "row");

CREATE INDEX "ImportedRow_ventureId_idx" ON "ImportedRow"("ventureId");

-- What the headings of a park's own lists stand for, as somebody said it once.
CREATE TABLE "ImportHeading" (
    "parkId" INTEGER NOT NULL,
    "heading" TEXT NOT NULL,
    "columnKey" TEXT NOT NULL,
    PRIMARY KEY ("parkId", "heading"),
    CONSTRAINT "ImportHeading_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
