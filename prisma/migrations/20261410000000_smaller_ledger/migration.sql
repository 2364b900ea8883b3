-- An entry keeps its hash as bytes and once: the hash before it is that of the entry before. Positions are given by the head
-- and not by the table, nothing finds an entry by its hash, and few take another back.
CREATE TABLE "new_LedgerEntry" (
    "position" INTEGER NOT NULL PRIMARY KEY,
    "effectiveOn" TEXT NOT NULL,
    "recordedAt" DATETIME NOT NULL,
    "measure" TEXT NOT NULL,
    "parkId" INTEGER NOT NULL,
    "ventureId" INTEGER,
    "amount" BIGINT NOT NULL,
    "causeKind" TEXT NOT NULL,
    "causeId" INTEGER NOT NULL,
    "reverses" INTEGER,
    "actorId" INTEGER,
    "hash" BLOB NOT NULL,
    CONSTRAINT "LedgerEntry_hash" CHECK (length("hash") = 32),
    CONSTRAINT "LedgerEntry_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LedgerEntry_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "Park" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "LedgerEntry_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_LedgerEntry" SELECT "position", "effectiveOn", "recordedAt", "measure", "parkId", "ventureId", "amount", "causeKind",
  "causeId", "reverses", "actorId", unhex("hash")
FROM "LedgerEntry" ORDER BY "position";
DROP TABLE "LedgerEntry";
ALTER TABLE "new_LedgerEntry" RENAME TO "LedgerEntry";
CREATE UNIQUE INDEX "LedgerEntry_reverses_key" ON "LedgerEntry"("reverses") WHERE "reverses" IS NOT NULL;
CREATE INDEX "LedgerEntry_measure_effectiveOn_parkId_amount_idx" ON "LedgerEntry"("measure", "effectiveOn", "parkId", "amount");
CREATE INDEX "LedgerEntry_measure_parkId_effectiveOn_ventureId_amount_idx" ON "LedgerEntry"("measure", "parkId", "effectiveOn", "ventureId", "amount");
CREATE INDEX "LedgerEntry_ventureId_measure_effectiveOn_amount_idx" ON "LedgerEntry"("ventureId", "measure", "effectiveOn", "amount");
CREATE INDEX "LedgerEntry_causeKind_causeId_idx" ON "LedgerEntry"("causeKind", "causeId");
CREATE TRIGGER "LedgerEntry_no_update" BEFORE UPDATE ON "LedgerEntry"
BEGIN SELECT RAISE(ABORT, 'ledger entries are only ever added'); END;
CREATE TRIGGER "LedgerEntry_no_delete" BEFORE DELETE ON "LedgerEntry"
BEGIN SELECT RAISE(ABORT, 'ledger entries are only ever added'); END;

-- Few events lead from one park to another.
DROP INDEX "HistoryEvent_fromParkId_at_id_idx";
CREATE INDEX "HistoryEvent_fromParkId_at_id_idx" ON "HistoryEvent"("fromParkId", "at", "id") WHERE "fromParkId" IS NOT NULL;
