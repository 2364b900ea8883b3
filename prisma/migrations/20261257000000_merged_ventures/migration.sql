-- Two records of one venture are merged (src/ventures/merging/merge-ventures.ts): what both had before and after, so that it
-- can be undone.
CREATE TABLE "VentureMerge" (
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
    CONSTRAINT "VentureMerge_loserId_fkey" FOREIGN KEY ("loserId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VentureMerge_survivorId_fkey" FOREIGN KEY ("survivorId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VentureMerge_mergedById_fkey" FOREIGN KEY ("mergedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VentureMerge_undoneById_fkey" FOREIGN KEY ("undoneById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "VentureMerge_loserId_idx" ON "VentureMerge"("loserId");
CREATE INDEX "VentureMerge_survivorId_idx" ON "VentureMerge"("survivorId");

-- A venture that was merged into another is in no list and no total, like one that is void.
ALTER TABLE "VentureVoid" ADD COLUMN "mergeId" INTEGER REFERENCES "VentureMerge" ("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE UNIQUE INDEX "VentureVoid_mergeId_key" ON "VentureVoid"("mergeId");

-- Two ventures that look like one and are two (src/ventures/merging/tell-apart.ts).
CREATE TABLE "VenturePair" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "firstId" INTEGER NOT NULL,
    "secondId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedAt" DATETIME NOT NULL,
    "decidedById" INTEGER,
    "withdrawnAt" DATETIME,
    "withdrawnById" INTEGER,
    CONSTRAINT "VenturePair_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VenturePair_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Venture" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VenturePair_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "VenturePair_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "VenturePair_firstId_secondId_idx" ON "VenturePair"("firstId", "secondId");
CREATE INDEX "VenturePair_secondId_idx" ON "VenturePair"("secondId");
