-- An event says who reads it: all who see its record, or of these only the staff. What was recorded before says so by
-- its act; the guard of history is put back at once.
DROP TRIGGER "HistoryEvent_no_update";

ALTER TABLE "HistoryEvent" ADD COLUMN "audience" TEXT NOT NULL DEFAULT 'all';

UPDATE "HistoryEvent" SET "audience" = 'inside'
WHERE "verb" IN ('application.claimed', 'application.released', 'application.recused')
  OR ("verb" = 'application.commented' AND "detail"->>'$.audience' = 'inside');

CREATE TRIGGER "HistoryEvent_no_update" BEFORE UPDATE ON "HistoryEvent"
BEGIN SELECT RAISE(ABORT, 'history events are only ever added'); END;
