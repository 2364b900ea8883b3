-- Two records of one person (src/persons/merging). Names and phones of both stand in it for as long as it can be undone; numbers
-- of documents and files of proof never do.
CREATE TABLE "PersonMerge" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "loserId" INTEGER NOT NULL,
    "survivorId" INTEGER NOT NULL,
    "mergedAt" DATETIME NOT NULL,
    "mergedById" INTEGER,
    "reason" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "undoneAt" DATETIME,
    "undoneById" INTEGER,
    "undoReason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "PersonMerge_loserId_fkey" FOREIGN KEY ("loserId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PersonMerge_survivorId_fkey" FOREIGN KEY ("survivorId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PersonMerge_mergedById_fkey" FOREIGN KEY ("mergedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PersonMerge_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "PersonMerge_loserId_idx" ON "PersonMerge"("loserId");
CREATE INDEX "PersonMerge_survivorId_idx" ON "PersonMerge"("survivorId");

-- Two people who look like one and are two.
CREATE TABLE "PersonPair" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "firstId" INTEGER NOT NULL,
    "secondId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    "decidedById" INTEGER,
    "withdrawnAt" DATETIME,
    "withdrawnById" INTEGER,
    CONSTRAINT "PersonPair_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PersonPair_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PersonPair_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PersonPair_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "PersonPair_firstId_secondId_idx" ON "PersonPair"("firstId", "secondId");
CREATE INDEX "PersonPair_secondId_idx" ON "PersonPair"("secondId");
