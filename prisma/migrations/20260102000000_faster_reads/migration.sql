-- The amount stands in the index, so that a venture's jobs are summed without reading its entries.
-- DropIndex
DROP INDEX "LedgerEntry_ventureId_measure_effectiveOn_idx";

-- CreateIndex
CREATE INDEX "LedgerEntry_ventureId_measure_effectiveOn_amount_idx" ON "LedgerEntry"("ventureId", "measure", "effectiveOn", "amount");

-- What follows is beyond the schema language.

-- The newest event after which premises or ventures must be counted again; asked with the same words.
CREATE INDEX "HistoryEvent_of_the_register" ON "HistoryEvent"("id") WHERE "subjectKind" NOT IN ('jobs-return', 'export', 'account');
