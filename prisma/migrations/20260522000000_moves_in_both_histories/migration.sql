-- A move stands in the history of the park that was left, too. What was recorded before says so in its detail; the
-- guard of history is put back at once.
DROP TRIGGER "HistoryEvent_no_update";

ALTER TABLE "HistoryEvent" ADD COLUMN "fromParkId" INTEGER;

UPDATE "HistoryEvent" SET "fromParkId" = "detail"->>'$.fromParkId' WHERE "verb" = 'residency.moved';

CREATE TRIGGER "HistoryEvent_no_update" BEFORE UPDATE ON "HistoryEvent"
BEGIN SELECT RAISE(ABORT, 'history events are only ever added'); END;

-- CreateIndex
CREATE INDEX "HistoryEvent_fromParkId_at_id_idx" ON "HistoryEvent"("fromParkId", "at", "id");
