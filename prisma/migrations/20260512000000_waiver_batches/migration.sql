-- CreateTable
CREATE TABLE "WaiverBatch" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "act" TEXT NOT NULL,
    "accountId" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "lines" JSONB NOT NULL,
    "finishedAt" DATETIME
);

-- CreateIndex
CREATE INDEX "WaiverBatch_accountId_id_idx" ON "WaiverBatch"("accountId", "id");
