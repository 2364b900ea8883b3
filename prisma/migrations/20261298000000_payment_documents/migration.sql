-- The document number of a notice of payment: in the series of its county's office, which its letters are numbered in too.
ALTER TABLE "PaymentLine" ADD COLUMN "series" TEXT;
ALTER TABLE "PaymentLine" ADD COLUMN "seriesYear" INTEGER;
ALTER TABLE "PaymentLine" ADD COLUMN "ordinal" INTEGER;
CREATE UNIQUE INDEX "PaymentLine_series_seriesYear_ordinal_key" ON "PaymentLine"("series", "seriesYear", "ordinal");
CREATE TRIGGER "PaymentLine_keeps_document" BEFORE UPDATE OF "series", "seriesYear", "ordinal" ON "PaymentLine"
WHEN OLD."ordinal" IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a notice keeps its document number'); END;
