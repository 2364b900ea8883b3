-- The history is read from any moment backwards: as a whole, of a park, by somebody, of one kind of act.
-- DropIndex
DROP INDEX "HistoryEvent_parkId_id_idx";

-- DropIndex
DROP INDEX "HistoryEvent_actorId_id_idx";

-- CreateIndex
CREATE INDEX "HistoryEvent_at_id_idx" ON "HistoryEvent"("at", "id");

-- CreateIndex
CREATE INDEX "HistoryEvent_parkId_at_id_idx" ON "HistoryEvent"("parkId", "at", "id");

-- CreateIndex
CREATE INDEX "HistoryEvent_actorId_at_id_idx" ON "HistoryEvent"("actorId", "at", "id");

-- CreateIndex
CREATE INDEX "HistoryEvent_verb_at_id_idx" ON "HistoryEvent"("verb", "at", "id");
