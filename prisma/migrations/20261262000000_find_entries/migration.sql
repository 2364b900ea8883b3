-- What can be found, of every kind: a text for each record, and one index of the pieces of all of them. The number of an
-- entry holds its place (see src/find) and the id of its record.
CREATE TABLE "SearchEntry" (
    "id" INTEGER NOT NULL PRIMARY KEY,
    "text" TEXT NOT NULL
);
CREATE VIRTUAL TABLE "SearchPiece" USING fts5("pieces", content = '', contentless_delete = 1, detail = 'none',
  tokenize = 'ascii');
CREATE VIRTUAL TABLE "SearchPiecePlaces" USING fts5vocab("SearchPiece", 'instance');

-- Records whose entries are to be written again. Triggers put them here, whoever changes what is found of a record, so
-- that nothing that writes needs to know what can be found. What is found with another record (a case by the name of its
-- venture) follows from it when it is written again: a trigger that names two tables would stop either being rebuilt.
CREATE TABLE "SearchStale" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "kind" TEXT NOT NULL,
    "subjectId" INTEGER NOT NULL
);

INSERT INTO "SearchStale" ("kind", "subjectId") SELECT 'venture', "id" FROM "Venture";
INSERT INTO "SearchStale" ("kind", "subjectId") SELECT 'person', "id" FROM "Person";
INSERT INTO "SearchStale" ("kind", "subjectId") SELECT 'case', "id" FROM "WaiverApplication";
INSERT INTO "SearchStale" ("kind", "subjectId") SELECT 'space', "id" FROM "Space";
INSERT INTO "SearchStale" ("kind", "subjectId") SELECT 'park', "id" FROM "Park";
INSERT INTO "SearchStale" ("kind", "subjectId") SELECT 'policy', "id" FROM "Policy";
INSERT INTO "SearchStale" ("kind", "subjectId") SELECT 'figure', "id" FROM "PublishedFigure";
INSERT INTO "SearchStale" ("kind", "subjectId") SELECT 'letter', "id" FROM "Letter";
INSERT INTO "SearchStale" ("kind", "subjectId") SELECT 'waiver', "id" FROM "Waiver";
INSERT INTO "SearchStale" ("kind", "subjectId") SELECT 'holiday-notice', "id" FROM "HolidayNotice";

CREATE TRIGGER "Venture_find_insert" AFTER INSERT ON "Venture" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('venture', NEW."id");
END;
CREATE TRIGGER "Venture_find_update" AFTER UPDATE OF "number", "name", "creditCode", "phone" ON "Venture"
  WHEN NEW."number" <> OLD."number" OR NEW."name" <> OLD."name" OR NEW."creditCode" IS NOT OLD."creditCode"
    OR NEW."phone" IS NOT OLD."phone" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('venture', NEW."id");
END;
CREATE TRIGGER "Venture_find_delete" AFTER DELETE ON "Venture" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('venture', OLD."id");
END;

-- The founders of a venture are found with it, and so is what was merged into it.
CREATE TRIGGER "PersonRole_find_insert" AFTER INSERT ON "PersonRole" WHEN NEW."role" = 'founder' BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('venture', NEW."ventureId");
END;
CREATE TRIGGER "PersonRole_find_update" AFTER UPDATE OF "personId", "ventureId", "role" ON "PersonRole"
  WHEN NEW."personId" <> OLD."personId" OR NEW."ventureId" <> OLD."ventureId" OR NEW."role" <> OLD."role" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('venture', OLD."ventureId"), ('venture', NEW."ventureId");
END;
CREATE TRIGGER "PersonRole_find_delete" AFTER DELETE ON "PersonRole" WHEN OLD."role" = 'founder' BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('venture', OLD."ventureId");
END;
CREATE TRIGGER "VentureMerge_find_insert" AFTER INSERT ON "VentureMerge" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('venture', NEW."survivorId");
END;
CREATE TRIGGER "VentureMerge_find_update" AFTER UPDATE OF "survivorId", "undoneAt" ON "VentureMerge" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('venture', OLD."survivorId"), ('venture', NEW."survivorId");
END;
CREATE TRIGGER "VentureMerge_find_delete" AFTER DELETE ON "VentureMerge" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('venture', OLD."survivorId");
END;

CREATE TRIGGER "Person_find_insert" AFTER INSERT ON "Person" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('person', NEW."id");
END;
CREATE TRIGGER "Person_find_update" AFTER UPDATE OF "number", "name", "phone" ON "Person"
  WHEN NEW."number" <> OLD."number" OR NEW."name" <> OLD."name" OR NEW."phone" IS NOT OLD."phone" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('person', NEW."id");
END;
CREATE TRIGGER "Person_find_delete" AFTER DELETE ON "Person" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('person', OLD."id");
END;

CREATE TRIGGER "WaiverApplication_find_insert" AFTER INSERT ON "WaiverApplication" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('case', NEW."id");
END;
CREATE TRIGGER "WaiverApplication_find_update" AFTER UPDATE OF "number", "ventureId", "personId" ON "WaiverApplication"
  WHEN NEW."number" <> OLD."number" OR NEW."ventureId" <> OLD."ventureId" OR NEW."personId" <> OLD."personId" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('case', NEW."id");
END;
CREATE TRIGGER "WaiverApplication_find_delete" AFTER DELETE ON "WaiverApplication" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('case', OLD."id");
END;

CREATE TRIGGER "Space_find_insert" AFTER INSERT ON "Space" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('space', NEW."id");
END;
CREATE TRIGGER "Space_find_update" AFTER UPDATE OF "number", "name", "village", "island", "address", "owner" ON "Space"
  WHEN NEW."number" <> OLD."number" OR NEW."name" <> OLD."name" OR NEW."village" <> OLD."village"
    OR NEW."island" <> OLD."island" OR NEW."address" <> OLD."address" OR NEW."owner" <> OLD."owner" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('space', NEW."id");
END;
CREATE TRIGGER "Space_find_delete" AFTER DELETE ON "Space" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('space', OLD."id");
END;

CREATE TRIGGER "Park_find_insert" AFTER INSERT ON "Park" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('park', NEW."id");
END;
CREATE TRIGGER "Park_find_update" AFTER UPDATE OF "number", "nameZh", "nameEn", "villageZh", "villageEn", "islandZh",
  "islandEn", "operatorName", "phone" ON "Park" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('park', NEW."id");
END;
CREATE TRIGGER "Park_find_delete" AFTER DELETE ON "Park" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('park', OLD."id");
END;

CREATE TRIGGER "PolicyVersion_find_insert" AFTER INSERT ON "PolicyVersion" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('policy', NEW."policyId");
END;
CREATE TRIGGER "PolicyVersion_find_update" AFTER UPDATE OF "rules", "putInForceAt" ON "PolicyVersion" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('policy', NEW."policyId");
END;
CREATE TRIGGER "PolicyVersion_find_delete" AFTER DELETE ON "PolicyVersion" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('policy', OLD."policyId");
END;

CREATE TRIGGER "FigureEdition_find_insert" AFTER INSERT ON "FigureEdition" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('figure', NEW."figureId");
END;

CREATE TRIGGER "Letter_find_insert" AFTER INSERT ON "Letter" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('letter', NEW."id");
END;

CREATE TRIGGER "Waiver_find_insert" AFTER INSERT ON "Waiver" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('waiver', NEW."id");
END;

CREATE TRIGGER "HolidayNotice_find_insert" AFTER INSERT ON "HolidayNotice" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('holiday-notice', NEW."id");
END;
CREATE TRIGGER "HolidayNotice_find_update" AFTER UPDATE OF "documentNumber" ON "HolidayNotice"
  WHEN NEW."documentNumber" <> OLD."documentNumber" BEGIN
  INSERT INTO "SearchStale" ("kind", "subjectId") VALUES ('holiday-notice', NEW."id");
END;
