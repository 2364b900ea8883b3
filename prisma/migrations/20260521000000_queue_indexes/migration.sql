-- The queue is read by the day that is due, whatever the state; what was handed in is counted without its rows.
-- CreateIndex
CREATE INDEX "WaiverApplication_dueOn_idx" ON "WaiverApplication"("dueOn");

-- CreateIndex
CREATE INDEX "WaiverApplication_submittedAt_parkId_idx" ON "WaiverApplication"("submittedAt", "parkId");
