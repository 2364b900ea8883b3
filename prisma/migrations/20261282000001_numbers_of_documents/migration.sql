-- 发文机关: how letters of the office of a region are headed, signed and numbered, from a day on. Only ever added to: of
-- several for one day the newest holds, and a letter keeps what it said.
CREATE TABLE "IssuingOffice" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "regionCode" TEXT NOT NULL,
    "fromOn" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "series" TEXT NOT NULL,
    "enteredAt" DATETIME NOT NULL,
    "enteredById" INTEGER,
    CONSTRAINT "IssuingOffice_regionCode_fkey" FOREIGN KEY ("regionCode") REFERENCES "Region" ("code") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "IssuingOffice_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "IssuingOffice_regionCode_fromOn_idx" ON "IssuingOffice"("regionCode", "fromOn");
CREATE TRIGGER "IssuingOffice_no_update" BEFORE UPDATE ON "IssuingOffice"
BEGIN SELECT RAISE(ABORT, 'IssuingOffice is only ever added to'); END;
CREATE TRIGGER "IssuingOffice_no_delete" BEFORE DELETE ON "IssuingOffice"
BEGIN SELECT RAISE(ABORT, 'IssuingOffice is only ever added to'); END;

-- 文号 of a letter, as 舟人社减〔2026〕12号: without a gap in a series and year. And the code by which its paper is checked.
-- Letters of before have neither.
ALTER TABLE "Letter" ADD COLUMN "series" TEXT;
ALTER TABLE "Letter" ADD COLUMN "seriesYear" INTEGER;
ALTER TABLE "Letter" ADD COLUMN "ordinal" INTEGER;
ALTER TABLE "Letter" ADD COLUMN "checkCode" TEXT;
CREATE UNIQUE INDEX "Letter_series_seriesYear_ordinal_key" ON "Letter"("series", "seriesYear", "ordinal");
