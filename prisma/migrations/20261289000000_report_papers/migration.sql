-- 存档的报告: a report as it was handed in. Both texts, tables and charts stay as they were: no row is changed or deleted.
CREATE TABLE "ReportPaper" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "report" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "lang" TEXT NOT NULL CHECK ("lang" IN ('zh', 'en')),
    "title" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "made" JSONB NOT NULL,
    "accountId" INTEGER NOT NULL,
    "keptAt" DATETIME NOT NULL,
    CONSTRAINT "ReportPaper_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "ReportPaper_accountId_idx" ON "ReportPaper"("accountId");
CREATE TRIGGER "ReportPaper_no_update" BEFORE UPDATE ON "ReportPaper"
BEGIN SELECT RAISE(ABORT, 'a filed report is never changed'); END;
CREATE TRIGGER "ReportPaper_no_delete" BEFORE DELETE ON "ReportPaper"
BEGIN SELECT RAISE(ABORT, 'a filed report is never deleted'); END;
