-- CreateTable
CREATE TABLE "PublishedFigure" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "number" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "scopeNameZh" TEXT NOT NULL,
    "scopeNameEn" TEXT NOT NULL,
    "asOf" TEXT NOT NULL,
    "month" TEXT
);

-- CreateTable
CREATE TABLE "FigureEdition" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "figureId" INTEGER NOT NULL,
    "edition" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "definition" INTEGER NOT NULL,
    "value" BIGINT NOT NULL,
    "coverage" JSONB,
    "parkIds" JSONB NOT NULL,
    "members" INTEGER NOT NULL,
    "membersHash" TEXT NOT NULL,
    "wordingZh" TEXT NOT NULL,
    "wordingEn" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "told" TEXT NOT NULL DEFAULT '',
    "publishedAt" DATETIME NOT NULL,
    "publishedById" INTEGER,
    CONSTRAINT "FigureEdition_figureId_fkey" FOREIGN KEY ("figureId") REFERENCES "PublishedFigure" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "FigureEdition_kind" CHECK ("kind" IN ('published', 'corrected', 'superseded', 'withdrawn')),
    CONSTRAINT "FigureEdition_first" CHECK (("edition" = 1) = ("kind" = 'published')),
    CONSTRAINT "FigureEdition_reason" CHECK ("edition" = 1 OR ("reason" <> '' AND "told" <> ''))
);

-- CreateIndex
CREATE UNIQUE INDEX "PublishedFigure_number_key" ON "PublishedFigure"("number");

-- CreateIndex
CREATE UNIQUE INDEX "FigureEdition_figureId_edition_key" ON "FigureEdition"("figureId", "edition");

-- What was published stays: a correction and a withdrawal are editions after it.
CREATE TRIGGER "PublishedFigure_no_update" BEFORE UPDATE ON "PublishedFigure"
BEGIN SELECT RAISE(ABORT, 'published figures are only ever added'); END;

CREATE TRIGGER "PublishedFigure_no_delete" BEFORE DELETE ON "PublishedFigure"
BEGIN SELECT RAISE(ABORT, 'published figures are only ever added'); END;

CREATE TRIGGER "FigureEdition_no_update" BEFORE UPDATE ON "FigureEdition"
BEGIN SELECT RAISE(ABORT, 'editions are only ever added'); END;

CREATE TRIGGER "FigureEdition_no_delete" BEFORE DELETE ON "FigureEdition"
BEGIN SELECT RAISE(ABORT, 'editions are only ever added'); END;

-- Each edition follows the one before, at the same position of the ledger or a later one, and none follows a withdrawal.
CREATE TRIGGER "FigureEdition_follows" BEFORE INSERT ON "FigureEdition"
WHEN NEW."edition" <> 1 AND NOT EXISTS (
    SELECT 1 FROM "FigureEdition" WHERE "figureId" = NEW."figureId" AND "edition" = NEW."edition" - 1
    AND "kind" <> 'withdrawn' AND "position" <= NEW."position"
)
BEGIN SELECT RAISE(ABORT, 'an edition follows one that stands'); END;
