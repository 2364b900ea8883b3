-- The end of a policy (终止或废止) is proposed by one member of the bureau and decided by another, as putting it in force is.
CREATE TABLE "PolicyEnding" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "versionId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('term', 'repealed')),
    "endedOn" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedAt" DATETIME NOT NULL,
    "proposedById" INTEGER,
    "outcome" TEXT CHECK ("outcome" IN ('decided', 'dropped')),
    "closedAt" DATETIME,
    "closedById" INTEGER,
    CONSTRAINT "PolicyEnding_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "PolicyVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PolicyEnding_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PolicyEnding_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "Account" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "PolicyEnding_versionId_idx" ON "PolicyEnding"("versionId");
CREATE UNIQUE INDEX "PolicyEnding_one_open" ON "PolicyEnding"("versionId") WHERE "outcome" IS NULL;
CREATE TRIGGER "PolicyEnding_closed_once" BEFORE UPDATE ON "PolicyEnding"
WHEN OLD."outcome" IS NOT NULL OR NEW."versionId" <> OLD."versionId" OR NEW."kind" <> OLD."kind" OR NEW."endedOn" <> OLD."endedOn"
    OR NEW."reason" <> OLD."reason" OR NEW."proposedById" IS NOT OLD."proposedById"
BEGIN SELECT RAISE(ABORT, 'a proposed end is decided or dropped once'); END;
CREATE TRIGGER "PolicyEnding_no_delete" BEFORE DELETE ON "PolicyEnding"
BEGIN SELECT RAISE(ABORT, 'a proposed end is kept'); END;
