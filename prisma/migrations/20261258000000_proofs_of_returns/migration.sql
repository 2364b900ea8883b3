-- A file that proves a headcount is of no person: it is in the vault as those of people are. Only a condition is taken
-- away, so no row is written: the way that SQLite documents for it ("Making Other Kinds Of Table Schema Changes").
PRAGMA writable_schema = ON;

UPDATE "sqlite_schema" SET "sql" = replace("sql", '"personId" INTEGER NOT NULL', '"personId" INTEGER')
WHERE "type" = 'table' AND "name" = 'ProofFile';

PRAGMA writable_schema = RESET;

-- The grade of a return follows from these and from its roster. What returns say already keeps its words: where nothing
-- is attached, its grade is read as self-reported from now on, and its page says what it would need.
CREATE TABLE "ReturnProof" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "ventureId" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    "proofFileId" INTEGER NOT NULL,
    "attachedAt" DATETIME NOT NULL,
    "attachedById" INTEGER,
    CONSTRAINT "ReturnProof_ventureId_fkey" FOREIGN KEY ("ventureId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReturnProof_proofFileId_fkey" FOREIGN KEY ("proofFileId") REFERENCES "ProofFile" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReturnProof_attachedById_fkey" FOREIGN KEY ("attachedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "ReturnProof_kind" CHECK ("kind" IN ('contract', 'social-insurance')),
    CONSTRAINT "ReturnProof_people" CHECK ("people" > 0)
);

CREATE UNIQUE INDEX "ReturnProof_ventureId_month_proofFileId_key" ON "ReturnProof"("ventureId", "month", "proofFileId");

CREATE INDEX "ReturnProof_proofFileId_idx" ON "ReturnProof"("proofFileId");

CREATE INDEX "ReturnProof_month_idx" ON "ReturnProof"("month");
