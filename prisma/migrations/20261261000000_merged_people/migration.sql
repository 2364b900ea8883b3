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

-- A consent is only ever withdrawn, and goes with its person where two records of one person become one, or are two again.
DROP TRIGGER "Consent_no_update";
CREATE TRIGGER "Consent_no_update" BEFORE UPDATE ON "Consent"
WHEN NEW."purpose" <> OLD."purpose" OR NEW."textVersion" <> OLD."textVersion" OR NEW."lang" <> OLD."lang"
    OR NEW."basis" <> OLD."basis" OR NEW."givenAt" <> OLD."givenAt" OR NEW."givenById" IS NOT OLD."givenById"
    OR (NEW."personId" = OLD."personId" AND OLD."withdrawnAt" IS NOT NULL)
    OR (NEW."personId" <> OLD."personId" AND (NEW."withdrawnAt" IS NOT OLD."withdrawnAt"
      OR NEW."withdrawnById" IS NOT OLD."withdrawnById" OR NOT EXISTS (SELECT 1 FROM "PersonMerge" m
        WHERE (m."loserId" = OLD."personId" AND m."survivorId" = NEW."personId" AND m."undoneAt" IS NULL)
          OR (m."survivorId" = OLD."personId" AND m."loserId" = NEW."personId" AND m."undoneAt" IS NOT NULL))))
BEGIN SELECT RAISE(ABORT, 'a consent is only ever withdrawn'); END;

-- A record that went into another is found by its number alone (src/ventures/findable-people.ts).
CREATE TRIGGER "PersonMerge_find_insert" AFTER INSERT ON "PersonMerge" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('person', NEW."loserId");
END;
CREATE TRIGGER "PersonMerge_find_update" AFTER UPDATE OF "undoneAt" ON "PersonMerge" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('person', NEW."loserId");
END;
